// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.authorization;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.util.Optional;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Thumbprint;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;
import org.huxin.core.statement.Terms;

/**
 * A grantor withdraws, delegations with it; before the grant arrives, too.
 *
 * @param authorization which
 * @param grantor whose key granted it; empty for assisted consent
 */
public record RevokeAuthorization(StatementId authorization, Optional<Thumbprint> grantor)
    implements Statement {
  private static final Field<RevokeAuthorization, StatementId> AUTHORIZATION =
      required("authorization", Terms.STATEMENT_ID, RevokeAuthorization::authorization);
  private static final Field<RevokeAuthorization, Optional<Thumbprint>> GRANTOR =
      optional("grantor", Terms.THUMBPRINT, RevokeAuthorization::grantor);

  /** The JSON form. */
  public static final ObjectCodec<RevokeAuthorization> CODEC =
      ObjectCodec.of(
          members -> new RevokeAuthorization(members.get(AUTHORIZATION), members.get(GRANTOR)),
          AUTHORIZATION,
          GRANTOR);

  @Override
  public Operation operation() {
    return Operation.REVOKE_AUTHORIZATION;
  }
}

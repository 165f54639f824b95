// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.competence;

import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.StatementId;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;
import org.huxin.core.statement.Terms;

/**
 * A use scope ends.
 *
 * @param scope which
 * @param at from when on
 */
public record CloseUseScope(StatementId scope, Instant at) implements Statement {
  private static final Field<CloseUseScope, StatementId> SCOPE =
      required("scope", Terms.STATEMENT_ID, CloseUseScope::scope);
  private static final Field<CloseUseScope, Instant> AT =
      required("at", Codecs.SECONDS, CloseUseScope::at);

  /** The JSON form. */
  public static final ObjectCodec<CloseUseScope> CODEC =
      ObjectCodec.of(members -> new CloseUseScope(members.get(SCOPE), members.get(AT)), SCOPE, AT);

  @Override
  public Operation operation() {
    return Operation.CLOSE_USE_SCOPE;
  }
}

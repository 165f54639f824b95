// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.dispute;

import static org.huxin.core.codec.Field.required;

import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.StatementId;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;
import org.huxin.core.statement.Terms;

/**
 * The issuer takes it up: the licence is flagged.
 *
 * @param dispute which
 */
public record AcceptDispute(StatementId dispute) implements Statement {
  private static final Field<AcceptDispute, StatementId> DISPUTE =
      required("dispute", Terms.STATEMENT_ID, AcceptDispute::dispute);

  /** The JSON form. */
  public static final ObjectCodec<AcceptDispute> CODEC =
      ObjectCodec.of(members -> new AcceptDispute(members.get(DISPUTE)), DISPUTE);

  @Override
  public Operation operation() {
    return Operation.ACCEPT_DISPUTE;
  }
}

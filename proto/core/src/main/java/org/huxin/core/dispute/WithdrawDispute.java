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
 * The raiser withdraws.
 *
 * @param dispute which
 */
public record WithdrawDispute(StatementId dispute) implements Statement {
  private static final Field<WithdrawDispute, StatementId> DISPUTE =
      required("dispute", Terms.STATEMENT_ID, WithdrawDispute::dispute);

  /** The JSON form. */
  public static final ObjectCodec<WithdrawDispute> CODEC =
      ObjectCodec.of(members -> new WithdrawDispute(members.get(DISPUTE)), DISPUTE);

  @Override
  public Operation operation() {
    return Operation.WITHDRAW_DISPUTE;
  }
}

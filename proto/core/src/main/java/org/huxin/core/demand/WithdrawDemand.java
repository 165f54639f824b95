// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.demand;

import static org.huxin.core.codec.Field.required;

import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.StatementId;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;
import org.huxin.core.statement.Terms;

/**
 * The demander withdraws.
 *
 * @param demand which
 */
public record WithdrawDemand(StatementId demand) implements Statement {
  private static final Field<WithdrawDemand, StatementId> DEMAND =
      required("demand", Terms.STATEMENT_ID, WithdrawDemand::demand);

  /** The JSON form. */
  public static final ObjectCodec<WithdrawDemand> CODEC =
      ObjectCodec.of(members -> new WithdrawDemand(members.get(DEMAND)), DEMAND);

  @Override
  public Operation operation() {
    return Operation.WITHDRAW_DEMAND;
  }
}

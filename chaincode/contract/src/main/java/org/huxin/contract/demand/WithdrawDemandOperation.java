// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.demand;

import java.util.EnumSet;
import java.util.List;
import org.huxin.contract.statement.StatementCase;
import org.huxin.contract.statement.StatementOperation;
import org.huxin.core.demand.Demand;
import org.huxin.core.demand.WithdrawDemand;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.statement.Operation;

/**
 * The demander withdraws what it asked for, also one that is no consumer any more. Refuses:
 *
 * <ul>
 *   <li>{@code NOT_FOUND}: no such demand
 *   <li>{@code NOT_COMPETENT}: another authority's demand
 *   <li>{@code TRANSITION_NOT_ALLOWED}: it has ended
 * </ul>
 */
public final class WithdrawDemandOperation extends StatementOperation<WithdrawDemand> {
  /** The operation. */
  public WithdrawDemandOperation() {
    super(
        Operation.WITHDRAW_DEMAND,
        WithdrawDemand.class,
        EnumSet.of(
            LedgerRefusal.NOT_FOUND,
            LedgerRefusal.NOT_COMPETENT,
            LedgerRefusal.TRANSITION_NOT_ALLOWED));
  }

  @Override
  protected List<EntityKey<?>> keys(StatementId id, WithdrawDemand statement) {
    return List.of(Demand.key(statement.demand()));
  }

  @Override
  protected void decide(StatementCase<WithdrawDemand> statementCase) {
    EntityKey<Demand> key = Demand.key(statementCase.statement().demand());
    Demand demand = statementCase.draft().require(key);
    statementCase.requireSigner(demand.posted().demander(), "demander");
    statementCase
        .draft()
        .put(
            key,
            new Demand(
                demand.posted(),
                demand.status().withdraw(),
                demand.answeredBy(),
                demand.reason(),
                demand.history().append(statementCase.revision(demand))));
  }
}

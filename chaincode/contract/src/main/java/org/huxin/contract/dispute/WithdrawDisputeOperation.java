// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.dispute;

import java.util.EnumSet;
import java.util.List;
import org.huxin.contract.statement.StatementCase;
import org.huxin.contract.statement.StatementOperation;
import org.huxin.core.dispute.Dispute;
import org.huxin.core.dispute.DisputeState;
import org.huxin.core.dispute.WithdrawDispute;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.statement.Operation;

/**
 * Who raised a dispute withdraws it, as long as it is not decided: the flag is taken off. Refuses:
 *
 * <ul>
 *   <li>{@code NOT_FOUND}: no such dispute
 *   <li>{@code NOT_COMPETENT}: somebody else raised it
 *   <li>{@code TRANSITION_NOT_ALLOWED}: it is decided
 * </ul>
 */
public final class WithdrawDisputeOperation extends StatementOperation<WithdrawDispute> {
  /** The operation. */
  public WithdrawDisputeOperation() {
    super(
        Operation.WITHDRAW_DISPUTE,
        WithdrawDispute.class,
        EnumSet.of(
            LedgerRefusal.NOT_FOUND,
            LedgerRefusal.NOT_COMPETENT,
            LedgerRefusal.TRANSITION_NOT_ALLOWED));
  }

  @Override
  protected List<EntityKey<?>> keys(StatementId id, WithdrawDispute statement) {
    return List.of(Dispute.key(statement.dispute()));
  }

  @Override
  protected void decide(StatementCase<WithdrawDispute> statementCase) {
    EntityKey<Dispute> key = Dispute.key(statementCase.statement().dispute());
    Dispute dispute = statementCase.draft().require(key);
    DisputeState next =
        dispute.state().withdraw(new DisputeParties(statementCase, dispute).requireRaiser());
    DisputeFlag.put(statementCase, dispute, dispute.to(next, statementCase.revision(dispute)));
  }
}

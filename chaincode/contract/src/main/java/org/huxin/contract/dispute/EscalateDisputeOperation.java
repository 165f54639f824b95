// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.dispute;

import java.util.EnumSet;
import java.util.List;
import org.huxin.contract.statement.StatementCase;
import org.huxin.contract.statement.StatementOperation;
import org.huxin.core.dispute.Dispute;
import org.huxin.core.dispute.DisputeState;
import org.huxin.core.dispute.EscalateDispute;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.statement.Operation;

/**
 * Who raised a dispute takes it to the supervisor: once, after it was dismissed and before the time
 * for it is over. The licence is flagged again, and the time to decide begins anew. Refuses:
 *
 * <ul>
 *   <li>{@code NOT_FOUND}: no such dispute
 *   <li>{@code STALE_VERSION}: it has changed
 *   <li>{@code NOT_COMPETENT}: somebody else raised it
 *   <li>{@code TRANSITION_NOT_ALLOWED}: it is not dismissed
 *   <li>{@code DEADLINE_PASSED}: too late
 *   <li>{@code ALREADY_ESCALATED}: the supervisor dismissed it
 * </ul>
 */
public final class EscalateDisputeOperation extends StatementOperation<EscalateDispute> {
  /** The operation. */
  public EscalateDisputeOperation() {
    super(
        Operation.ESCALATE_DISPUTE,
        EscalateDispute.class,
        EnumSet.of(
            LedgerRefusal.NOT_FOUND,
            LedgerRefusal.STALE_VERSION,
            LedgerRefusal.NOT_COMPETENT,
            LedgerRefusal.TRANSITION_NOT_ALLOWED,
            LedgerRefusal.DEADLINE_PASSED,
            LedgerRefusal.ALREADY_ESCALATED));
  }

  @Override
  protected List<EntityKey<?>> keys(StatementId id, EscalateDispute statement) {
    return List.of(Dispute.key(statement.dispute()));
  }

  @Override
  protected void decide(StatementCase<EscalateDispute> statementCase) {
    EntityKey<Dispute> key = Dispute.key(statementCase.statement().dispute());
    Dispute dispute = statementCase.draft().require(key);
    statementCase.requireReplaces(key, dispute);
    DisputeState next =
        dispute
            .state()
            .escalate(
                new DisputeParties(statementCase, dispute).requireRaiser(),
                statementCase.at(dispute));
    DisputeFlag.put(
        statementCase,
        dispute,
        dispute
            .to(next, statementCase.revision(dispute))
            .resolveWithin(statementCase.limits().disputeResolveSeconds()));
  }
}

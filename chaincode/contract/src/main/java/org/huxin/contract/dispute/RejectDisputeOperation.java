// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.dispute;

import java.util.EnumSet;
import java.util.List;
import org.huxin.contract.statement.StatementCase;
import org.huxin.contract.statement.StatementOperation;
import org.huxin.core.dispute.Dispute;
import org.huxin.core.dispute.DisputeState;
import org.huxin.core.dispute.RejectDispute;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.statement.Operation;

/**
 * The issuer, or who succeeds it by accreditation, does not take a dispute up. Refuses:
 *
 * <ul>
 *   <li>{@code NOT_FOUND}: no such dispute
 *   <li>{@code STALE_VERSION}: it has changed
 *   <li>{@code NOT_COMPETENT}: not the issuer
 *   <li>{@code ROLE_NOT_IN_FORCE}: an issuer no more
 *   <li>{@code TRANSITION_NOT_ALLOWED}: it is not just filed
 * </ul>
 */
public final class RejectDisputeOperation extends StatementOperation<RejectDispute> {
  /** The operation. */
  public RejectDisputeOperation() {
    super(
        Operation.REJECT_DISPUTE,
        RejectDispute.class,
        EnumSet.of(
            LedgerRefusal.NOT_FOUND,
            LedgerRefusal.STALE_VERSION,
            LedgerRefusal.NOT_COMPETENT,
            LedgerRefusal.ROLE_NOT_IN_FORCE,
            LedgerRefusal.TRANSITION_NOT_ALLOWED));
  }

  @Override
  protected List<EntityKey<?>> keys(StatementId id, RejectDispute statement) {
    return List.of(Dispute.key(statement.dispute()));
  }

  @Override
  protected void decide(StatementCase<RejectDispute> statementCase) {
    EntityKey<Dispute> key = Dispute.key(statementCase.statement().dispute());
    Dispute dispute = statementCase.draft().require(key);
    statementCase.requireReplaces(key, dispute);
    DisputeState next =
        dispute.state().reject(new DisputeParties(statementCase, dispute).requireIssuer());
    DisputeFlag.put(
        statementCase,
        dispute,
        dispute
            .to(next, statementCase.revision(dispute))
            .decidedBy(statementCase.statement().basis()));
  }
}

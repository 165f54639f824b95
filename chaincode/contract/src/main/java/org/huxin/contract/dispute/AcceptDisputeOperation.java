// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.dispute;

import java.util.EnumSet;
import java.util.List;
import org.huxin.contract.statement.StatementCase;
import org.huxin.contract.statement.StatementOperation;
import org.huxin.core.dispute.AcceptDispute;
import org.huxin.core.dispute.Dispute;
import org.huxin.core.dispute.DisputeState;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.statement.Operation;

/**
 * The issuer, or who succeeds it by accreditation, takes a dispute up: the licence is flagged. Also
 * after the time to do so, which is then overdue. The time to decide begins. Refuses:
 *
 * <ul>
 *   <li>{@code NOT_FOUND}: no such dispute
 *   <li>{@code STALE_VERSION}: it has changed
 *   <li>{@code NOT_COMPETENT}: not the issuer
 *   <li>{@code ROLE_NOT_IN_FORCE}: an issuer no more
 *   <li>{@code TRANSITION_NOT_ALLOWED}: it is not just filed
 * </ul>
 */
public final class AcceptDisputeOperation extends StatementOperation<AcceptDispute> {
  /** The operation. */
  public AcceptDisputeOperation() {
    super(
        Operation.ACCEPT_DISPUTE,
        AcceptDispute.class,
        EnumSet.of(
            LedgerRefusal.NOT_FOUND,
            LedgerRefusal.STALE_VERSION,
            LedgerRefusal.NOT_COMPETENT,
            LedgerRefusal.ROLE_NOT_IN_FORCE,
            LedgerRefusal.TRANSITION_NOT_ALLOWED));
  }

  @Override
  protected List<EntityKey<?>> keys(StatementId id, AcceptDispute statement) {
    return List.of(Dispute.key(statement.dispute()));
  }

  @Override
  protected void decide(StatementCase<AcceptDispute> statementCase) {
    EntityKey<Dispute> key = Dispute.key(statementCase.statement().dispute());
    Dispute dispute = statementCase.draft().require(key);
    statementCase.requireReplaces(key, dispute);
    DisputeState next =
        dispute.state().accept(new DisputeParties(statementCase, dispute).requireIssuer());
    DisputeFlag.put(
        statementCase,
        dispute,
        dispute
            .to(next, statementCase.revision(dispute))
            .resolveWithin(statementCase.limits().disputeResolveSeconds()));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.dispute;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.huxin.contract.statement.StatementCase;
import org.huxin.contract.statement.StatementOperation;
import org.huxin.core.dispute.DecideDispute;
import org.huxin.core.dispute.Dispute;
import org.huxin.core.dispute.DisputeState;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.statement.Operation;

/**
 * The issuer, or who succeeds it by accreditation, decides an accepted dispute; after an escalation
 * a supervisor of the licence's type and division does. Dismissed: the flag is taken off, and the
 * time to escalate begins. Refuses:
 *
 * <ul>
 *   <li>{@code NOT_FOUND}: no such dispute
 *   <li>{@code STALE_VERSION}: it has changed
 *   <li>{@code NOT_COMPETENT}: neither the issuer nor a supervisor
 *   <li>{@code ROLE_NOT_IN_FORCE}: an issuer or supervisor no more
 *   <li>{@code TRANSITION_NOT_ALLOWED}: it is not before this party
 * </ul>
 */
public final class DecideDisputeOperation extends StatementOperation<DecideDispute> {
  /** The operation. */
  public DecideDisputeOperation() {
    super(
        Operation.DECIDE_DISPUTE,
        DecideDispute.class,
        EnumSet.of(
            LedgerRefusal.NOT_FOUND,
            LedgerRefusal.STALE_VERSION,
            LedgerRefusal.NOT_COMPETENT,
            LedgerRefusal.ROLE_NOT_IN_FORCE,
            LedgerRefusal.TRANSITION_NOT_ALLOWED));
  }

  @Override
  protected List<EntityKey<?>> keys(StatementId id, DecideDispute statement) {
    return List.of(Dispute.key(statement.dispute()));
  }

  @Override
  protected void decide(StatementCase<DecideDispute> statementCase) {
    EntityKey<Dispute> key = Dispute.key(statementCase.statement().dispute());
    Dispute dispute = statementCase.draft().require(key);
    statementCase.requireReplaces(key, dispute);
    Instant escalateBy =
        statementCase.at(dispute).plusSeconds(statementCase.limits().disputeEscalateSeconds());
    DisputeState next =
        dispute
            .state()
            .decide(
                new DisputeParties(statementCase, dispute).requireJudge(),
                statementCase.statement().decision(),
                escalateBy);
    DisputeFlag.put(
        statementCase,
        dispute,
        dispute
            .to(next, statementCase.revision(dispute))
            .decidedBy(statementCase.statement().basis()));
  }
}

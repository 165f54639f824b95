// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.commitment;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.huxin.contract.licence.Competence;
import org.huxin.contract.statement.Signer;
import org.huxin.contract.statement.StatementCase;
import org.huxin.contract.statement.StatementOperation;
import org.huxin.core.authority.Authority;
import org.huxin.core.authority.Role;
import org.huxin.core.commitment.Commitment;
import org.huxin.core.commitment.MakeCommitment;
import org.huxin.core.commitment.SettleCommitment;
import org.huxin.core.commitment.Settlement;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.statement.Operation;

/**
 * A promise ends. The authority that accepted it says that it was kept, late or in time, or is no
 * longer asked for. That it was not kept says, after it was due, a supervisor of its type and
 * division, or an auditor of the division's city: never who accepted it. Refuses:
 *
 * <ul>
 *   <li>{@code NOT_FOUND}: no such promise
 *   <li>{@code STALE_VERSION}: it has changed
 *   <li>{@code ROLE_NOT_IN_FORCE}: a consumer no more
 *   <li>{@code NOT_COMPETENT}: the signer may not settle it so
 *   <li>{@code NOT_YET_DUE}: it can still be kept
 *   <li>{@code TRANSITION_NOT_ALLOWED}: it has ended
 * </ul>
 */
public final class SettleCommitmentOperation extends StatementOperation<SettleCommitment> {
  /** The operation. */
  public SettleCommitmentOperation() {
    super(
        Operation.SETTLE_COMMITMENT,
        SettleCommitment.class,
        EnumSet.of(
            LedgerRefusal.NOT_FOUND,
            LedgerRefusal.STALE_VERSION,
            LedgerRefusal.ROLE_NOT_IN_FORCE,
            LedgerRefusal.NOT_COMPETENT,
            LedgerRefusal.NOT_YET_DUE,
            LedgerRefusal.TRANSITION_NOT_ALLOWED));
  }

  @Override
  protected List<EntityKey<?>> keys(StatementId id, SettleCommitment statement) {
    return List.of(Commitment.key(statement.commitment()));
  }

  @Override
  protected void decide(StatementCase<SettleCommitment> statementCase) {
    SettleCommitment settlement = statementCase.statement();
    EntityKey<Commitment> key = Commitment.key(settlement.commitment());
    Commitment commitment = statementCase.draft().require(key);
    statementCase.requireReplaces(key, commitment);
    MakeCommitment made = commitment.made();
    if (settlement.settlement() == Settlement.BREACHED) {
      statementCase.requireCompetent(
          mayCallBreached(statementCase, made), "supervisor, or auditor of the city");
    } else {
      Signer.OfAuthority unused = statementCase.requireRole(Role.CONSUMER);
      statementCase.requireSigner(made.item().owner(), "owner of the item");
    }
    Instant at = statementCase.at(commitment);
    statementCase
        .draft()
        .put(
            key,
            new Commitment(
                made,
                commitment.status().settle(settlement.settlement(), at, made.dueAt()),
                Optional.of(statementCase.signer().key()),
                Optional.of(settlement.basis()),
                commitment.history().append(statementCase.revision(commitment))));
  }

  private static boolean mayCallBreached(
      StatementCase<SettleCommitment> statementCase, MakeCommitment made) {
    Signer.OfAuthority signer = statementCase.authority();
    Authority authority = signer.authority();
    if (authority.uscc().equals(made.item().owner())) {
      return false;
    }
    boolean auditor =
        signer.city().code().covers(made.division())
            && statementCase.inForce(authority, Role.AUDITOR);
    boolean supervisor =
        statementCase.inForce(authority, Role.SUPERVISOR)
            && made.type().isPresent()
            && new Competence(statementCase)
                .isSupervisor(authority.uscc(), made.type().get(), made.division());
    return auditor || supervisor;
  }
}

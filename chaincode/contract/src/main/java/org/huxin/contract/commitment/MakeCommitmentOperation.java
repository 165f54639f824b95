// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.commitment;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.huxin.contract.statement.Signer;
import org.huxin.contract.statement.StatementCase;
import org.huxin.contract.statement.StatementOperation;
import org.huxin.core.authority.Role;
import org.huxin.core.commitment.Commitment;
import org.huxin.core.commitment.CommitmentStatus;
import org.huxin.core.commitment.MakeCommitment;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.History;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.statement.Operation;

/**
 * The authority whose service item it is accepts a promise in place of a material, in a division of
 * its own city, due later. Refuses:
 *
 * <ul>
 *   <li>{@code ROLE_NOT_IN_FORCE}: no consumer
 *   <li>{@code NOT_COMPETENT}: another authority's item, or another city's division
 *   <li>{@code DEADLINE_PASSED}: it is due already
 * </ul>
 */
public final class MakeCommitmentOperation extends StatementOperation<MakeCommitment> {
  /** The operation. */
  public MakeCommitmentOperation() {
    super(
        Operation.MAKE_COMMITMENT,
        MakeCommitment.class,
        EnumSet.of(
            LedgerRefusal.ROLE_NOT_IN_FORCE,
            LedgerRefusal.NOT_COMPETENT,
            LedgerRefusal.DEADLINE_PASSED));
  }

  @Override
  protected List<EntityKey<?>> keys(StatementId id, MakeCommitment statement) {
    return List.of(Commitment.key(id));
  }

  @Override
  protected void decide(StatementCase<MakeCommitment> statementCase) {
    MakeCommitment made = statementCase.statement();
    Signer.OfAuthority accepting = statementCase.requireRole(Role.CONSUMER);
    statementCase.requireSigner(made.item().owner(), "owner of the item");
    statementCase.requireCompetent(
        accepting.city().code().covers(made.division()),
        "authority of the city of " + made.division());
    if (!made.dueAt().isAfter(statementCase.committedAt())) {
      throw LedgerRefusedException.of(
          LedgerRefusal.DEADLINE_PASSED, "deadline", made.dueAt().getEpochSecond());
    }
    statementCase
        .draft()
        .put(
            Commitment.key(statementCase.id()),
            new Commitment(
                made,
                CommitmentStatus.MADE,
                Optional.empty(),
                Optional.empty(),
                History.begin(statementCase.revision())));
  }
}

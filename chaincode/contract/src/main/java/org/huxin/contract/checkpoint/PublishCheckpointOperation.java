// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.checkpoint;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.huxin.contract.statement.Signer;
import org.huxin.contract.statement.StatementCase;
import org.huxin.contract.statement.StatementOperation;
import org.huxin.core.authority.Role;
import org.huxin.core.checkpoint.Checkpoint;
import org.huxin.core.checkpoint.PublishCheckpoint;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.History;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.statement.Operation;

/**
 * A city's node publishes a checkpoint, which takes the place of the last one; its log has grown.
 * The note is for those who read checkpoints to check: it rests on keys and other nodes' logs, and
 * nothing on the ledger rests on it. Refuses:
 *
 * <ul>
 *   <li>{@code ROLE_NOT_IN_FORCE}: no node
 *   <li>{@code NOT_COMPETENT}: another city's
 *   <li>{@code STALE_VERSION}: it replaces another one than the last
 *   <li>{@code CHECKPOINT_NOT_NEWER}: the log has not grown
 * </ul>
 */
public final class PublishCheckpointOperation extends StatementOperation<PublishCheckpoint> {
  /** The operation. */
  public PublishCheckpointOperation() {
    super(
        Operation.PUBLISH_CHECKPOINT,
        PublishCheckpoint.class,
        EnumSet.of(
            LedgerRefusal.ROLE_NOT_IN_FORCE,
            LedgerRefusal.NOT_COMPETENT,
            LedgerRefusal.STALE_VERSION,
            LedgerRefusal.CHECKPOINT_NOT_NEWER));
  }

  @Override
  protected List<EntityKey<?>> keys(StatementId id, PublishCheckpoint statement) {
    return List.of(Checkpoint.key(statement.city()));
  }

  @Override
  protected void decide(StatementCase<PublishCheckpoint> statementCase) {
    PublishCheckpoint published = statementCase.statement();
    EntityKey<Checkpoint> key = Checkpoint.key(published.city());
    Signer.OfAuthority node = statementCase.requireRole(Role.NODE);
    statementCase.requireCompetent(
        node.city().code().equals(published.city()), "node of " + published.city());
    Optional<Checkpoint> last = statementCase.draft().find(key);
    statementCase.requireReplacesCurrent(key, last);
    last.ifPresent(before -> requireNewer(published, before));
    statementCase
        .draft()
        .put(
            key,
            last.map(before -> before.next(published, statementCase.revision(before)))
                .orElseGet(
                    () -> new Checkpoint(published, History.begin(statementCase.revision()))));
  }

  private static void requireNewer(PublishCheckpoint published, Checkpoint before) {
    if (published.size() <= before.published().size()) {
      throw LedgerRefusedException.of(
          LedgerRefusal.CHECKPOINT_NOT_NEWER, "size", before.published().size());
    }
  }
}

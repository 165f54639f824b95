// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.ledger;

import java.time.Instant;
import java.util.Optional;
import org.huxin.core.id.StatementId;

/** One aggregate of the ledger: what stands under one key. Immutable. */
public interface Entity {
  /** What made each of its versions. */
  History<?> history();

  /** Its version, from 1: what a statement that changes it names as {@code replaces}. */
  default int version() {
    return history().version();
  }

  /** Whether what made its oldest versions is not kept, in no segment either. */
  default boolean forgets() {
    return false;
  }

  /** When its last version was recorded. */
  default Instant recordedAt() {
    return history().last().at();
  }

  /** Whether the statement made one of the versions that its own value still lists. */
  default boolean holds(StatementId statement) {
    return history().holds(statement);
  }

  /**
   * Moves the oldest entries of a long history into a segment of their own.
   *
   * @param olderThan only entries recorded before may move: no statement that old is accepted again
   * @return the shorter entity and the segment; empty if nothing moves, as for every entity that
   *     changes a few times at most
   */
  default Optional<Shortened> closeSegment(Instant olderThan) {
    return Optional.empty();
  }

  /**
   * An entity without its oldest entries, and those entries.
   *
   * @param rest the entity
   * @param number which segment, from 0
   * @param segment the entries
   */
  record Shortened(Entity rest, int number, HistorySegment segment) {}
}

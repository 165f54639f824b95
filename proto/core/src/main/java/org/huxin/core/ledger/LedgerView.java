// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.ledger;

import java.util.List;
import java.util.Optional;

/**
 * The read-only view of the ledger on which operations and verdicts are judged: a peer's state
 * while it endorses, a node's replica, or what a bundle proves. Reads see what was committed, never
 * what the same transaction writes. Whether it is safe for several threads, its maker says.
 */
public interface LedgerView {
  /**
   * An entity.
   *
   * @return empty if the ledger holds none under that key
   * @throws NotProvenException if the view does not hold the whole ledger and cannot tell
   */
  <T extends Entity> Optional<T> get(EntityKey<T> key);

  /**
   * A segment of an entity's history.
   *
   * @param number from 0, the oldest
   * @return empty if there is no such segment
   * @throws NotProvenException if the view does not hold the whole ledger and cannot tell
   */
  Optional<HistorySegment> segment(EntityKey<?> key, int number);

  /**
   * Entities of one kind in the order of their keys.
   *
   * @param prefix the first parts of the keys; empty for all of the kind
   * @param after where the page begins: the bookmark of the page before; empty for the first page
   * @param limit the most entities of the page, at least 1
   * @throws IllegalArgumentException if the bookmark is that of another list
   */
  <T extends Entity> Page<T> list(
      EntityType<T> type, List<String> prefix, Optional<EntityKey<T>> after, int limit);

  /**
   * An entity of a list, with its key.
   *
   * @param key its key
   * @param entity its value
   * @param <T> the kind of entity
   */
  record Listed<T extends Entity>(EntityKey<T> key, T entity) {}

  /** Whether its lists hold all that the ledger holds. A bundle's do not: it proves single keys. */
  default boolean isComplete() {
    return true;
  }

  /**
   * A page of a list.
   *
   * @param entries in the order of their keys; unmodifiable
   * @param next the bookmark of the next page; empty if this is the last
   * @param <T> the kind of entity
   */
  record Page<T extends Entity>(List<Listed<T>> entries, Optional<EntityKey<T>> next) {
    /** A copy of the given list. */
    public Page {
      entries = List.copyOf(entries);
    }

    /** The entities without their keys. */
    public List<T> entities() {
      return entries.stream().map(Listed::entity).toList();
    }
  }
}

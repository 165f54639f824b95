// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.ledger;

import java.util.ArrayList;
import java.util.List;
import org.huxin.core.codec.Codec;

/** Puts an entity's history together again from its segments. */
public final class FullHistory {
  private FullHistory() {}

  /**
   * All entries, oldest first: the version of the first is 1.
   *
   * @throws IllegalStateException if the view lacks a segment that the history says there is
   */
  public static <E extends HistoryEntry> List<E> of(
      LedgerView view, EntityKey<?> key, History<E> history, Codec<E> entry) {
    if (history.before() == 0) {
      return history.entries();
    }
    List<E> all = new ArrayList<>();
    for (int number = 0; number < history.before() / History.SEGMENT; number++) {
      int wanted = number;
      HistorySegment segment =
          view.segment(key, number)
              .orElseThrow(() -> new IllegalStateException("no segment " + wanted + " of " + key));
      all.addAll(segment.entries(entry));
    }
    all.addAll(history.entries());
    return all;
  }
}

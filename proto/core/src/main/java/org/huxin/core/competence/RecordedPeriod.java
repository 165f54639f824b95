// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.competence;

import java.time.Instant;
import java.util.Optional;

/** A period of a competence in two times: when it holds in law, and when the ledger knew. */
public interface RecordedPeriod {
  /** From when on. */
  Instant from();

  /** Until when, exclusive, as it was opened; empty for open. */
  Optional<Instant> to();

  /** When the ledger recorded it. */
  Instant openedAt();

  /** That it ended before; empty while it stands. */
  Optional<PeriodEnd> closing();

  /**
   * Whether the period holds at a legal time, as the ledger knew by another.
   *
   * @param knownAt empty for all that it knows
   */
  default boolean holds(Instant time, Optional<Instant> knownAt) {
    return holds(from(), to(), openedAt(), closing(), time, knownAt);
  }

  /** The end of the period as it is known now. */
  default Optional<Instant> end() {
    return closing().map(PeriodEnd::to).or(this::to);
  }

  /** The rule, for what is a single period. */
  static boolean holds(
      Instant from,
      Optional<Instant> to,
      Instant openedAt,
      Optional<PeriodEnd> closing,
      Instant time,
      Optional<Instant> knownAt) {
    if (knownAt.isPresent() && openedAt.isAfter(knownAt.get())) {
      return false;
    }
    boolean closed =
        closing.isPresent()
            && (knownAt.isEmpty() || !closing.get().at().isAfter(knownAt.get()))
            && !time.isBefore(closing.get().to());
    return !closed && !time.isBefore(from) && (to.isEmpty() || time.isBefore(to.get()));
  }
}

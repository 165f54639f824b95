// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.verification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.huxin.core.ledger.Entity;

/**
 * The two times of a question.
 *
 * @param asOf the legal time
 * @param knownAt by when the ledger must have recorded what counts; empty for all that it has
 */
record Moment(Instant asOf, Optional<Instant> knownAt) {
  /** Dates are those of the cities: UTC+8, without summer time. */
  private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

  /** Whether the ledger had recorded something by then. */
  boolean knows(Instant recordedAt) {
    return knownAt.isEmpty() || !recordedAt.isAfter(knownAt.get());
  }

  /** An entity that the ledger had recorded by then. */
  <T extends Entity> Optional<T> known(Optional<T> entity) {
    return entity.filter(found -> knows(found.history().first().at()));
  }

  /** The day of the legal time. */
  LocalDate day() {
    return asOf.atOffset(ZONE).toLocalDate();
  }
}

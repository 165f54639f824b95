// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.pki;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When a certificate is valid, in whole seconds.
 *
 * @param notBefore the first second
 * @param notAfter the last second, after the first
 */
public record Validity(Instant notBefore, Instant notAfter) {
  /** Room for clocks that differ: a certificate made now is good on the neighbour's machine. */
  private static final Duration BEFORE = Duration.ofMinutes(5);

  /**
   * A validity; fractions of seconds are cut off, since X.509 has none.
   *
   * @throws IllegalArgumentException if it ends before it begins
   */
  public Validity {
    notBefore = notBefore.truncatedTo(ChronoUnit.SECONDS);
    notAfter = notAfter.truncatedTo(ChronoUnit.SECONDS);
    if (!notBefore.isBefore(notAfter)) {
      throw new IllegalArgumentException("a validity begins before it ends");
    }
  }

  /** So many days from now on, and five minutes before. */
  public static Validity days(Instant now, int days) {
    return new Validity(now.minus(BEFORE), now.plus(days, ChronoUnit.DAYS));
  }

  /** Whole days left at a time; negative once it is over. */
  public long daysLeft(Instant now) {
    return Math.floorDiv(now.until(notAfter, ChronoUnit.SECONDS), Duration.ofDays(1).toSeconds());
  }
}

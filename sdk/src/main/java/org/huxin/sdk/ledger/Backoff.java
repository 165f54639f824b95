// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.ledger;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: at random up to a bound that doubles with each try, so that
 * those who met once do not meet again.
 *
 * @param first the bound before the second try, at least 1 ms
 * @param longest the bound that is never exceeded
 */
public record Backoff(Duration first, Duration longest) {
  /** Beyond it every bound is the longest one. */
  private static final int MOST_DOUBLINGS = 30;

  /**
   * Bounds.
   *
   * @throws IllegalArgumentException unless 1 ms ≤ {@code first} ≤ {@code longest}
   */
  public Backoff {
    if (first.toMillis() < 1 || first.compareTo(longest) > 0) {
      throw new IllegalArgumentException("1 ms, then first, then longest");
    }
  }

  /**
   * A wait of at least 1 ms.
   *
   * @param failures how many tries have failed, from 1
   */
  public Duration after(int failures, RandomGenerator random) {
    int doublings = Math.min(Math.max(failures - 1, 0), MOST_DOUBLINGS);
    long bound = Math.min(longest.toMillis(), first.toMillis() << doublings);
    return Duration.ofMillis(1 + random.nextLong(Math.max(bound, 1)));
  }
}

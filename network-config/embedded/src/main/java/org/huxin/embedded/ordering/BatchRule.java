// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.ordering;

import java.time.Duration;

/**
 * When a block is cut.
 *
 * @param maxCount the most transactions in a block
 * @param maxBytes the size from which a block takes no more
 * @param longestWait how long a block waits for more transactions; zero: cut at once when idle
 */
public record BatchRule(int maxCount, int maxBytes, Duration longestWait) {
  /** Cut at once when idle, so that a single submit commits in milliseconds. */
  public static final BatchRule AT_ONCE = new BatchRule(500, 2 << 20, Duration.ZERO);

  /**
   * A rule.
   *
   * @throws IllegalArgumentException if a limit is not positive or the wait is negative
   */
  public BatchRule {
    if (maxCount < 1 || maxBytes < 1 || longestWait.isNegative()) {
      throw new IllegalArgumentException("limits of a batch are positive");
    }
  }
}

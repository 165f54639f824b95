// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.config.build;

import java.time.Duration;

/**
 * When a block is cut.
 *
 * @param maxMessageCount the most transactions in a block, at least 1
 * @param absoluteMaxBytes the largest block, in bytes
 * @param preferredMaxBytes where a block ends if it can, at most {@code absoluteMaxBytes}
 * @param timeout the longest wait for more transactions
 */
public record BatchLimits(
    int maxMessageCount, int absoluteMaxBytes, int preferredMaxBytes, Duration timeout) {
  /** Fabric's own defaults but for a count that suits small networks. */
  public static final BatchLimits DEFAULT =
      new BatchLimits(500, 10 << 20, 2 << 20, Duration.ofSeconds(2));

  /**
   * Limits.
   *
   * @throws IllegalArgumentException if a limit is not positive, or the preferred size is greater
   *     than the largest
   */
  public BatchLimits {
    if (maxMessageCount < 1
        || preferredMaxBytes < 1
        || absoluteMaxBytes < preferredMaxBytes
        || timeout.isNegative()
        || timeout.isZero()) {
      throw new IllegalArgumentException("limits of a batch are positive and in order");
    }
  }
}

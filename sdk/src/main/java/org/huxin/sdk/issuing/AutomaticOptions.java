// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.issuing;

import java.time.Duration;

/**
 * When licences become a batch by themselves.
 *
 * @param linger how long the first licence of a batch waits for others
 * @param batchSize a batch of so many waits no longer
 * @param capacity how many licences may wait or be under way; who brings more is held up
 */
public record AutomaticOptions(Duration linger, int batchSize, int capacity) {
  /** A quarter of a second, beneath what a person notices; a few full batches under way. */
  public static final AutomaticOptions DEFAULT =
      new AutomaticOptions(Duration.ofMillis(250), 1_024, 8_192);

  /**
   * Such options.
   *
   * @throws IllegalArgumentException if they are not positive, or a batch is larger than the
   *     capacity
   */
  public AutomaticOptions {
    if (linger.isNegative() || batchSize < 1 || capacity < batchSize) {
      throw new IllegalArgumentException("0 <= linger and 1 <= batchSize <= capacity");
    }
  }
}

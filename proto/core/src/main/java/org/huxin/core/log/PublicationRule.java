// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.log;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a city's node publishes a checkpoint on the ledger: once in an interval at most, and only if
 * its log has grown (proto/spec/checkpoint.md). Pure.
 *
 * @param interval the least time between two publications
 */
public record PublicationRule(Duration interval) {
  /**
   * A rule.
   *
   * @throws IllegalArgumentException if the interval is not positive
   */
  public PublicationRule {
    if (interval.isNegative() || interval.isZero()) {
      throw new IllegalArgumentException("a positive interval");
    }
  }

  /**
   * What the city published last.
   *
   * @param size of the log
   * @param at when the ledger recorded it
   */
  public record Published(long size, Instant at) {}

  /**
   * Whether it is time.
   *
   * @param last what was published last; empty if nothing was
   * @param size of the log now
   */
  public boolean isDue(Optional<Published> last, long size, Instant now) {
    return last.map(each -> size > each.size() && !now.isBefore(each.at().plus(interval)))
        .orElse(size > 0);
  }
}

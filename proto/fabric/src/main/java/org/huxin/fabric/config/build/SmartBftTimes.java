// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.config.build;

import java.time.Duration;

/**
 * SmartBFT's timers. The block's size follows from {@link BatchLimits}; the rest has one right
 * value.
 *
 * @param batchInterval the longest wait for more transactions: what {@code BatchTimeout} is not
 * @param requestForward after which a request is forwarded to the leader
 * @param requestComplain after which the leader is suspected; not before it was forwarded
 * @param requestAutoRemove after which a request is dropped; not before the leader is suspected
 * @param viewChangeResend after which a view change is asked for again
 * @param viewChange after which a view change has failed; not before it is asked for again
 * @param leaderHeartbeat after which a silent leader is suspected
 * @param collect how long a starting consenter collects the state of others
 */
public record SmartBftTimes(
    Duration batchInterval,
    Duration requestForward,
    Duration requestComplain,
    Duration requestAutoRemove,
    Duration viewChangeResend,
    Duration viewChange,
    Duration leaderHeartbeat,
    Duration collect) {

  /**
   * For a small network: a lost leader costs some five seconds (the stock sample's timers: over
   * twenty).
   */
  public static final SmartBftTimes SMALL_NETWORK =
      new SmartBftTimes(
          Duration.ofMillis(50),
          Duration.ofSeconds(1),
          Duration.ofSeconds(4),
          Duration.ofMinutes(2),
          Duration.ofSeconds(2),
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          Duration.ofSeconds(1));

  /**
   * Timers.
   *
   * @throws IllegalArgumentException if SmartBFT would refuse them: forward ≤ complain ≤ remove,
   *     resend ≤ view change
   */
  public SmartBftTimes {
    if (requestForward.compareTo(requestComplain) > 0
        || requestComplain.compareTo(requestAutoRemove) > 0
        || viewChangeResend.compareTo(viewChange) > 0) {
      throw new IllegalArgumentException("SmartBFT's timers are out of order");
    }
  }
}

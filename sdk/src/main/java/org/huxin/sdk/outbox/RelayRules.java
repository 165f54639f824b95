// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.outbox;

import java.time.Duration;
import org.huxin.sdk.ledger.Backoff;

/**
 * How a relay works.
 *
 * @param parkAfter how many refusals park an entry, at least 1: some pass, such as that of a key
 *     not registered yet
 * @param backoff the wait before an entry is tried again
 * @param lease for how long an entry belongs to the relay that took it; longer than any submit
 * @param batch how many entries one round takes at most, at least 1
 */
public record RelayRules(int parkAfter, Backoff backoff, Duration lease, int batch) {
  /** Ten minutes are beyond all deadlines of a submit with its repetitions. */
  public static final RelayRules DEFAULT =
      new RelayRules(
          5,
          new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5)),
          Duration.ofMinutes(10),
          100);

  /**
   * Rules.
   *
   * @throws IllegalArgumentException if a number is less than 1, or the lease is not positive
   */
  public RelayRules {
    if (parkAfter < 1 || batch < 1 || lease.toMillis() < 1) {
      throw new IllegalArgumentException("at least 1 of each");
    }
  }
}

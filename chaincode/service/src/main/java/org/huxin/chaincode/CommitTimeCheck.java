// SPDX-License-Identifier: Apache-2.0
package org.huxin.chaincode;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.huxin.core.governance.Membership;
import org.huxin.core.ledger.LedgerView;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;

/**
 * The endorser's bound on the time of a transaction, which is but the carrier's claim. The one
 * place where a clock has a say about the ledger; nothing of it is written.
 */
final class CommitTimeCheck {
  /** How far clocks may differ before the ledger is founded: the design's own limit. */
  static final Duration BEFORE_FOUNDING = Duration.ofMinutes(5);

  private final InstantSource clock;

  CommitTimeCheck(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Refuses a time that is too far from the endorser's.
   *
   * @throws LedgerRefusedException {@link LedgerRefusal#COMMIT_TIME_NOT_PLAUSIBLE}
   */
  void require(Instant committedAt, LedgerView view) {
    Duration limit =
        view.get(Membership.key())
            .map(membership -> Duration.ofSeconds(membership.limits().clockSkewSeconds()))
            .orElse(BEFORE_FOUNDING);
    Duration difference = Duration.between(committedAt, clock.instant()).abs();
    if (difference.compareTo(limit) > 0) {
      throw new LedgerRefusedException(
          LedgerRefusal.COMMIT_TIME_NOT_PLAUSIBLE,
          Map.of(
              "committedAt", Long.toString(committedAt.getEpochSecond()),
              "limit", Long.toString(limit.toSeconds())));
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huxin.core.governance.Membership;
import org.huxin.core.ledger.LedgerView;
import org.huxin.node.finding.Finding;
import org.huxin.node.finding.FindingCode;
import org.huxin.node.replica.AcceptedBlock;
import org.huxin.node.replica.AcceptedTransaction;

/**
 * Compares the time of a transaction, which is but the carrier's claim, with when its block was
 * seen. Endorsers do the same, and may all be wrong. Stateless.
 */
public final class CommitTimeBound {
  /** The bound before the ledger is founded: the endorsers' own. */
  private static final Duration BEFORE_FOUNDING = Duration.ofMinutes(5);

  private CommitTimeBound() {}

  /**
   * What is not plausible of a block.
   *
   * @param view of the ledger, whose limit counts
   * @param source who delivered it
   * @param seenAt when it was received, as the newest block that there was
   */
  public static List<Finding> findings(
      AcceptedBlock block, LedgerView view, String source, Instant seenAt) {
    Duration limit =
        view.get(Membership.key())
            .map(membership -> Duration.ofSeconds(membership.limits().clockSkewSeconds()))
            .orElse(BEFORE_FOUNDING);
    List<Finding> findings = new ArrayList<>();
    for (AcceptedTransaction each : block.transactions()) {
      Duration difference = Duration.between(each.committedAt(), seenAt).abs();
      if (difference.compareTo(limit) > 0) {
        findings.add(
            Finding.of(
                FindingCode.COMMIT_TIME_NOT_PLAUSIBLE,
                block.number(),
                source,
                seenAt,
                Map.of(
                    "transaction", each.id(),
                    "committedAt", Long.toString(each.committedAt().getEpochSecond()),
                    "limit", Long.toString(limit.toSeconds()))));
      }
    }
    return findings;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.gateway;

import java.time.Duration;
import org.huxin.sdk.ledger.Backoff;

/**
 * How often a statement is tried.
 *
 * @param mostTransactions how many transactions at most carry one statement, at least 1: each but
 *     the last met a conflict; and how many rounds one of them is endorsed in while endorsers
 *     disagree
 * @param backoff the wait before the next transaction, round or question
 */
public record SubmitRules(int mostTransactions, Backoff backoff) {
  /** A conflict needs another writer of the same entity: eight in a row are a bug. */
  public static final SubmitRules DEFAULT =
      new SubmitRules(8, new Backoff(Duration.ofMillis(100), Duration.ofSeconds(3)));

  /**
   * Rules.
   *
   * @throws IllegalArgumentException if no transaction is allowed
   */
  public SubmitRules {
    if (mostTransactions < 1) {
      throw new IllegalArgumentException("at least one transaction");
    }
  }
}

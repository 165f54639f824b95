// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.usage;

import java.time.Instant;
import java.util.List;

/**
 * What an issuer delivered against what was recorded.
 *
 * @param recorded deliveries whose use is on the ledger; unmodifiable
 * @param unrecorded deliveries of which no use is on the ledger: the consumer has not decided yet,
 *     or used and recorded nothing; unmodifiable
 * @param undelivered uses that the issuer can open, of licences that came another way, as with the
 *     holder; unmodifiable
 */
public record Reconciliation(
    List<Delivery> recorded, List<Delivery> unrecorded, List<TrailUse> undelivered) {
  /** Copies of the given lists. */
  public Reconciliation {
    recorded = List.copyOf(recorded);
    unrecorded = List.copyOf(unrecorded);
    undelivered = List.copyOf(undelivered);
  }

  /** Deliveries older than a time of which no use is on the ledger. */
  public List<Delivery> overdue(Instant before) {
    return unrecorded.stream().filter(each -> each.at().isBefore(before)).toList();
  }
}

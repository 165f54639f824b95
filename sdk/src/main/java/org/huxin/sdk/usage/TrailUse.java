// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.usage;

import java.time.Instant;
import org.huxin.core.authorization.RecordUsage;
import org.huxin.core.authorization.UseBasis;
import org.huxin.core.holder.TrailEntry;
import org.huxin.core.id.StatementId;
import org.huxin.core.reference.LicenceRef;

/**
 * A use that a holder, or an issuer, found in the trail.
 *
 * @param entry which licence was used, by whom, in which service
 * @param usage as it was recorded
 * @param index which of its uses, from 0
 * @param at when the ledger recorded it
 * @param statement the statement that recorded it
 * @param consistent whether the entry is that of the reference that was recorded, by the consumer
 *     and for the service that recorded it; if not, the consumer sealed something else than it used
 */
public record TrailUse(
    TrailEntry entry,
    RecordUsage usage,
    int index,
    Instant at,
    StatementId statement,
    boolean consistent) {
  /** Which licence. */
  public LicenceRef licence() {
    return entry.licence();
  }

  /** On what it rests. */
  public UseBasis basis() {
    return usage.basis();
  }
}

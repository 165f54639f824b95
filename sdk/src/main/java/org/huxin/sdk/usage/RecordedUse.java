// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.usage;

import org.huxin.core.authorization.RecordUsage;
import org.huxin.core.id.StatementId;
import org.huxin.sdk.ledger.LedgerClient.Committed;

/**
 * A use that is on the ledger.
 *
 * @param usage as it was recorded
 * @param committed where
 */
public record RecordedUse(RecordUsage usage, Committed committed) {
  /** The name of the statement. */
  public StatementId statement() {
    return committed.statement();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.ledger;

import java.time.Instant;
import org.huxin.core.id.StatementId;

/** What made one version of an entity. */
public interface HistoryEntry {
  /** When the ledger recorded it: not before the entry in front of it. */
  Instant at();

  /** The statement that made it. */
  StatementId statement();
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.issuing;

import java.util.List;
import org.huxin.core.refusal.LedgerRefusedException;

/**
 * What became of the submissions that were pending.
 *
 * @param anchored how many are on the ledger now
 * @param refused why the ledger refused the others; the store has forgotten them, so that their
 *     licences can be issued anew; unmodifiable
 */
public record Recovery(int anchored, List<LedgerRefusedException> refused) {
  /** A copy of the given list. */
  public Recovery {
    refused = List.copyOf(refused);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.validation;

import java.util.List;
import org.huxin.fabric.block.LedgerBlock;
import org.huxin.fabric.lifecycle.ExpiringHash;
import org.huxin.fabric.state.StateUpdates;

/**
 * A block that was verified and judged, and what its commit changes.
 *
 * @param block the block as it was received
 * @param result what was found
 * @param updates what its valid transactions change
 * @param expiring hashes that it writes and that will end
 * @param expired hashes that leave the state with it, after its updates
 * @param position where the replay stands after it
 */
public record JudgedBlock(
    LedgerBlock block,
    ReplayedBlock result,
    StateUpdates updates,
    List<ExpiringHash> expiring,
    List<ExpiringHash> expired,
    ReplayPosition position) {

  /** Copies the lists. */
  public JudgedBlock {
    expiring = List.copyOf(expiring);
    expired = List.copyOf(expired);
  }
}

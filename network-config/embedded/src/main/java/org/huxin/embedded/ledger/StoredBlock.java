// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.ledger;

import java.util.Map;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;

/**
 * A committed block and the private data that belong to it.
 *
 * @param block with all its metadata
 * @param privateWrites by position of the transaction; only what the network holds
 */
public record StoredBlock(Block block, Map<Integer, TxPvtReadWriteSet> privateWrites) {

  /** Copies the map. */
  public StoredBlock {
    privateWrites = Map.copyOf(privateWrites);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.validation;

import java.util.Optional;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.fabric.block.LedgerBlock;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockHeader;

/**
 * How far a replay has come, and all that the next block is judged by besides the state.
 *
 * @param last the header of the last block
 * @param commitHash of the last block and all before it; empty after the genesis block
 * @param configuration the block that holds the configuration in force
 */
public record ReplayPosition(
    BlockHeader last, Optional<Bytes> commitHash, LedgerBlock configuration) {

  /** The number of the last block. */
  public long number() {
    return last.getNumber();
  }

  /** The hash of the last block's header. */
  public Bytes headerHash() {
    return new LedgerBlock(Block.newBuilder().setHeader(last).build()).headerHash();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.block;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Map;
import org.huxin.crypto.bytes.Bytes;
import org.hyperledger.fabric.protos.common.Block;

/**
 * A block as it was read, of which nothing is verified yet. Immutable.
 *
 * @param block Fabric's own message
 */
public record LedgerBlock(Block block) {

  /**
   * Reads the bytes of {@code common.Block}.
   *
   * @throws BlockRefusedException {@link BlockRefusal#BLOCK_UNREADABLE} if they are none
   */
  public static LedgerBlock read(Bytes bytes) {
    try {
      Block block = Block.parseFrom(bytes.asByteBuffer());
      if (block.hasHeader()) {
        return new LedgerBlock(block);
      }
    } catch (InvalidProtocolBufferException e) {
      // refused below, as is a message without a header
    }
    throw new BlockRefusedException(
        BlockRefusal.BLOCK_UNREADABLE, Map.of("length", Integer.toString(bytes.length())));
  }

  /** Its number as the header has it. */
  public long number() {
    return block.getHeader().getNumber();
  }

  /** SHA-256 of its header: what pins a genesis block, and with it the whole chain. */
  public Bytes headerHash() {
    return Bytes.of(BlockHashes.header(block.getHeader()).asReadOnlyByteBuffer());
  }
}

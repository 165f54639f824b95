// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.block;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.Map;
import org.huxin.fabric.access.ConfigurationInForce;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.OrdererBlockMetadata;

/**
 * Verifies that a block is the next of a chain and that its consenters signed it, as a peer does
 * before it looks at the transactions. A configuration block is judged by the configuration before
 * it; whoever calls puts the new one in force. For one thread.
 */
public final class BlockVerifier {
  private final ConfigurationInForce inForce;
  private final BlockSignatures signatures;

  /** Judges by the configuration in force at the time of each call. */
  public BlockVerifier(ConfigurationInForce inForce) {
    this.inForce = inForce;
    this.signatures = new BlockSignatures(inForce);
  }

  /**
   * Verifies a block other than the genesis block.
   *
   * @param previous the header of the block before it, already verified
   * @return the ids of the consenters that signed, in the order of the block; without those whose
   *     signature is not theirs, and empty under Raft, where signers have no ids
   * @throws BlockRefusedException the first finding, in the order of {@link BlockRefusal}
   */
  public List<Integer> verify(Block block, BlockHeader previous) {
    BlockHeader header = block.getHeader();
    long number = header.getNumber();
    if (number != previous.getNumber() + 1) {
      throw new BlockRefusedException(
          BlockRefusal.BLOCK_NUMBER,
          number,
          Map.of("expected", Long.toUnsignedString(previous.getNumber() + 1)));
    }
    if (!header.getPreviousHash().equals(BlockHashes.header(previous))) {
      throw new BlockRefusedException(BlockRefusal.BLOCK_PREVIOUS_HASH, number);
    }
    if (!header.getDataHash().equals(BlockHashes.data(block.getData()))) {
      throw new BlockRefusedException(BlockRefusal.BLOCK_DATA_HASH, number);
    }
    boolean configuration = isConfiguration(block);
    if (!configuration) {
      requireEnvelopes(block);
    }
    Metadata signed = signed(block);
    List<Integer> signers = signatures.verify(header, signed);
    requireLastConfiguration(number, signed, configuration ? number : inForce.blockNumber());
    return signers;
  }

  /** Whether a block holds a configuration and nothing else. */
  public static boolean isConfiguration(Block block) {
    return block.getData().getDataCount() == 1
        && TransactionView.of(block.getData().getData(0)).channelHeader().getType()
            == HeaderType.CONFIG_VALUE;
  }

  private static void requireEnvelopes(Block block) {
    long number = block.getHeader().getNumber();
    if (block.getData().getDataCount() == 0) {
      throw new BlockRefusedException(BlockRefusal.BLOCK_DATA, number);
    }
    for (int i = 0; i < block.getData().getDataCount(); i++) {
      if (!isWhole(block.getData().getData(i))) {
        throw new BlockRefusedException(
            BlockRefusal.BLOCK_DATA, number, Map.of("transaction", Integer.toString(i)));
      }
    }
  }

  private static boolean isWhole(ByteString data) {
    try {
      Envelope envelope = Envelope.parseFrom(data);
      return !envelope.getPayload().isEmpty()
          && !envelope.getSignature().isEmpty()
          && envelope.toByteString().equals(data);
    } catch (InvalidProtocolBufferException e) {
      return false;
    }
  }

  private static Metadata signed(Block block) {
    List<ByteString> slots = block.getMetadata().getMetadataList();
    long number = block.getHeader().getNumber();
    if (slots.size() <= BlockMetadataIndex.COMMIT_HASH_VALUE) {
      throw new BlockRefusedException(
          BlockRefusal.BLOCK_METADATA, number, Map.of("slots", Integer.toString(slots.size())));
    }
    try {
      return Metadata.parseFrom(slots.get(BlockMetadataIndex.SIGNATURES_VALUE));
    } catch (InvalidProtocolBufferException e) {
      throw new BlockRefusedException(BlockRefusal.BLOCK_METADATA, number);
    }
  }

  private static void requireLastConfiguration(long number, Metadata signed, long held) {
    long index;
    try {
      index = OrdererBlockMetadata.parseFrom(signed.getValue()).getLastConfig().getIndex();
    } catch (InvalidProtocolBufferException e) {
      throw new BlockRefusedException(BlockRefusal.BLOCK_METADATA, number);
    }
    if (index != held) {
      throw new BlockRefusedException(
          BlockRefusal.BLOCK_LAST_CONFIG,
          number,
          Map.of("signed", Long.toUnsignedString(index), "expected", Long.toUnsignedString(held)));
    }
  }
}

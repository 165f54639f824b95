// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.embedded.suite.GatewayClient;
import org.huxin.fabric.block.LedgerBlock;
import org.huxin.fabric.validation.LedgerReplay;
import org.huxin.fabric.validation.ReplayedBlock;
import org.huxin.fabric.validation.ReplayedTransaction;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.BlockchainInfo;
import org.hyperledger.fabric.protos.common.Metadata;

/**
 * All blocks that a real peer delivers, validated again by the rules of this project; the peer's
 * own commit hash of each block must be the one that follows from them.
 *
 * @param state the digest of the state after the last block
 * @param codes of all transactions, by name
 * @param lastSigners the consenters that signed the last block
 */
record PeerReplay(Digest state, List<String> codes, List<Integer> lastSigners) {

  /** Up to the height that the peer has now. */
  static PeerReplay of(GatewayClient client, FabricNetwork network) throws Exception {
    return of(client, network, height(client, network.channelId()));
  }

  static long height(GatewayClient client, String channelId) throws Exception {
    return BlockchainInfo.parseFrom(
            client.contract("qscc").evaluateTransaction("GetChainInfo", channelId))
        .getHeight();
  }

  /** Up to a height, for which the peer is waited for. */
  static PeerReplay of(GatewayClient client, FabricNetwork network, long height)
      throws InvalidProtocolBufferException {
    Bytes trusted = new LedgerBlock(Block.parseFrom(network.genesis().asByteBuffer())).headerHash();
    List<String> codes = new ArrayList<>();
    try (CloseableIterator<Block> blocks =
        client.network().newBlockEventsRequest().startBlock(0).build().getEvents()) {
      LedgerReplay replay = LedgerReplay.begin(new LedgerBlock(blocks.next()), trusted);
      ReplayedBlock last = replay.genesis();
      for (long number = 1; number < height; number++) {
        Block block = blocks.next();
        last = replay.next(new LedgerBlock(block));
        assertEquals(commitHash(block), last.commitHash().orElseThrow());
        last.transactions().stream().map(ReplayedTransaction::name).forEach(codes::add);
      }
      return new PeerReplay(replay.stateDigest(), codes, last.signers());
    }
  }

  private static Bytes commitHash(Block block) throws InvalidProtocolBufferException {
    return Bytes.of(
        Metadata.parseFrom(block.getMetadata().getMetadata(BlockMetadataIndex.COMMIT_HASH_VALUE))
            .getValue()
            .asReadOnlyByteBuffer());
  }
}

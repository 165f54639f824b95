// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.embedded.suite.GatewayClient;
import org.huxin.fabric.block.LedgerBlock;
import org.huxin.fabric.validation.LedgerReplay;
import org.huxin.fabric.validation.ReplayedBlock;
import org.huxin.fabric.validation.ReplayedTransaction;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.BlockchainInfo;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What real peers commit is what the rules of this project say, block by block. */
@RequiresFabric
class FabricReplayTest {
  @RegisterExtension static final FabricNetworkExtension FABRIC = new FabricNetworkExtension();

  private static Transaction endorsed(Contract contract, String... arguments) throws Exception {
    return contract.newProposal("rmw").addArguments(arguments).build().endorse();
  }

  /** One valid transaction and one that is not. */
  private static void conflict(GatewayClient client) throws Exception {
    Contract contract = client.contract("licence");
    String key = UUID.randomUUID().toString();
    Transaction first = endorsed(contract, key, "1");
    Transaction second = endorsed(contract, key, "2");
    assertEquals(TxValidationCode.VALID, first.submitAsync().getStatus().getCode());
    assertEquals(TxValidationCode.MVCC_READ_CONFLICT, second.submitAsync().getStatus().getCode());
  }

  private static long height(GatewayClient client, String channelId) throws Exception {
    return BlockchainInfo.parseFrom(
            client.contract("qscc").evaluateTransaction("GetChainInfo", channelId))
        .getHeight();
  }

  private static List<Block> blocks(GatewayClient client, long height) {
    List<Block> blocks = new ArrayList<>();
    try (CloseableIterator<Block> events =
        client.network().newBlockEventsRequest().startBlock(0).build().getEvents()) {
      while (blocks.size() < height) {
        blocks.add(events.next());
      }
    }
    return blocks;
  }

  private static Bytes commitHash(Block block) throws Exception {
    return Bytes.of(
        Metadata.parseFrom(block.getMetadata().getMetadata(BlockMetadataIndex.COMMIT_HASH_VALUE))
            .getValue()
            .asReadOnlyByteBuffer());
  }

  @Test
  void everyPeersBlocksAreSoundAndComeToOneState() throws Exception {
    FabricNetwork network = FABRIC.network();
    LedgerBlock genesis = new LedgerBlock(Block.parseFrom(network.genesis().asByteBuffer()));
    long height;
    try (GatewayClient client = TestNetworks.client(network, network.cities().get(0))) {
      conflict(client);
      height = height(client, network.channelId());
    }
    List<Digest> states = new ArrayList<>();
    for (FabricCity city : network.cities()) {
      try (GatewayClient client = TestNetworks.client(network, city)) {
        List<Block> blocks = blocks(client, height);
        LedgerReplay replay =
            LedgerReplay.begin(new LedgerBlock(blocks.get(0)), genesis.headerHash());
        List<String> codes = new ArrayList<>();
        for (Block block : blocks.subList(1, blocks.size())) {
          ReplayedBlock replayed = replay.next(new LedgerBlock(block));
          assertEquals(commitHash(block), replayed.commitHash().orElseThrow());
          assertEquals(3, replayed.signers().size());
          replayed.transactions().stream().map(ReplayedTransaction::name).forEach(codes::add);
        }
        assertTrue(codes.containsAll(List.of("VALID", "MVCC_READ_CONFLICT")));
        states.add(replay.stateDigest());
      }
    }
    assertEquals(1, states.stream().distinct().count());
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.protobuf.ByteString;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.huxin.fabric.ConfigChange;
import org.huxin.fabric.GoldenLedger;
import org.huxin.fabric.access.ChannelConfiguration;
import org.huxin.fabric.access.ConfigurationInForce;
import org.huxin.fabric.access.Members;
import org.huxin.fabric.block.BlockRefusal;
import org.huxin.fabric.block.BlockRefusedException;
import org.huxin.fabric.block.BlockStream;
import org.huxin.fabric.block.LedgerBlock;
import org.huxin.fabric.block.TransactionView;
import org.huxin.fabric.config.build.BatchLimits;
import org.huxin.fabric.config.build.ConfigUpdateWriter;
import org.huxin.fabric.config.update.ConfigUpdateCheck;
import org.huxin.fabric.state.MemoryState;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;

/** Whatever bytes clients and orderers send: each is judged or refused, and nothing else. */
final class LedgerBytesFuzzTest {
  private static final Block GENESIS = GoldenLedger.blocks("ordos").get(0);
  private static final Members MEMBERS = new Members(ChannelConfiguration.of(GENESIS));

  @FuzzTest
  void anEnvelopeIsJudged(byte[] bytes) {
    assertNotNull(
        new TransactionCheck(MEMBERS, "licence").check(ByteString.copyFrom(bytes)).code());
  }

  @FuzzTest
  void aTransactionIsReadAsFarAsPossible(byte[] bytes) {
    TransactionView view = TransactionView.of(ByteString.copyFrom(bytes));
    assertNotNull(view.transactionId());
    assertNotNull(view.event());
  }

  @FuzzTest
  void aBlockIsJudged(byte[] bytes) {
    Block block =
        Block.newBuilder()
            .setHeader(BlockHeader.newBuilder().setNumber(1))
            .setData(BlockData.newBuilder().addData(ByteString.copyFrom(bytes)))
            .build();
    PeerJudge judge = new PeerJudge("licence", new ConfigurationInForce(GENESIS));
    try {
      assertNotNull(judge.judge(block, new MemoryState(), List.of()::contains));
    } catch (BlockRefusedException refused) {
      // a configuration that may not follow
    }
  }

  @FuzzTest
  void aFileOfBlocksIsReadOrRefused(byte[] bytes) throws IOException {
    BlockStream blocks = new BlockStream(new ByteArrayInputStream(bytes));
    try {
      for (Optional<LedgerBlock> next = blocks.next(); next.isPresent(); next = blocks.next()) {
        assertNotNull(next.get().headerHash());
      }
    } catch (BlockRefusedException refused) {
      assertEquals(BlockRefusal.BLOCK_UNREADABLE, refused.code());
    }
  }

  /** The bytes stand for the update that a configuration is said to come from. */
  @FuzzTest
  void aConfigurationUpdateIsJudgedOrRefused(byte[] bytes) {
    ByteString update = ByteString.copyFrom(bytes);
    ConfigChange change =
        new ConfigChange(
            GENESIS,
            ConfigUpdateWriter.batchLimits(
                new BatchLimits(25, 10 << 20, 512 << 10, Duration.ofSeconds(2))));
    Block block = change.lastUpdate(update).block();
    try {
      assertNotNull(
          new ConfigUpdateCheck(new ConfigurationInForce(GENESIS), "licence", 1).check(block));
    } catch (BlockRefusedException refused) {
      assertNotNull(refused.code());
    }
  }

  @FuzzTest
  void aConfigurationIsReadOrRefused(byte[] bytes) {
    try {
      Block block =
          Block.newBuilder()
              .setData(BlockData.newBuilder().addData(ByteString.copyFrom(bytes)))
              .build();
      assertNotNull(new Members(ChannelConfiguration.of(block)));
    } catch (IllegalArgumentException refused) {
      // the other of the two answers
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.validation;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.protobuf.ByteString;
import java.util.List;
import org.huxin.fabric.GoldenLedger;
import org.huxin.fabric.access.ChannelConfiguration;
import org.huxin.fabric.access.ConfigurationInForce;
import org.huxin.fabric.access.Members;
import org.huxin.fabric.block.TransactionView;
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
    assertNotNull(judge.judge(block, new MemoryState(), List.of()::contains));
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

// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.validation;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import org.huxin.embedded.GoldenLedger;
import org.huxin.embedded.access.ChannelConfiguration;
import org.huxin.embedded.access.ConfigurationInForce;
import org.huxin.embedded.access.Members;
import org.huxin.embedded.ledger.TransactionView;
import org.huxin.embedded.simulation.Invocation;
import org.huxin.embedded.state.MemoryState;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.peer.SignedProposal;

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
  void aProposalIsTakenApartOrRefused(byte[] bytes) {
    try {
      assertNotNull(
          Invocation.parse(
              SignedProposal.newBuilder().setProposalBytes(ByteString.copyFrom(bytes)).build()));
    } catch (InvalidProtocolBufferException refused) {
      // the other of the two answers
    }
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

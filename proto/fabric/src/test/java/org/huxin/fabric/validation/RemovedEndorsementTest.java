// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.huxin.fabric.ConfigChange;
import org.huxin.fabric.GoldenKeys;
import org.huxin.fabric.GoldenLedger;
import org.huxin.fabric.block.LedgerBlock;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;
import org.junit.jupiter.api.Test;

/**
 * A transaction whose client took endorsements away before signing, in a block that a quorum of
 * consenters signed: they order what they are given, and every peer judges it alike.
 */
final class RemovedEndorsementTest {
  private static final List<Block> BLOCKS = GoldenLedger.blocks("ordos");

  /** The first block whose transaction writes to the recorded chaincode. */
  private static final int NUMBER = 11;

  private static ReplayedTransaction judge(UnaryOperator<ChaincodeActionPayload.Builder> change)
      throws InvalidProtocolBufferException {
    LedgerBlock genesis = new LedgerBlock(BLOCKS.get(0));
    LedgerReplay replay = LedgerReplay.begin(genesis, genesis.headerHash());
    for (Block block : BLOCKS.subList(1, NUMBER)) {
      replay.next(new LedgerBlock(block));
    }
    Envelope recorded = Envelope.parseFrom(BLOCKS.get(NUMBER).getData().getData(0));
    ByteString payload = changed(recorded.getPayload(), change);
    Envelope signed =
        Envelope.newBuilder()
            .setPayload(payload)
            .setSignature(GoldenKeys.sign("Ordos", "client", payload))
            .build();
    Block block =
        ConfigChange.signedBlock(BLOCKS.get(NUMBER - 1), List.of(signed.toByteString()), 0);
    return replay.next(new LedgerBlock(block)).transactions().get(0);
  }

  private static ByteString changed(
      ByteString recorded, UnaryOperator<ChaincodeActionPayload.Builder> change)
      throws InvalidProtocolBufferException {
    Payload payload = Payload.parseFrom(recorded);
    Transaction transaction = Transaction.parseFrom(payload.getData());
    TransactionAction action = transaction.getActions(0);
    ChaincodeActionPayload.Builder endorsed =
        ChaincodeActionPayload.parseFrom(action.getPayload()).toBuilder();
    return payload.toBuilder()
        .setData(
            transaction.toBuilder()
                .setActions(
                    0, action.toBuilder().setPayload(change.apply(endorsed).build().toByteString()))
                .build()
                .toByteString())
        .build()
        .toByteString();
  }

  private static ChaincodeActionPayload.Builder without(
      ChaincodeActionPayload.Builder endorsed, int kept) {
    var endorsements = endorsed.getAction().getEndorsementsList().subList(0, kept);
    return endorsed.setAction(
        endorsed.getAction().toBuilder()
            .clearEndorsements()
            .addAllEndorsements(List.copyOf(endorsements)));
  }

  @Test
  void theTransactionAsItWasIsValid() throws InvalidProtocolBufferException {
    assertEquals("VALID", judge(endorsed -> endorsed).name());
  }

  @Test
  void withoutOneOfThreeEndorsementsThePolicyIsNotMet() throws InvalidProtocolBufferException {
    ReplayedTransaction judged = judge(endorsed -> without(endorsed, 2));

    assertEquals("ENDORSEMENT_POLICY_FAILURE", judged.name());
    assertEquals(10, judged.code());
  }

  @Test
  void oneEndorsementTwiceCountsOnce() throws InvalidProtocolBufferException {
    ReplayedTransaction judged =
        judge(
            endorsed -> {
              ChaincodeActionPayload.Builder two = without(endorsed, 2);
              return two.setAction(
                  two.getAction().toBuilder().addEndorsements(two.getAction().getEndorsements(0)));
            });

    assertEquals("ENDORSEMENT_POLICY_FAILURE", judged.name());
  }
}

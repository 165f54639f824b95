// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import jakarta.json.JsonObject;
import java.util.List;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.fabric.GoldenLedger;
import org.huxin.fabric.block.BlockHashes;
import org.huxin.fabric.block.BlockRefusal;
import org.huxin.fabric.block.BlockRefusedException;
import org.huxin.fabric.block.LedgerBlock;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigValue;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LedgerReplayTest {
  private static final List<Block> ORDOS = GoldenLedger.blocks("ordos");

  private static LedgerReplay begin() {
    LedgerBlock genesis = new LedgerBlock(ORDOS.get(0));
    return LedgerReplay.begin(genesis, genesis.headerHash());
  }

  private static BlockRefusal refusal(Block second) {
    LedgerReplay replay = begin();
    return assertThrows(BlockRefusedException.class, () -> replay.next(new LedgerBlock(second)))
        .code();
  }

  private static Block withSlot(int slot, String hex) {
    Block block = ORDOS.get(1);
    return block.toBuilder()
        .setMetadata(block.getMetadata().toBuilder().setMetadata(slot, ByteString.fromHex(hex)))
        .build();
  }

  @Test
  void findsTheRecordedVerdictsAndHashes() {
    LedgerReplay replay = begin();
    for (int n = 0; n < ORDOS.size(); n++) {
      ReplayedBlock block = n == 0 ? replay.genesis() : replay.next(new LedgerBlock(ORDOS.get(n)));
      JsonObject expected = GoldenLedger.expected().getJsonObject(n);
      assertEquals(expected.getString("headerHash"), block.headerHash().hex());
      assertEquals(
          expected.getString("commitHash", ""), block.commitHash().map(Bytes::hex).orElse(""));
      for (JsonObject recorded :
          expected.getJsonArray("transactions").getValuesAs(JsonObject.class)) {
        ReplayedTransaction transaction = block.transactions().get(recorded.getInt("index"));
        assertEquals(recorded.getString("txId"), transaction.txId());
        assertEquals(recorded.getInt("code"), transaction.code());
      }
    }
  }

  @Test
  void peersThatGotOtherSignaturesComeToOneState() {
    LedgerReplay ordos = begin();
    LedgerReplay baotou = begin();
    List<Block> other = GoldenLedger.blocks("baotou");
    for (int n = 1; n < ORDOS.size(); n++) {
      ordos.next(new LedgerBlock(ORDOS.get(n)));
      baotou.next(new LedgerBlock(other.get(n)));
    }
    assertEquals(ordos.stateDigest(), baotou.stateDigest());
  }

  @Test
  void refusesAnotherGenesisBlock() {
    Bytes other = new LedgerBlock(ORDOS.get(1)).headerHash();
    for (int n : new int[] {0, 1}) {
      BlockRefusedException refused =
          assertThrows(
              BlockRefusedException.class,
              () -> LedgerReplay.begin(new LedgerBlock(ORDOS.get(n)), other));
      assertEquals(BlockRefusal.BLOCK_GENESIS, refused.code());
    }
  }

  @Test
  void refusesAGenesisBlockWithOtherData() {
    Block changed = ORDOS.get(0).toBuilder().setData(BlockData.getDefaultInstance()).build();
    LedgerBlock block = new LedgerBlock(changed);
    assertEquals(
        BlockRefusal.BLOCK_DATA_HASH,
        assertThrows(
                BlockRefusedException.class, () -> LedgerReplay.begin(block, block.headerHash()))
            .code());
  }

  @ParameterizedTest
  @CsvSource({"Orderers", "ConsensusType"})
  void refusesAGenesisBlockWhoseOrderersCannotBeRead(String name)
      throws InvalidProtocolBufferException {
    Envelope envelope = Envelope.parseFrom(ORDOS.get(0).getData().getData(0));
    Payload.Builder payload = Payload.parseFrom(envelope.getPayload()).toBuilder();
    ConfigEnvelope.Builder config = ConfigEnvelope.parseFrom(payload.getData()).toBuilder();
    ConfigGroup.Builder channel = config.getConfigBuilder().getChannelGroupBuilder();
    channel.putGroups(
        "Orderer",
        channel.getGroupsOrThrow("Orderer").toBuilder()
            .putValues(name, ConfigValue.newBuilder().setValue(ByteString.fromHex("ff")).build())
            .build());
    payload.setData(config.build().toByteString());
    BlockData data =
        BlockData.newBuilder()
            .addData(
                envelope.toBuilder()
                    .setPayload(payload.build().toByteString())
                    .build()
                    .toByteString())
            .build();
    LedgerBlock block =
        new LedgerBlock(
            Block.newBuilder()
                .setHeader(BlockHeader.newBuilder().setDataHash(BlockHashes.data(data)))
                .setData(data)
                .build());
    assertEquals(
        BlockRefusal.BLOCK_GENESIS,
        assertThrows(
                BlockRefusedException.class, () -> LedgerReplay.begin(block, block.headerHash()))
            .code());
  }

  @Test
  void refusesTheGenesisBlockTwice() {
    assertEquals(BlockRefusal.BLOCK_NUMBER, refusal(ORDOS.get(0)));
  }

  @ParameterizedTest
  @CsvSource({"0b", "0000"})
  void refusesAForgedFlag(String flags) {
    assertEquals(
        BlockRefusal.BLOCK_FLAGS,
        refusal(withSlot(BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE, flags)));
  }

  @ParameterizedTest
  @CsvSource({"0a0101", "ff"})
  void refusesAnotherCommitHash(String slot) {
    assertEquals(
        BlockRefusal.BLOCK_COMMIT_HASH,
        refusal(withSlot(BlockMetadataIndex.COMMIT_HASH_VALUE, slot)));
  }
}

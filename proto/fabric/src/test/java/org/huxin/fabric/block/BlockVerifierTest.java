// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.block;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.huxin.fabric.GoldenLedger;
import org.huxin.fabric.access.ChannelConfiguration;
import org.huxin.fabric.access.ConfigurationInForce;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.IdentifierHeader;
import org.hyperledger.fabric.protos.common.LastConfig;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.MetadataSignature;
import org.hyperledger.fabric.protos.common.OrdererBlockMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BlockVerifierTest {
  /** A block of two transactions under the configuration of block 183. */
  private static final int SUBJECT = 184;

  private static final List<Block> ORDOS = GoldenLedger.blocks("ordos");

  private static List<Integer> verify(Block block, int configuration) {
    ConfigurationInForce inForce = new ConfigurationInForce(ORDOS.get(configuration));
    return new BlockVerifier(inForce).verify(block, ORDOS.get(SUBJECT - 1).getHeader());
  }

  private static void refused(BlockRefusal code, Block block) {
    assertEquals(
        code, assertThrows(BlockRefusedException.class, () -> verify(block, SUBJECT - 1)).code());
  }

  private static Block withHeader(UnaryOperator<BlockHeader.Builder> change) {
    Block block = ORDOS.get(SUBJECT);
    return block.toBuilder().setHeader(change.apply(block.getHeader().toBuilder())).build();
  }

  private static Metadata signed() {
    try {
      return Metadata.parseFrom(ORDOS.get(SUBJECT).getMetadata().getMetadata(0));
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Block withSigned(ByteString signed) {
    Block block = ORDOS.get(SUBJECT);
    return block.toBuilder()
        .setMetadata(block.getMetadata().toBuilder().setMetadata(0, signed))
        .build();
  }

  private static Block withSignatures(UnaryOperator<List<MetadataSignature>> change) {
    List<MetadataSignature> signatures = new ArrayList<>(signed().getSignaturesList());
    return withSigned(
        signed().toBuilder()
            .clearSignatures()
            .addAllSignatures(change.apply(signatures))
            .build()
            .toByteString());
  }

  private static ByteString flipped(ByteString bytes, int at) {
    byte[] changed = bytes.toByteArray();
    changed[at] ^= 1;
    return ByteString.copyFrom(changed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ordos", "baotou"})
  void findsTheConsentersThatSignedEveryRecordedBlock(String peer) {
    List<Block> blocks = GoldenLedger.blocks(peer);
    JsonArray expected = GoldenLedger.expected();
    ConfigurationInForce inForce = new ConfigurationInForce(blocks.get(0));
    BlockVerifier verifier = new BlockVerifier(inForce);
    for (int n = 1; n < blocks.size(); n++) {
      List<Integer> signers =
          expected.getJsonObject(n).getJsonObject("signers").getJsonArray(peer).stream()
              .map(id -> ((JsonNumber) id).intValue())
              .toList();
      assertEquals(signers, verifier.verify(blocks.get(n), blocks.get(n - 1).getHeader()));
      if (BlockVerifier.isConfiguration(blocks.get(n))) {
        inForce.replace(blocks.get(n));
      }
    }
    assertEquals(191, inForce.blockNumber());
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "3, 2", "4, 3", "5, 4", "6, 4", "7, 5", "10, 7"})
  void asksForMoreThanTwoThirds(int consenters, int quorum) {
    assertEquals(quorum, ChannelConfiguration.quorum(consenters));
  }

  @Test
  void refusesABlockThatIsNotTheNext() {
    refused(BlockRefusal.BLOCK_NUMBER, ORDOS.get(SUBJECT + 1));
    refused(BlockRefusal.BLOCK_NUMBER, ORDOS.get(SUBJECT - 1));
    refused(BlockRefusal.BLOCK_NUMBER, Block.getDefaultInstance());
  }

  @Test
  void refusesABlockOfAFork() {
    refused(
        BlockRefusal.BLOCK_PREVIOUS_HASH,
        withHeader(header -> header.setPreviousHash(flipped(header.getPreviousHash(), 7))));
  }

  @Test
  void refusesAFlippedBitInTheDataHash() {
    refused(
        BlockRefusal.BLOCK_DATA_HASH,
        withHeader(header -> header.setDataHash(flipped(header.getDataHash(), 31))));
  }

  @Test
  void refusesTransactionsInAnotherOrder() {
    Block block = ORDOS.get(SUBJECT);
    List<ByteString> data = new ArrayList<>(block.getData().getDataList());
    Collections.swap(data, 0, 1);
    BlockData other = BlockData.newBuilder().addAllData(data).build();
    Block reordered = block.toBuilder().setData(other).build();

    refused(BlockRefusal.BLOCK_DATA_HASH, reordered);
    refused(
        BlockRefusal.BLOCK_SIGNATURE_QUORUM,
        reordered.toBuilder()
            .setHeader(block.getHeader().toBuilder().setDataHash(BlockHashes.data(other)))
            .build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ff", "0a0101", "0a01010a0102120102", "1201020a0101"})
  void refusesATransactionThatIsNoWholeEnvelope(String hex) {
    ByteString envelope = ByteString.fromHex(hex);
    BlockData data = BlockData.newBuilder().addData(envelope).build();
    refused(
        BlockRefusal.BLOCK_DATA,
        withHeader(header -> header.setDataHash(BlockHashes.data(data))).toBuilder()
            .setData(data)
            .build());
  }

  @Test
  void refusesABlockWithoutTransactions() {
    BlockData none = BlockData.getDefaultInstance();
    refused(
        BlockRefusal.BLOCK_DATA,
        withHeader(header -> header.setDataHash(BlockHashes.data(none))).toBuilder()
            .setData(none)
            .build());
  }

  @Test
  void refusesMetadataThatLackASlotOrCannotBeRead() {
    Block block = ORDOS.get(SUBJECT);
    refused(
        BlockRefusal.BLOCK_METADATA,
        block.toBuilder()
            .setMetadata(
                block.getMetadata().toBuilder()
                    .clearMetadata()
                    .addAllMetadata(block.getMetadata().getMetadataList().subList(0, 4)))
            .build());
    refused(BlockRefusal.BLOCK_METADATA, withSigned(ByteString.fromHex("ff")));
  }

  @Test
  void refusesADroppedSignature() {
    refused(
        BlockRefusal.BLOCK_SIGNATURE_QUORUM,
        withSignatures(signatures -> signatures.subList(0, 2)));
  }

  @Test
  void countsAConsenterOnce() {
    refused(
        BlockRefusal.BLOCK_SIGNATURE_QUORUM,
        withSignatures(
            signatures -> List.of(signatures.get(0), signatures.get(1), signatures.get(0))));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 9})
  void refusesASignatureUnderAnotherOrUnknownConsenter(int id) {
    // Block 184 of this peer was signed by 1, 4 and 3.
    refused(
        BlockRefusal.BLOCK_SIGNATURE_QUORUM,
        withSignatures(
            signatures -> {
              signatures.set(
                  0,
                  signatures.get(0).toBuilder()
                      .setIdentifierHeader(
                          IdentifierHeader.newBuilder().setIdentifier(id).build().toByteString())
                      .build());
              return signatures;
            }));
  }

  @Test
  void passesOverASignatureThatIsNobodysIfTheQuorumStands() {
    MetadataSignature nobodys =
        MetadataSignature.newBuilder()
            .setSignature(ByteString.fromHex("00"))
            .setIdentifierHeader(
                IdentifierHeader.newBuilder().setIdentifier(2).build().toByteString())
            .build();
    assertEquals(
        List.of(1, 4, 3),
        verify(
            withSignatures(
                signatures -> {
                  signatures.add(0, nobodys);
                  return signatures;
                }),
            SUBJECT - 1));
  }

  @Test
  void refusesTheHigherOfTheTwoValuesOfS() {
    refused(
        BlockRefusal.BLOCK_SIGNATURE_QUORUM,
        withSignatures(
            signatures -> {
              signatures.set(
                  1,
                  signatures.get(1).toBuilder()
                      .setSignature(HighS.of(signatures.get(1).getSignature()))
                      .build());
              return signatures;
            }));
  }

  @Test
  void refusesALastConfigurationThatTheConsentersDidNotSign() {
    refused(
        BlockRefusal.BLOCK_SIGNATURE_QUORUM,
        withSigned(
            signed().toBuilder()
                .setValue(
                    OrdererBlockMetadata.newBuilder()
                        .setLastConfig(LastConfig.newBuilder().setIndex(0))
                        .build()
                        .toByteString())
                .build()
                .toByteString()));
  }

  @Test
  void refusesABlockWhoseConfigurationWasWithheld() {
    BlockRefusedException refusal =
        assertThrows(BlockRefusedException.class, () -> verify(ORDOS.get(SUBJECT), 0));
    assertEquals(BlockRefusal.BLOCK_LAST_CONFIG, refusal.code());
    assertEquals("{block=184, expected=0, signed=183}", refusal.evidence().toString());
  }
}

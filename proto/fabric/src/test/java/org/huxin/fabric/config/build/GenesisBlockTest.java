// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.config.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.fabric.GoldenLedger;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenesisBlockTest {
  private static final Instant CREATED = Instant.ofEpochSecond(1_795_479_233L);
  private static final Bytes NONCE = Bytes.of(new byte[GenesisBlock.NONCE_LENGTH]);

  private static Block built() throws IOException {
    return Block.parseFrom(
        GenesisBlock.of(GoldenChannel.definition(), CREATED, NONCE).asByteBuffer());
  }

  private static void flatten(String path, ConfigGroup group, Map<String, Object> into) {
    into.put(path + " group", group.getVersion() + " " + group.getModPolicy());
    group.getValuesMap().forEach((name, value) -> into.put(path + " value " + name, value));
    group.getPoliciesMap().forEach((name, value) -> into.put(path + " policy " + name, value));
    group.getGroupsMap().forEach((name, child) -> flatten(path + "/" + name, child, into));
  }

  @Test
  void hasTheConfigurationOfTheRecordedBlock() throws IOException {
    Map<String, Object> expected = new TreeMap<>();
    Map<String, Object> actual = new TreeMap<>();
    flatten(
        "",
        GoldenChannel.config(GoldenLedger.blocks("ordos").get(0)).getConfig().getChannelGroup(),
        expected);
    flatten("", GoldenChannel.config(built()).getConfig().getChannelGroup(), actual);
    assertEquals(new ArrayList<>(expected.keySet()), new ArrayList<>(actual.keySet()));
    expected.forEach((path, value) -> assertEquals(value, actual.get(path), path));
  }

  @Test
  void hasTheHeadersOfTheRecordedBlock() throws IOException {
    Block golden = GoldenLedger.blocks("ordos").get(0);
    Block built = built();
    ChannelHeader expected =
        ChannelHeader.parseFrom(GoldenChannel.payload(golden).getHeader().getChannelHeader());
    ChannelHeader actual =
        ChannelHeader.parseFrom(GoldenChannel.payload(built).getHeader().getChannelHeader());
    assertEquals(expected.toBuilder().clearTxId().build(), actual.toBuilder().clearTxId().build());
    assertEquals(DigestAlgorithm.SHA_256.digest(NONCE).value().hex(), actual.getTxId());
    SignatureHeader signed =
        SignatureHeader.parseFrom(GoldenChannel.payload(built).getHeader().getSignatureHeader());
    assertEquals(GenesisBlock.NONCE_LENGTH, signed.getNonce().size());
    assertEquals(ByteString.EMPTY, signed.getCreator());
  }

  @Test
  void hasTheMetadataThatAnOrdererLooksFor() throws IOException {
    List<ByteString> golden = GoldenLedger.blocks("ordos").get(0).getMetadata().getMetadataList();
    List<ByteString> built = built().getMetadata().getMetadataList();
    assertEquals(golden.size(), built.size());
    assertEquals(golden.get(0), built.get(0));
    assertEquals(golden.get(1), built.get(1));
  }

  @Test
  void writesTheSameBytesForTheSameDefinition() throws IOException {
    assertEquals(
        GenesisBlock.of(GoldenChannel.definition(), CREATED, NONCE),
        GenesisBlock.of(GoldenChannel.definition(), CREATED, NONCE));
  }

  @Test
  void refusesANonceOfAnotherLength() {
    assertThrows(
        IllegalArgumentException.class,
        () -> GenesisBlock.of(GoldenChannel.definition(), CREATED, Bytes.empty()));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "3, 2", "4, 3", "5, 4", "6, 4", "7, 5", "10, 7"})
  void countsTheQuorum(int consenters, int quorum) throws IOException {
    ChannelDefinition golden = GoldenChannel.definition();
    List<ConsenterDefinition> many = new ArrayList<>();
    for (int id = 1; id <= consenters; id++) {
      ConsenterDefinition one = golden.consenters().get(0);
      many.add(
          new ConsenterDefinition(
              id, one.mspId(), one.cluster(), one.identity(), one.clientTls(), one.serverTls()));
    }
    assertEquals(
        quorum,
        new ChannelDefinition(
                "c", golden.organisations(), many, golden.batch(), golden.times(), Map.of())
            .quorum());
  }

  @ParameterizedTest
  @CsvSource({"50, 50ms", "1000, 1s", "1500, 1.5s", "120000, 2m0s", "3600000, 1h0m0s"})
  void writesDurationsAsGoDoes(long millis, String text) {
    assertEquals(text, GoDuration.format(Duration.ofMillis(millis)));
  }
}

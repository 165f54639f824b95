// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.huxin.fabric.block.Sha256;
import org.huxin.fabric.lifecycle.ChaincodeDefinition;
import org.huxin.fabric.state.MemoryState;
import org.huxin.fabric.state.StateUpdates;
import org.huxin.fabric.state.Version;
import org.hyperledger.fabric.contract.ContractRuntimeException;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;
import org.hyperledger.fabric.protos.peer.CollectionConfig;
import org.hyperledger.fabric.protos.peer.CollectionConfigPackage;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.hyperledger.fabric.protos.peer.StaticCollectionConfig;
import org.hyperledger.fabric.shim.ledger.CompositeKey;
import org.hyperledger.fabric.shim.ledger.KeyValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Where an own stub is easily unlike Fabric's. */
class LedgerStubTest {
  private static final String CHAINCODE = "licence";
  private static final ByteString NONCE = ByteString.copyFromUtf8("nonce");
  private static final ByteString CREATOR =
      SerializedIdentity.newBuilder().setMspid("OrdosMSP").build().toByteString();

  private final MemoryState state = new MemoryState();
  private final Invocation invocation = invocation();
  private final Simulator simulator = new Simulator(state, invocation);
  private final LedgerStub stub =
      new LedgerStub(
          simulator,
          invocation,
          CHAINCODE,
          "HohhotMSP",
          List.of(ByteString.copyFromUtf8("put"), ByteString.copyFromUtf8("a")),
          (s, i, name, arguments) -> {
            throw s.refused(SimulationRefusal.CHAINCODE_NOT_DEFINED);
          });

  private static Invocation invocation() {
    return new Invocation(
        SignedProposal.getDefaultInstance(),
        Header.getDefaultInstance(),
        ChaincodeProposalPayload.newBuilder()
            .putTransientMap("secret", ByteString.copyFromUtf8("s"))
            .build(),
        ChannelHeader.newBuilder()
            .setChannelId("channel")
            .setTxId("0123456789abcdef")
            .setTimestamp(Timestamp.newBuilder().setSeconds(12).setNanos(34))
            .build(),
        SignatureHeader.newBuilder().setNonce(NONCE).setCreator(CREATOR).build(),
        ChaincodeSpec.getDefaultInstance());
  }

  private void commit(String... keysAndValues) throws Exception {
    ReadWriteRecorder recorder = new ReadWriteRecorder();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      recorder.write(
          CHAINCODE, keysAndValues[i], Optional.of(ByteString.copyFromUtf8(keysAndValues[i + 1])));
    }
    apply(recorder);
  }

  private void apply(ReadWriteRecorder recorder) throws Exception {
    StateUpdates updates = new StateUpdates(state);
    updates.add(recorder.results(), new Version(3, 1));
    state.apply(updates);
  }

  private void define(String collection) throws Exception {
    ChaincodeDefinition definition =
        new ChaincodeDefinition(
            CHAINCODE,
            1,
            "1.0",
            ChaincodeDefinition.DEFAULT_POLICY,
            CollectionConfigPackage.newBuilder()
                .addConfig(
                    CollectionConfig.newBuilder()
                        .setStaticCollectionConfig(
                            StaticCollectionConfig.newBuilder().setName(collection)))
                .build());
    StateUpdates updates = new StateUpdates(state);
    updates.add(DefinitionCommit.readWriteSet(state, definition), new Version(1, 0));
    state.apply(updates);
  }

  private KVRWSet recorded() throws Exception {
    return KVRWSet.parseFrom(simulator.results().readWriteSet().getNsRwset(0).getRwset());
  }

  private static List<String> keys(Iterable<KeyValue> results) {
    List<String> keys = new ArrayList<>();
    results.forEach(result -> keys.add(result.getKey()));
    return keys;
  }

  @Test
  void bindsNonceCreatorAndEpoch() {
    ByteString expected = Sha256.of(NONCE, CREATOR, ByteString.copyFrom(new byte[8]));
    assertArrayEquals(expected.toByteArray(), stub.getBinding());
  }

  @Test
  void tellsTheExecutingOrganisationAndTheClientsClock() {
    assertEquals("HohhotMSP", stub.getMspId());
    assertEquals(Instant.ofEpochSecond(12, 34), stub.getTxTimestamp());
    assertArrayEquals(CREATOR.toByteArray(), stub.getCreator());
    assertEquals("channel", stub.getChannelId());
  }

  @Test
  void splitsFunctionAndParameters() {
    assertEquals("put", stub.getFunction());
    assertEquals(List.of("a"), stub.getParameters());
    assertEquals(List.of("put", "a"), stub.getStringArgs());
    assertArrayEquals("s".getBytes(StandardCharsets.UTF_8), stub.getTransient().get("secret"));
  }

  @Test
  void givesAnEmptyArrayForAMissingKey() {
    assertArrayEquals(new byte[0], stub.getState("missing"));
    assertNull(stub.getStateValidationParameter("missing"));
  }

  @Test
  void recordsAReadWithoutVersionForAMissingKey() throws Exception {
    stub.getState("missing");
    assertEquals(false, recorded().getReads(0).hasVersion());
  }

  @Test
  void deletesWhereAnEmptyValueIsPut() throws Exception {
    stub.putState("a", new byte[0]);
    assertEquals(
        KVWrite.newBuilder().setKey("a").setIsDelete(true).build(), recorded().getWrites(0));
  }

  @Test
  void skipsCompositeKeysInASimpleRange() throws Exception {
    commit(new CompositeKey("type", "x").toString(), "1", "a", "2");
    assertEquals(List.of("a"), keys(stub.getStateByRange("", "")));
    assertEquals(1, keys(stub.getStateByPartialCompositeKey("type")).size());
  }

  @Test
  void ordersKeysByTheirUtf8Bytes() throws Exception {
    String supplementary = "\ud83d\ude00";
    String last = "\uffee";
    commit(supplementary, "1", last, "2", "z", "3");
    assertEquals(List.of("z", last, supplementary), keys(stub.getStateByRange("", "")));
    stub.putState(supplementary, new byte[] {1});
    stub.putState(last, new byte[] {1});
    assertEquals(
        List.of(last, supplementary),
        recorded().getWritesList().stream().map(KVWrite::getKey).toList());
  }

  @Test
  void dropsEmptyAttributesAtTheEndOfACompositeKey() {
    CompositeKey key = stub.createCompositeKey("type", "a", "");
    assertEquals(List.of("a"), stub.splitCompositeKey(key.toString()).getAttributes());
  }

  @Test
  void hidesWritesFromReads() throws Exception {
    commit("a", "old");
    stub.putState("a", "new".getBytes(StandardCharsets.UTF_8));
    assertEquals("old", stub.getStringState("a"));
  }

  @Test
  void recordsAnUnfinishedRangeUpToWhatThePeerTook() throws Exception {
    String[] many = new String[2 * 150];
    for (int i = 0; i < 150; i++) {
      many[2 * i] = "k%03d".formatted(i);
      many[2 * i + 1] = "v";
    }
    commit(many);
    stub.getStateByRange("k", "l").iterator().next();
    RangeQueryInfo query = recorded().getRangeQueriesInfo(0);
    assertEquals("k100", query.getEndKey());
    assertEquals(false, query.getItrExhausted());
    assertEquals(3, query.getReadsMerkleHashes().getMaxLevelHashesCount() + 1);
  }

  @Test
  void refusesWritesAfterAPageAndPagesAfterAWrite() throws Exception {
    commit("a", "1");
    stub.getStateByRangeWithPagination("", "", 1, "");
    assertRefused(
        SimulationRefusal.PAGINATED_QUERY_AND_WRITE, () -> stub.putState("b", new byte[] {1}));
    Simulator other = new Simulator(state, invocation);
    other.put(CHAINCODE, "b", Optional.of(NONCE));
    SimulationRefusedException refused =
        assertThrows(SimulationRefusedException.class, () -> other.page(CHAINCODE, "", "", 1));
    assertEquals(SimulationRefusal.PAGINATED_QUERY_AND_WRITE, refused.code());
  }

  @Test
  void refusesWritesAfterAPrivateQueryAndTheOtherWayRound() throws Exception {
    define("coll");
    stub.getPrivateDataByRange("coll", "", "");
    assertRefused(
        SimulationRefusal.PRIVATE_QUERY_AND_WRITE, () -> stub.putState("b", new byte[] {1}));
    Simulator other = new Simulator(state, invocation);
    other.put(CHAINCODE, "b", Optional.of(NONCE));
    assertEquals(
        SimulationRefusal.PRIVATE_QUERY_AND_WRITE,
        assertThrows(
                SimulationRefusedException.class,
                () -> other.privateRange(CHAINCODE, "coll", "", ""))
            .code());
  }

  @Test
  void refusesRichQueries() {
    assertRefused(SimulationRefusal.QUERY_NOT_SUPPORTED, () -> stub.getQueryResult("{}"));
  }

  @Test
  void refusesUnknownCollectionsChaincodesAndChannels() {
    assertRefused(
        SimulationRefusal.COLLECTION_NOT_DEFINED, () -> stub.getPrivateData("nowhere", "k"));
    assertRefused(
        SimulationRefusal.CHAINCODE_NOT_DEFINED,
        () -> stub.invokeChaincode("nowhere", List.of(), ""));
    assertRefused(
        SimulationRefusal.CHANNEL_NOT_FOUND,
        () -> stub.invokeChaincode("nowhere", List.of(), "elsewhere"));
  }

  @Test
  void refusesKeysThatAreNotUnicode() {
    assertRefused(SimulationRefusal.KEY_NOT_VALID, () -> stub.putState("\ud800", new byte[] {1}));
    assertThrows(IllegalArgumentException.class, () -> stub.putState("", new byte[] {1}));
  }

  @Test
  void keepsOnlyTheLastEvent() {
    stub.setEvent("first", null);
    stub.setEvent("second", new byte[] {1});
    assertEquals("second", Objects.requireNonNull(stub.getEvent()).getEventName());
    assertThrows(IllegalArgumentException.class, () -> stub.setEvent(" ", null));
  }

  @Test
  void recordsPrivateWritesAsHashes() throws Exception {
    define("coll");
    stub.putPrivateData("coll", "k", "v".getBytes(StandardCharsets.UTF_8));
    SimulationResults results = simulator.results();
    assertEquals(
        Sha256.of(
            results
                .privateWrites()
                .orElseThrow()
                .getNsPvtRwset(0)
                .getCollectionPvtRwset(0)
                .getRwset()),
        results.readWriteSet().getNsRwset(0).getCollectionHashedRwset(0).getPvtRwsetHash());
  }

  @Test
  void refusesPrivateDataThatAnotherOrganisationHolds() throws Exception {
    define("coll");
    ReadWriteRecorder recorder = new ReadWriteRecorder();
    recorder.writePrivate(CHAINCODE, "coll", "k", Optional.of(NONCE), false);
    apply(recorder);
    assertRefused(
        SimulationRefusal.PRIVATE_DATA_NOT_AVAILABLE, () -> stub.getPrivateData("coll", "k"));
    assertEquals(
        HexFormat.of().formatHex(Sha256.of(NONCE).toByteArray()),
        HexFormat.of().formatHex(stub.getPrivateDataHash("coll", "k")));
  }

  private void assertRefused(SimulationRefusal code, Executable call) {
    ContractRuntimeException failure = assertThrows(ContractRuntimeException.class, call);
    assertEquals("[01234567]Unsuccessful response received.", failure.getMessage());
    assertEquals(
        code, ((SimulationRefusedException) Objects.requireNonNull(failure.getCause())).code());
  }
}

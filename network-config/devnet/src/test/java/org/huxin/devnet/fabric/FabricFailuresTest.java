// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.UnknownFieldSet;
import io.grpc.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.MspId;
import org.huxin.core.statement.Endpoint;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.devnet.process.SupervisedProcess;
import org.huxin.embedded.ChaincodeDeployment;
import org.huxin.embedded.pki.OrganisationKeys;
import org.huxin.embedded.suite.GatewayClient;
import org.huxin.embedded.suite.RecordedChaincode;
import org.huxin.embedded.suite.RecordedChaincodeServer;
import org.huxin.sdk.gateway.GatewayLedger;
import org.huxin.sdk.profile.CertificatesPem;
import org.huxin.sdk.profile.FabricIdentity;
import org.huxin.sdk.profile.GatewayPeer;
import org.huxin.sdk.profile.PrivateKeyPem;
import org.huxin.sdk.profile.Profile;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.SubmitException;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.BlockchainInfo;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.OrdererBlockMetadata;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Processes of a real network are killed; what was acknowledged is there, once. */
@RequiresFabric
@EnabledIfSystemProperty(
    named = FabricCondition.PROPERTY,
    matches = FabricCondition.REQUIRED,
    disabledReason = "failures of real Fabric are tested where real Fabric is demanded")
class FabricFailuresTest {
  private static final ChaincodeDeployment LICENCE =
      ChaincodeDeployment.of("licence", RecordedChaincode::new);

  /** Of SmartBFT's metadata of a view. */
  private static final int VIEW_FIELD = 1;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static @Nullable FabricNetwork network;
  private static @Nullable ChaincodeProgram chaincode;

  @BeforeAll
  static void start() throws IOException {
    Path folder = TestNetworks.folder();
    FabricNetwork started = TestNetworks.start(TestNetworks.freePorts(), folder);
    network = started;
    ChaincodeProgram program =
        new ChaincodeProgram(
            Path.of(System.getProperty("java.home"), "bin", "java"),
            List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                RecordedChaincodeServer.class.getName()),
            Map.of(),
            folder.resolve("chaincode"));
    chaincode = program;
    started.deploy(LICENCE, program);
  }

  @AfterAll
  static void stop() {
    if (network != null) {
      network.close();
    }
  }

  private static FabricNetwork network() {
    return Objects.requireNonNull(network);
  }

  private static ChaincodeProgram chaincode() {
    return Objects.requireNonNull(chaincode);
  }

  private static FabricCity city(int number) {
    return network().cities().get(number);
  }

  private static GatewayClient client(int city) {
    return TestNetworks.client(network(), city(city));
  }

  private static String fresh() {
    return UUID.randomUUID().toString();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String get(Contract contract, String key) throws GatewayException {
    return text(contract.evaluateTransaction("get", key));
  }

  private static Profile profile(int... cities) {
    OrganisationKeys own = city(cities[0]).keys();
    FabricIdentity identity =
        new FabricIdentity(
            new MspId(own.mspId()),
            new CertificatesPem(own.client().certificatePem()),
            Optional.of(new PrivateKeyPem(own.client().keyPair().toPem())));
    Profile.Builder profile =
        Profile.builder(LedgerId.parse("sha256:" + "01".repeat(32)), identity)
            .channel(network().channelId())
            .chaincode(LICENCE.name());
    for (int each : cities) {
      OrganisationKeys keys = city(each).keys();
      profile.peer(
          new GatewayPeer(
              new Endpoint(city(each).peerEndpoint()),
              Optional.of(new CertificatesPem(keys.tlsRoot().credential().certificatePem())),
              Optional.of("peer0." + keys.domain())));
    }
    return profile.build();
  }

  /** Each look is a call of a peer; it may fail while others come back. */
  private static void await(Contract contract, String key, String value) {
    await(() -> holds(contract, key, value));
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "it never came");
    }
  }

  private static boolean holds(Contract contract, String key, String value) {
    try {
      return get(contract, key).equals(value);
    } catch (GatewayException e) {
      return false;
    }
  }

  private static void assertWrittenOnce(Contract contract, String key) throws GatewayException {
    assertEquals("1", text(contract.evaluateTransaction("history", key)));
  }

  /** The city whose orderer leads: the view, of which each block tells, modulo the consenters. */
  private static int leader(GatewayClient client) throws Exception {
    Block last =
        Block.parseFrom(
            client
                .contract("qscc")
                .evaluateTransaction(
                    "GetBlockByNumber", network().channelId(), Long.toString(height(client) - 1)));
    Metadata signed =
        Metadata.parseFrom(last.getMetadata().getMetadata(BlockMetadataIndex.SIGNATURES_VALUE));
    UnknownFieldSet view =
        UnknownFieldSet.parseFrom(
            OrdererBlockMetadata.parseFrom(signed.getValue()).getConsenterMetadata());
    List<Long> number = view.getField(VIEW_FIELD).getVarintList();
    return number.isEmpty() ? 0 : (int) (number.get(0) % network().cities().size());
  }

  private static long height(GatewayClient client) throws Exception {
    return BlockchainInfo.parseFrom(
            client.contract("qscc").evaluateTransaction("GetChainInfo", network().channelId()))
        .getHeight();
  }

  @Test
  void anotherOrdererLeadsWhenTheLeaderIsKilled() throws Exception {
    String key = fresh();
    try (GatewayClient client = client(0)) {
      Contract contract = client.contract(LICENCE.name());
      int leader = leader(client);
      city(leader).orderer().kill();
      contract.submitTransaction("put", key, "1");
      assertNotEquals(leader, leader(client));
      city(leader).restartOrderer();
      assertWrittenOnce(contract, key);
    }
  }

  @Test
  void whatTwoLostOrderersLeftOpenIsCommittedOnceTheyAreBack() throws Exception {
    String key = fresh();
    try (GatewayClient client = client(0)) {
      Contract contract = client.contract(LICENCE.name());
      Transaction transaction =
          contract.newProposal("put").addArguments(key, "1").build().endorse();
      city(2).orderer().kill();
      city(3).orderer().kill();
      SubmitException unknown = assertThrows(SubmitException.class, transaction::submitAsync);
      assertEquals(Status.Code.UNAVAILABLE, unknown.getStatus().getCode());
      city(2).restartOrderer();
      city(3).restartOrderer();
      await(contract, key, "1");
      assertWrittenOnce(contract, key);
    }
  }

  @Test
  void otherCitiesEndorseWhenAPeerIsKilled() throws Exception {
    String key = fresh();
    try (GatewayClient client = client(0)) {
      Contract contract = client.contract(LICENCE.name());
      city(1).peer().kill();
      contract.submitTransaction("put", key, "1");
      assertEquals("1", get(contract, key));
    }
    city(1).restartPeer();
    network().awaitEndorsers(LICENCE.name());
    try (GatewayClient client = client(1)) {
      Contract contract = client.contract(LICENCE.name());
      await(contract, key, "1");
      assertWrittenOnce(contract, key);
    }
  }

  /** A gateway asks its own peer first and gives up with it: a client turns to another city's. */
  @Test
  void anotherCitysGatewayServesWhenAChaincodeIsKilled() throws Exception {
    String killed = city(0).mspId();
    String key = fresh();
    assertThrows(IllegalStateException.class, () -> chaincode().restart(killed));
    try (GatewayClient client = client(0);
        GatewayClient elsewhere = client(1)) {
      Contract contract = client.contract(LICENCE.name());
      chaincode().process(killed).kill();
      EndorseException refused =
          assertThrows(
              EndorseException.class, () -> contract.submitTransaction("put", fresh(), "1"));
      assertEquals(Status.Code.ABORTED, refused.getStatus().getCode());
      elsewhere.contract(LICENCE.name()).submitTransaction("put", key, "1");
      try (GatewayLedger sdk = GatewayLedger.of(profile(0, 1))) {
        // The first peer answers ABORTED, as above: the client asks the second one.
        await(() -> sdk.evaluate("get", List.of(key)).equals(Bytes.utf8("1")));
      }
      chaincode().restart(killed);
      await(contract, key, "1");
      assertWrittenOnce(contract, key);
    }
  }

  @Test
  void everythingKilledAtOnceLosesNothing() throws Exception {
    String key = fresh();
    try (GatewayClient client = client(0)) {
      client.contract(LICENCE.name()).submitTransaction("put", key, "1");
    }
    network().processes().forEach(SupervisedProcess::kill);
    network().cities().forEach(FabricCity::restartOrderer);
    network().cities().forEach(FabricCity::restartPeer);
    network().awaitEndorsers(LICENCE.name());
    for (FabricCity city : network().cities()) {
      try (GatewayClient client = TestNetworks.client(network(), city)) {
        Contract contract = client.contract(LICENCE.name());
        await(contract, key, "1");
        assertWrittenOnce(contract, key);
      }
    }
    try (GatewayClient client = client(0)) {
      client.contract(LICENCE.name()).submitTransaction("put", fresh(), "2");
    }
  }

  @Test
  void knowsNoChaincodeOfAnotherMsp() {
    assertThrows(IllegalArgumentException.class, () -> chaincode().process("NowhereMSP"));
  }
}

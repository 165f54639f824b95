// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.huxin.devnet.process.SupervisedProcess;
import org.huxin.devnet.topology.Topology;
import org.huxin.embedded.ChaincodeDeployment;
import org.huxin.embedded.EndorsementPolicy;
import org.huxin.embedded.suite.GatewayClient;
import org.huxin.embedded.suite.RecordedChaincode;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.identity.Identities;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;
import org.hyperledger.fabric.shim.Chaincode;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@RequiresFabric
class FabricNetworkTest {
  @RegisterExtension static final FabricNetworkExtension FABRIC = new FabricNetworkExtension();

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String fresh() {
    return UUID.randomUUID().toString();
  }

  private static Supplier<Chaincode> saying(String word) {
    return () -> new Saying(word);
  }

  /** A connection as any client makes it: of the files alone. */
  @Test
  void writesAllThatAClientNeeds(@TempDir Path folder) throws Exception {
    FABRIC.network().writeConnection(folder);
    JsonObject profile;
    try (JsonReader reader =
        Json.createReader(Files.newBufferedReader(folder.resolve("connection-HohhotMSP.json")))) {
      profile = reader.readObject();
    }
    JsonObject peer = profile.getJsonObject("peers").getJsonObject("peer0.hohhot.example");
    Path user = folder.resolve("hohhot.example/users/User1@hohhot.example/msp");
    ManagedChannel channel =
        Grpc.newChannelBuilder(
                peer.getString("url").substring("grpcs://".length()),
                TlsChannelCredentials.newBuilder()
                    .trustManager(
                        folder.resolve(peer.getJsonObject("tlsCACerts").getString("path")).toFile())
                    .build())
            .build();
    try (Gateway gateway =
        Gateway.newInstance()
            .identity(
                new X509Identity(
                    "HohhotMSP",
                    Identities.readX509Certificate(
                        Files.newBufferedReader(user.resolve("signcerts/cert.pem")))))
            .signer(
                Signers.newPrivateKeySigner(
                    Identities.readPrivateKey(
                        Files.newBufferedReader(user.resolve("keystore/priv_sk")))))
            .connection(channel)
            .connect()) {
      Contract contract = gateway.getNetwork("licence").getContract("licence");
      String key = fresh();
      contract.submitTransaction("put", key, "1");
      assertEquals("1", text(contract.evaluateTransaction("get", key)));
    } finally {
      channel.shutdownNow();
    }
  }

  @Test
  void upgradesChaincode() throws Exception {
    FabricNetwork network = FABRIC.network();
    ChaincodeDeployment first = ChaincodeDeployment.of("upgraded", saying("old"));
    assertEquals(1, network.deploy(first));
    try (GatewayClient client = TestNetworks.client(network, network.cities().get(0))) {
      Contract contract = client.contract("upgraded");
      assertEquals("old", text(contract.submitTransaction("say")));
      assertEquals(
          2, network.deploy(ChaincodeDeployment.of("upgraded", saying("new")).withVersion("1.1")));
      assertEquals("new", text(contract.submitTransaction("say")));
    }
  }

  @Test
  void changesAPolicyWithoutNewCode() throws Exception {
    FabricNetwork network = FABRIC.network();
    ChaincodeDeployment first = ChaincodeDeployment.of("loosened", saying("word"));
    assertEquals(1, network.deploy(first));
    assertEquals(
        2, network.deploy(first.withPolicy(EndorsementPolicy.outOf(1, List.of("OrdosMSP")))));
    try (GatewayClient client = TestNetworks.client(network, network.cities().get(0))) {
      assertEquals(
          "word",
          text(
              client
                  .contract("loosened")
                  .newProposal("say")
                  .setEndorsingOrganizations("OrdosMSP")
                  .build()
                  .endorse()
                  .submit()));
    }
  }

  @Test
  void goesOnWithoutOneOrderer() throws Exception {
    FabricNetwork network = FABRIC.network();
    FabricCity last = network.cities().get(3);
    assertThrows(IllegalStateException.class, last::restartOrderer);
    try (GatewayClient client = TestNetworks.client(network, network.cities().get(0))) {
      last.orderer().kill();
      Contract contract = client.contract("licence");
      String key = fresh();
      contract.submitTransaction("put", key, "1");
      last.restartOrderer();
      assertEquals("1", text(contract.evaluateTransaction("get", key)));
    }
  }

  @Test
  void aPeerThatWasKilledComesBack() throws Exception {
    FabricNetwork network = FABRIC.network();
    FabricCity last = network.city("UlanqabMSP");
    assertThrows(IllegalStateException.class, last::restartPeer);
    String key = fresh();
    try (GatewayClient client = TestNetworks.client(network, network.cities().get(0))) {
      last.peer().kill();
      client.contract("licence").submitTransaction("put", key, "1");
    }
    last.restartPeer();
    network.awaitEndorsers("licence");
    try (GatewayClient client = TestNetworks.client(network, last)) {
      String answer =
          text(
              client
                  .contract("licence")
                  .newProposal("rmw")
                  .addArguments(key, "2")
                  .setEndorsingOrganizations("UlanqabMSP")
                  .build()
                  .evaluate());
      assertEquals("1", answer);
    }
  }

  @Test
  void goesOnFromItsFolder() throws Exception {
    Topology topology = TestNetworks.freePorts();
    Path folder = TestNetworks.folder();
    ChaincodeDeployment licence = ChaincodeDeployment.of("licence", RecordedChaincode::new);
    String key = fresh();
    try (FabricNetwork network = TestNetworks.start(topology, folder)) {
      network.deploy(licence);
      try (GatewayClient client = TestNetworks.client(network, network.cities().get(0))) {
        client.contract("licence").submitTransaction("put", key, "1");
      }
    }
    FabricNetwork again = TestNetworks.start(topology, folder);
    try (again) {
      assertThrows(IllegalArgumentException.class, () -> again.resume(licence.withVersion("2.0")));
      again.resume(licence);
      again.awaitEndorsers("licence");
      try (GatewayClient client = TestNetworks.client(again, again.cities().get(0))) {
        assertEquals("1", text(client.contract("licence").submitTransaction("rmw", key, "2")));
      }
    }
    assertTrue(again.processes().stream().noneMatch(SupervisedProcess::running));
  }

  @Test
  void saysWhyAProgramDidNotStart() throws Exception {
    Topology topology = TestNetworks.freePorts();
    Path folder = TestNetworks.folder();
    int port = topology.cities().get(2).endpoints().ordererAdmin().port();
    FabricRefusedException refused;
    try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertFalse(taken.isClosed());
      refused =
          assertThrows(
              FabricRefusedException.class, () -> TestNetworks.start(topology, folder).close());
    }
    assertEquals(FabricRefusal.PROCESS_NOT_READY, refused.code());
    assertEquals("orderer0.baotou.example", refused.evidence().get("process"));
    assertEquals("ended", refused.evidence().get("state"));
    assertTrue(
        refused.evidence().getOrDefault("last words", "").contains("address already in use"),
        refused.getMessage());
  }

  @Test
  void knowsNoOtherCity() {
    assertThrows(IllegalArgumentException.class, () -> FABRIC.network().city("NowhereMSP"));
  }

  private record Saying(String word) implements Chaincode {
    @Override
    public Response init(ChaincodeStub stub) {
      return invoke(stub);
    }

    @Override
    public Response invoke(ChaincodeStub stub) {
      return new Response(200, null, word.getBytes(StandardCharsets.UTF_8));
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.huxin.embedded.suite.GatewayClient;
import org.huxin.embedded.suite.RecordedChaincode;
import org.huxin.fabric.block.Sha256;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.protos.peer.BlockAndPrivateData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateDataTest {
  private static final byte[] VALUE = "secret".getBytes(StandardCharsets.UTF_8);

  private static EmbeddedNetworkBuilder network() {
    List<String> two = List.of("OrdosMSP", "HohhotMSP");
    return EmbeddedNetwork.builder()
        .organisations("OrdosMSP", "HohhotMSP", "BaotouMSP")
        .chaincode(
            ChaincodeDeployment.of("licence", RecordedChaincode::new)
                .withPolicy(EndorsementPolicy.outOf(2, two))
                .withCollections(List.of(new PrivateCollection("coll", two, true, false))));
  }

  private static void put(GatewayClient client) throws Exception {
    client
        .contract("licence")
        .newProposal("pput")
        .addArguments("coll", "k")
        .putAllTransient(Map.of("v", VALUE))
        .build()
        .endorse()
        .submit();
  }

  @Test
  void isReadByItsMembersAlone() throws Exception {
    try (EmbeddedNetwork network = network().start();
        GatewayClient ordos = new GatewayClient(network, "OrdosMSP");
        GatewayClient hohhot = new GatewayClient(network, "HohhotMSP");
        GatewayClient baotou = new GatewayClient(network, "BaotouMSP")) {
      put(ordos);
      assertArrayEquals(VALUE, ordos.contract("licence").evaluateTransaction("pget", "coll", "k"));
      assertArrayEquals(VALUE, hohhot.contract("licence").evaluateTransaction("pget", "coll", "k"));
      assertThrows(
          GatewayException.class,
          () -> baotou.contract("licence").evaluateTransaction("pget", "coll", "k"));
      assertArrayEquals(
          Sha256.of(ByteString.copyFrom(VALUE)).toByteArray(),
          baotou.contract("licence").evaluateTransaction("phash", "coll", "k"));
    }
  }

  @Test
  void isGoneOnceItIsPurged() throws Exception {
    try (EmbeddedNetwork network = network().start();
        GatewayClient ordos = new GatewayClient(network, "OrdosMSP")) {
      put(ordos);
      ordos.contract("licence").submitTransaction("ppurge", "coll", "k");
      assertArrayEquals(
          new byte[0], ordos.contract("licence").evaluateTransaction("pget", "coll", "k"));
    }
  }

  private static boolean isDelivered(EmbeddedNetwork network, String peer, String reader) {
    try (GatewayClient client =
            new GatewayClient(network, peer, reader, network.organisation(reader).client());
        CloseableIterator<BlockAndPrivateData> blocks =
            client
                .network()
                .newBlockAndPrivateDataEventsRequest()
                .startBlock(network.height() - 1)
                .build()
                .getEvents()) {
      return blocks.next().getPrivateDataMapMap().containsKey(0L);
    }
  }

  @Test
  void isDeliveredByMembersToMembersAlone() throws Exception {
    try (EmbeddedNetwork network = network().start();
        GatewayClient ordos = new GatewayClient(network, "OrdosMSP")) {
      put(ordos);
      assertTrue(isDelivered(network, "OrdosMSP", "OrdosMSP"));
      assertTrue(isDelivered(network, "HohhotMSP", "OrdosMSP"));
      assertFalse(isDelivered(network, "OrdosMSP", "BaotouMSP"));
      assertFalse(isDelivered(network, "BaotouMSP", "OrdosMSP"));
    }
  }

  @Test
  void isGoneOnceItsBlocksHavePassed() throws Exception {
    List<String> two = List.of("OrdosMSP", "HohhotMSP");
    try (EmbeddedNetwork network =
            EmbeddedNetwork.builder()
                .organisations("OrdosMSP", "HohhotMSP")
                .chaincode(
                    ChaincodeDeployment.of("licence", RecordedChaincode::new)
                        .withCollections(
                            List.of(new PrivateCollection("coll", two, true, false, 1))))
                .start();
        GatewayClient ordos = new GatewayClient(network, "OrdosMSP")) {
      put(ordos);
      assertArrayEquals(VALUE, ordos.contract("licence").evaluateTransaction("pget", "coll", "k"));
      ordos.contract("licence").submitTransaction("put", "a", "1");
      ordos.contract("licence").submitTransaction("put", "a", "2");
      assertArrayEquals(
          new byte[0], ordos.contract("licence").evaluateTransaction("pget", "coll", "k"));
    }
  }

  @Test
  void needsNoDefinitionForAnOrganisationsOwnCollection() throws Exception {
    String own = "_implicit_org_OrdosMSP";
    try (EmbeddedNetwork network = network().start();
        GatewayClient ordos = new GatewayClient(network, "OrdosMSP");
        GatewayClient hohhot = new GatewayClient(network, "HohhotMSP")) {
      ordos
          .contract("licence")
          .newProposal("pput")
          .addArguments(own, "k")
          .putAllTransient(Map.of("v", VALUE))
          .setEndorsingOrganizations("OrdosMSP")
          .build()
          .endorse()
          .submit();
      assertArrayEquals(VALUE, ordos.contract("licence").evaluateTransaction("pget", own, "k"));
      assertThrows(
          GatewayException.class,
          () -> hohhot.contract("licence").evaluateTransaction("pget", own, "k"));
    }
  }

  @Test
  void survivesInDurableMode(@TempDir Path folder) throws Exception {
    try (EmbeddedNetwork network = network().directory(folder).start();
        GatewayClient ordos = new GatewayClient(network, "OrdosMSP")) {
      put(ordos);
    }
    try (EmbeddedNetwork network = network().directory(folder).start();
        GatewayClient hohhot = new GatewayClient(network, "HohhotMSP")) {
      assertArrayEquals(VALUE, hohhot.contract("licence").evaluateTransaction("pget", "coll", "k"));
    }
  }

  @Test
  void neverLeavesTheOrganisationWithoutBeingAsked() throws Exception {
    try (EmbeddedNetwork network =
            EmbeddedNetwork.builder()
                .organisations("OrdosMSP", "HohhotMSP", "BaotouMSP")
                .chaincode(
                    ChaincodeDeployment.of("licence", RecordedChaincode::new)
                        .withCollections(
                            List.of(
                                new PrivateCollection("coll", List.of("OrdosMSP"), false, false))))
                .start();
        GatewayClient ordos = new GatewayClient(network, "OrdosMSP")) {
      EndorseException failure = assertThrows(EndorseException.class, () -> put(ordos));
      assertEquals(Status.Code.FAILED_PRECONDITION, failure.getStatus().getCode());
    }
  }
}

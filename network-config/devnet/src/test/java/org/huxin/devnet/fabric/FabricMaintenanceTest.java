// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.huxin.devnet.pki.DaysLeft;
import org.huxin.devnet.topology.Topology;
import org.huxin.embedded.ChaincodeDeployment;
import org.huxin.embedded.suite.GatewayClient;
import org.huxin.embedded.suite.RecordedChaincode;
import org.hyperledger.fabric.client.Contract;
import org.junit.jupiter.api.Test;

/** What the operators' guide says of certificates and of copies, done on a real network. */
@RequiresFabric
class FabricMaintenanceTest {
  private static final int RENEWED_DAYS = 700;

  private static final ChaincodeDeployment LICENCE =
      ChaincodeDeployment.of("licence", RecordedChaincode::new);

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static void put(FabricNetwork network, FabricCity city, String key) throws Exception {
    try (GatewayClient client = TestNetworks.client(network, city)) {
      client.contract("licence").submitTransaction("put", key, "1");
    }
  }

  private static void assertWrittenOnce(FabricNetwork network, String key) throws Exception {
    for (FabricCity city : network.cities()) {
      try (GatewayClient client = TestNetworks.client(network, city)) {
        Contract contract = client.contract("licence");
        assertEquals("1", text(contract.evaluateTransaction("history", key)), city.mspId());
      }
    }
  }

  @Test
  void aCityRenewsItsCertificatesWhileTheOthersGoOn() throws Exception {
    Topology topology = TestNetworks.freePorts();
    Path folder = TestNetworks.folder();
    try (FabricNetwork network = TestNetworks.start(topology, folder)) {
      network.deploy(LICENCE);
      put(network, network.city("OrdosMSP"), "before");
      assertThrows(
          IllegalArgumentException.class,
          () -> network.renewCertificates("NowhereMSP", RENEWED_DAYS));
      network.renewCertificates("HohhotMSP", RENEWED_DAYS);
      List<DaysLeft> days =
          DaysLeft.of(network.city("HohhotMSP").keys(), Clock.systemUTC().instant());
      assertTrue(days.stream().allMatch(each -> each.days() >= RENEWED_DAYS - 1), days.toString());
      network.awaitEndorsers("licence");
      // Three of four must sign a block: without one of the others, the renewed one is among them.
      network.city("BaotouMSP").orderer().kill();
      put(network, network.city("HohhotMSP"), "after");
      try (GatewayClient client = TestNetworks.client(network, network.city("OrdosMSP"))) {
        assertTrue(PeerReplay.of(client, network).lastSigners().contains(2));
      }
      assertWrittenOnce(network, "before");
      assertWrittenOnce(network, "after");
    }
    // Everything starts again with the certificates on disk.
    try (FabricNetwork network = TestNetworks.start(topology, folder)) {
      network.resume(LICENCE);
      network.awaitEndorsers("licence");
      put(network, network.city("HohhotMSP"), "again");
    }
  }

  @Test
  void aCityComesBackFromAnOlderCopyOfItsFolder() throws Exception {
    Path folder = TestNetworks.folder();
    try (FabricNetwork network = TestNetworks.start(TestNetworks.freePorts(), folder)) {
      network.deploy(LICENCE);
      put(network, network.city("OrdosMSP"), "before");
      FabricCity city = network.city("BaotouMSP");
      Path data = folder.resolve("baotou.example");
      Path copy = folder.resolve("copy");
      city.peer().close();
      city.orderer().close();
      copy(data, copy);
      city.restartOrderer();
      city.restartPeer();
      put(network, network.city("OrdosMSP"), "meanwhile");
      city.peer().kill();
      city.orderer().kill();
      delete(data);
      put(network, network.city("OrdosMSP"), "lost");
      copy(copy, data);
      city.restartOrderer();
      city.restartPeer();
      network.awaitEndorsers("licence");
      // Its orderer is needed again.
      network.city("UlanqabMSP").orderer().kill();
      put(network, network.city("BaotouMSP"), "after");
      for (String key : List.of("before", "meanwhile", "lost", "after")) {
        assertWrittenOnce(network, key);
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.sorted().toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.copy(
            file, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

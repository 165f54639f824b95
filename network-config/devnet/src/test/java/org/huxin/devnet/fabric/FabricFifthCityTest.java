// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.huxin.devnet.process.LoopbackPorts;
import org.huxin.devnet.topology.City;
import org.huxin.devnet.topology.CityEndpoints;
import org.huxin.devnet.topology.Division;
import org.huxin.devnet.topology.Endpoint;
import org.huxin.devnet.topology.Governor;
import org.huxin.embedded.ChaincodeDeployment;
import org.huxin.embedded.suite.GatewayClient;
import org.huxin.embedded.suite.RecordedChaincode;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Proposal;
import org.junit.jupiter.api.Test;

/** A fifth city takes part in everything: it endorses, it orders, and its peer has every block. */
@RequiresFabric
class FabricFifthCityTest {
  private static final ChaincodeDeployment LICENCE =
      ChaincodeDeployment.of("licence", RecordedChaincode::new);

  private static City chifeng() {
    List<Endpoint> ports =
        LoopbackPorts.free(5, new Random()).stream()
            .map(port -> new Endpoint("127.0.0.1", port))
            .toList();
    return new City(
        "150400",
        "赤峰市",
        "Chifeng",
        "ChifengMSP",
        "chifeng.example",
        new Governor("11150400MB9T00222F", "赤峰市行政审批和政务服务局(示例)"),
        new CityEndpoints(ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4)),
        List.of(new Division("150402", "红山区")));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Test
  void endorsesAndOrders() throws Exception {
    try (FabricNetwork network =
        TestNetworks.start(TestNetworks.freePorts(), TestNetworks.folder())) {
      network.deploy(LICENCE);
      try (GatewayClient client = TestNetworks.client(network, network.cities().get(0))) {
        client.contract("licence").submitTransaction("put", "before", "1");
      }
      network.admit(chifeng());
      network.adopt("ChifengMSP", LICENCE, FabricNetwork.inThisProcess(LICENCE));
      assertThrows(
          IllegalArgumentException.class,
          () -> network.adopt("NowhereMSP", LICENCE, FabricNetwork.inThisProcess(LICENCE)));
      // Four of five must sign: without one of the others, the fifth is one of them.
      network.city("HohhotMSP").orderer().kill();
      FabricCity fifth = network.city("ChifengMSP");
      try (GatewayClient client = TestNetworks.client(network, fifth)) {
        Contract contract = client.contract("licence");
        Proposal proposal =
            contract
                .newProposal("put")
                .addArguments("after", "2")
                .setEndorsingOrganizations("ChifengMSP", "OrdosMSP", "BaotouMSP")
                .build();
        proposal.endorse().submit();
        assertEquals("1", text(contract.evaluateTransaction("get", "before")));
        assertEquals("2", text(contract.evaluateTransaction("get", "after")));
        List<Integer> signers = PeerReplay.of(client, network).lastSigners();
        assertEquals(4, signers.size());
        assertTrue(signers.contains(5));
      }
    }
  }
}

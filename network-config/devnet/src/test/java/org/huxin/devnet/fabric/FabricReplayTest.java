// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huxin.crypto.digest.Digest;
import org.huxin.embedded.suite.GatewayClient;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What real peers commit is what the rules of this project say, block by block. */
@RequiresFabric
class FabricReplayTest {
  @RegisterExtension static final FabricNetworkExtension FABRIC = new FabricNetworkExtension();

  private static Transaction endorsed(Contract contract, String... arguments) throws Exception {
    return contract.newProposal("rmw").addArguments(arguments).build().endorse();
  }

  /** One valid transaction and one that is not. */
  private static void conflict(GatewayClient client) throws Exception {
    Contract contract = client.contract("licence");
    String key = UUID.randomUUID().toString();
    Transaction first = endorsed(contract, key, "1");
    Transaction second = endorsed(contract, key, "2");
    assertEquals(TxValidationCode.VALID, first.submitAsync().getStatus().getCode());
    assertEquals(TxValidationCode.MVCC_READ_CONFLICT, second.submitAsync().getStatus().getCode());
  }

  @Test
  void everyPeersBlocksAreSoundAndComeToOneState() throws Exception {
    FabricNetwork network = FABRIC.network();
    long height;
    try (GatewayClient client = TestNetworks.client(network, network.cities().get(0))) {
      conflict(client);
      height = PeerReplay.height(client, network.channelId());
    }
    List<Digest> states = new ArrayList<>();
    for (FabricCity city : network.cities()) {
      try (GatewayClient client = TestNetworks.client(network, city)) {
        PeerReplay replay = PeerReplay.of(client, network, height);
        assertEquals(3, replay.lastSigners().size());
        assertTrue(replay.codes().containsAll(List.of("VALID", "MVCC_READ_CONFLICT")));
        states.add(replay.state());
      }
    }
    assertEquals(1, states.stream().distinct().count());
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.huxin.core.authority.Role;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.Uscc;
import org.huxin.core.statement.Name;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.devnet.network.CityGovernor;
import org.huxin.devnet.network.FoundedCities;
import org.huxin.devnet.network.FoundedCity;
import org.huxin.devnet.network.Founding;
import org.huxin.devnet.network.NetworkFolder;
import org.huxin.devnet.topology.Topology;
import org.huxin.sdk.gateway.GatewayLedger;
import org.huxin.sdk.ledger.LedgerClient;
import org.junit.jupiter.api.Test;

@RequiresFabric
class FoundedOnFabricTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String AUTHORITY = "11150602MB9T0002XY";

  private static FoundedCities found(
      FabricCityNetwork network, Topology topology, NetworkFolder folder) {
    return FoundedCities.on(
        network, topology, folder, Founding.standard(), Clock.systemUTC(), RANDOM);
  }

  private static FabricCityNetwork start(Topology topology, NetworkFolder folder) {
    return FabricCityNetwork.start(
        FabricPrograms.find(System.getenv()),
        topology,
        folder.network(),
        Clock.systemUTC(),
        RANDOM);
  }

  @Test
  void theCitiesFoundTheirLedgerAndGoOnWithIt() throws IOException {
    Topology topology = TestNetworks.freePorts();
    Path root = TestNetworks.folder().resolve("founded");
    LedgerId ledger;
    try (NetworkFolder folder = NetworkFolder.open(root);
        FabricCityNetwork network = start(topology, folder)) {
      FoundedCities cities = found(network, topology, folder);
      assertTrue(cities.isFresh());
      ledger = cities.ledger();
      FoundedCity ordos = cities.city("150600");
      try (LedgerClient client = GatewayLedger.of(ordos.profile())) {
        SigningKey key =
            new CityGovernor(ordos, client, Clock.systemUTC(), RANDOM)
                .register(
                    new Uscc(AUTHORITY),
                    new Name("东胜区市场监督管理局(示例)"),
                    new DivisionCode("150602"),
                    "ds-scjg",
                    SignatureSuite.SM,
                    Role.ISSUER);
        assertEquals(SignatureSuite.SM, key.suite());
      }
    }
    try (NetworkFolder folder = NetworkFolder.open(root);
        FabricCityNetwork network = start(topology, folder)) {
      FoundedCities again = found(network, topology, folder);
      assertFalse(again.isFresh());
      assertEquals(ledger, again.ledger());
      try (LedgerClient client = GatewayLedger.of(again.city("150900").profile())) {
        assertTrue(
            client.evaluate("GetAuthority", List.of(AUTHORITY)).decodeUtf8().contains(AUTHORITY));
      }
    }
  }
}

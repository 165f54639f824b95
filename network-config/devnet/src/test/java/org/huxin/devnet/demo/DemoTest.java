// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.huxin.devnet.network.EmbeddedCityNetwork;
import org.huxin.devnet.network.NetworkFolder;
import org.huxin.devnet.topology.FourCities;
import org.huxin.devnet.topology.Topology;
import org.huxin.embedded.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoTest {
  @TempDir private Path temporary;

  private Telling tell(Demo demo, Listener listener) throws IOException {
    Topology topology = FourCities.topology();
    try (NetworkFolder folder = NetworkFolder.open(temporary.resolve("demo"));
        EmbeddedCityNetwork network =
            EmbeddedCityNetwork.startOnFreePorts(topology, Transport.PLAINTEXT, folder.network());
        World world = new World(network, topology, folder, Clock.systemUTC(), new SecureRandom())) {
      return demo.tell(world, listener);
    }
  }

  @Test
  void everyStepOfTheFourCitiesComesToWhatItShould() throws IOException {
    Telling telling = tell(Demo.fourCities(), Listener.DEAF);
    assertEquals(List.of(), telling.steps().stream().filter(step -> !step.ok()).toList());
    assertTrue(telling.ok());
  }
}

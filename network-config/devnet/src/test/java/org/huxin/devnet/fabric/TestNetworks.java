// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.fabric;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.huxin.devnet.topology.LoopbackTopology;
import org.huxin.devnet.topology.Topology;
import org.huxin.devnet.topology.TopologyReader;
import org.huxin.embedded.suite.GatewayClient;

/** Real networks for tests. */
public final class TestNetworks {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Held, since a logger that nobody holds forgets its level. */
  private static final Logger SHIM = Logger.getLogger("org.hyperledger.fabric.shim");

  private TestNetworks() {}

  /** The topology of the project, on free ports. */
  public static Topology freePorts() throws IOException {
    try (InputStream yaml =
        Files.newInputStream(
            Path.of(System.getProperty("huxin.root", ""), "network-config/four-cities.yaml"))) {
      return LoopbackTopology.of(TopologyReader.read(yaml), RANDOM);
    }
  }

  /** A folder whose logs stay beside the test reports. */
  public static Path folder() throws IOException {
    return Files.createTempDirectory(Files.createDirectories(Path.of("target/fabric")), "network");
  }

  /** Starts the cities in a folder, or goes on with what it holds. */
  public static FabricNetwork start(Topology topology, Path folder) {
    // It writes a stack trace for each conversation that ends with the network.
    SHIM.setLevel(Level.OFF);
    return FabricNetwork.start(
        FabricPrograms.find(System.getenv()), topology, folder, Clock.systemUTC(), RANDOM);
  }

  /** A city's own client at its peer. */
  public static GatewayClient client(FabricNetwork network, FabricCity city) {
    return new GatewayClient(
        network.channelId(), FabricUnderTest.member(city), city.mspId(), city.keys().client());
  }
}

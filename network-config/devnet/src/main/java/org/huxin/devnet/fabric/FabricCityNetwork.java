// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.fabric;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.devnet.network.CityNetwork;
import org.huxin.devnet.topology.Topology;
import org.huxin.embedded.ChaincodeDeployment;
import org.huxin.embedded.Transport;
import org.huxin.embedded.connection.ConnectionPeer;

/**
 * The cities on real Fabric, from its own programs on this machine; chaincode runs in this JVM.
 * Thread-safe but for {@link #close}.
 */
public final class FabricCityNetwork implements CityNetwork {
  private final FabricNetwork network;

  private FabricCityNetwork(FabricNetwork network) {
    this.network = network;
  }

  /**
   * Starts the cities where the topology says; a folder that holds a network already is gone on
   * with. Refuses as {@link FabricNetwork#start} does.
   */
  public static FabricCityNetwork start(
      FabricPrograms programs, Topology topology, Path folder, Clock clock, SecureRandom random) {
    return new FabricCityNetwork(FabricNetwork.start(programs, topology, folder, clock, random));
  }

  /** The network itself, of which parts can be stopped. */
  public FabricNetwork network() {
    return network;
  }

  @Override
  public String channelId() {
    return network.channelId();
  }

  @Override
  public Bytes genesis() {
    return network.genesis();
  }

  @Override
  public Transport transport() {
    return Transport.TLS;
  }

  @Override
  public List<ConnectionPeer> peers() {
    return network.cities().stream()
        .map(city -> new ConnectionPeer(city.keys(), city.peerEndpoint()))
        .toList();
  }

  @Override
  public void run(ChaincodeDeployment deployment) {
    if (network.isInForce(deployment.name())) {
      network.resume(deployment);
    } else {
      long unused = network.deploy(deployment);
    }
    network.awaitEndorsers(deployment.name());
  }

  @Override
  public void close() {
    network.close();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.devnet.topology.City;
import org.huxin.devnet.topology.Topology;
import org.huxin.embedded.ChaincodeDeployment;
import org.huxin.embedded.EmbeddedNetwork;
import org.huxin.embedded.Transport;
import org.huxin.embedded.connection.ConnectionPeer;

/** The cities in this JVM, with their keys and blocks in a folder. Thread-safe. */
public final class EmbeddedCityNetwork implements CityNetwork {
  private final EmbeddedNetwork network;

  private EmbeddedCityNetwork(EmbeddedNetwork network) {
    this.network = network;
  }

  /**
   * Starts the cities on the ports of the topology's peers; a folder that holds a network already
   * is gone on with.
   *
   * @throws NetworkRefusedException {@link NetworkRefusal#PORT_IN_USE}
   */
  public static EmbeddedCityNetwork start(Topology topology, Transport transport, Path folder) {
    List<Integer> ports =
        topology.cities().stream().map(city -> city.endpoints().peer().port()).toList();
    ports.forEach(EmbeddedCityNetwork::requireFree);
    return start(topology, transport, folder, ports);
  }

  /** Starts the cities on any free ports, which differ from one start to the next. */
  public static EmbeddedCityNetwork startOnFreePorts(
      Topology topology, Transport transport, Path folder) {
    return start(topology, transport, folder, List.of());
  }

  private static EmbeddedCityNetwork start(
      Topology topology, Transport transport, Path folder, List<Integer> ports) {
    return new EmbeddedCityNetwork(
        EmbeddedNetwork.builder()
            .channel(topology.channel())
            .organisations(topology.cities().stream().map(City::mspId).toArray(String[]::new))
            .transport(transport)
            .ports(ports)
            .directory(folder)
            .start());
  }

  private static void requireFree(int port) {
    try (ServerSocket unused = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      unused.setReuseAddress(true);
    } catch (IOException e) {
      throw new NetworkRefusedException(
          NetworkRefusal.PORT_IN_USE, Map.of("port", Integer.toString(port)));
    }
  }

  /** The network itself, of which parts can be made to fail. */
  public EmbeddedNetwork network() {
    return network;
  }

  @Override
  public String channelId() {
    return network.channelId();
  }

  @Override
  public Bytes genesis() {
    return network.block(0);
  }

  @Override
  public Transport transport() {
    return network.transport();
  }

  @Override
  public List<ConnectionPeer> peers() {
    return network.organisations().stream()
        .map(organisation -> new ConnectionPeer(organisation.keys(), organisation.endpoint()))
        .toList();
  }

  @Override
  public void run(ChaincodeDeployment deployment) {
    network.run(deployment);
  }

  @Override
  public void close() {
    network.close();
  }
}

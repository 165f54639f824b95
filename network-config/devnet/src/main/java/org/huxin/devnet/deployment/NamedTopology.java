// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.deployment;

import java.util.List;
import org.huxin.devnet.topology.City;
import org.huxin.devnet.topology.CityEndpoints;
import org.huxin.devnet.topology.Endpoint;
import org.huxin.devnet.topology.Topology;

/** A topology whose cities find each other by name. Stateless. */
public final class NamedTopology {
  private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1");

  private NamedTopology() {}

  /**
   * The same cities; a process that the topology places on this machine gets the name that its
   * certificate has beneath its city's domain, on the same port.
   */
  public static Topology of(Topology topology) {
    return new Topology(
        topology.channel(),
        topology.chaincode(),
        topology.endorsementsRequired(),
        topology.cities().stream().map(NamedTopology::city).toList());
  }

  private static City city(City city) {
    CityEndpoints places = city.endpoints();
    return new City(
        city.code(),
        city.name(),
        city.english(),
        city.mspId(),
        city.domain(),
        city.governor(),
        new CityEndpoints(
            named(places.peer(), "peer0", city),
            named(places.chaincode(), "chaincode0", city),
            named(places.orderer(), "orderer0", city),
            named(places.ordererAdmin(), "orderer0", city),
            named(places.node(), "node0", city)),
        city.divisions());
  }

  private static Endpoint named(Endpoint place, String name, City city) {
    return THIS_MACHINE.contains(place.host())
        ? new Endpoint(name + "." + city.domain(), place.port())
        : place;
  }
}

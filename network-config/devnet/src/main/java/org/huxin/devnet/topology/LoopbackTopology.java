// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.topology;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.huxin.devnet.process.LoopbackPorts;

/** A topology on free ports of this machine, so that several networks run beside each other. */
public final class LoopbackTopology {
  private static final String HOST = "127.0.0.1";
  private static final int PORTS_OF_A_CITY = 5;

  private LoopbackTopology() {}

  /** The same cities, each process on the loopback interface on a port that is free now. */
  public static Topology of(Topology topology, RandomGenerator random) {
    Iterator<Integer> ports =
        LoopbackPorts.free(PORTS_OF_A_CITY * topology.cities().size(), random).iterator();
    List<City> cities = new ArrayList<>();
    for (City city : topology.cities()) {
      cities.add(
          new City(
              city.code(),
              city.name(),
              city.english(),
              city.mspId(),
              city.domain(),
              city.governor(),
              new CityEndpoints(
                  new Endpoint(HOST, ports.next()),
                  new Endpoint(HOST, ports.next()),
                  new Endpoint(HOST, ports.next()),
                  new Endpoint(HOST, ports.next()),
                  new Endpoint(HOST, ports.next())),
              city.divisions()));
    }
    return new Topology(
        topology.channel(), topology.chaincode(), topology.endorsementsRequired(), cities);
  }
}

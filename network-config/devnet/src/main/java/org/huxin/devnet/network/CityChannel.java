// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huxin.devnet.topology.City;
import org.huxin.devnet.topology.Endpoint;
import org.huxin.devnet.topology.Topology;
import org.huxin.embedded.pki.OrganisationKeys;
import org.huxin.fabric.config.build.BatchLimits;
import org.huxin.fabric.config.build.ChannelDefinition;
import org.huxin.fabric.config.build.ConsenterDefinition;
import org.huxin.fabric.config.build.HostPort;
import org.huxin.fabric.config.build.MspDefinition;
import org.huxin.fabric.config.build.OrganisationDefinition;
import org.huxin.fabric.config.build.SmartBftTimes;

/**
 * The Fabric channel of a topology, for its genesis block: one MSP per city in the application and
 * the orderer group, one consenter per city, numbered from 1 in the order of the topology.
 * Stateless.
 */
public final class CityChannel {
  private CityChannel() {}

  /**
   * The channel's definition.
   *
   * @param keys of every city, in the order of the topology
   * @throws IllegalArgumentException if the keys are not those of the cities
   */
  public static ChannelDefinition of(Topology topology, List<OrganisationKeys> keys) {
    if (!topology.cities().stream()
        .map(City::mspId)
        .toList()
        .equals(keys.stream().map(OrganisationKeys::mspId).toList())) {
      throw new IllegalArgumentException("the keys are not those of the cities");
    }
    List<OrganisationDefinition> organisations = new ArrayList<>();
    List<ConsenterDefinition> consenters = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      City city = topology.cities().get(i);
      OrganisationKeys organisation = keys.get(i);
      HostPort orderer = place(city.endpoints().orderer());
      organisations.add(
          new OrganisationDefinition(
              msp(organisation), Optional.of(place(city.endpoints().peer())), List.of(orderer)));
      String tls = organisation.ordererTls().certificatePem();
      consenters.add(
          new ConsenterDefinition(
              i + 1, city.mspId(), orderer, organisation.orderer().certificatePem(), tls, tls));
    }
    return new ChannelDefinition(
        topology.channel(),
        organisations,
        consenters,
        BatchLimits.DEFAULT,
        SmartBftTimes.SMALL_NETWORK,
        Map.of());
  }

  private static MspDefinition msp(OrganisationKeys keys) {
    return new MspDefinition(
        keys.mspId(),
        List.of(keys.root().credential().certificatePem()),
        List.of(keys.intermediate().credential().certificatePem()),
        List.of(keys.tlsRoot().credential().certificatePem()),
        keys.revocationLists(),
        Optional.empty());
  }

  private static HostPort place(Endpoint endpoint) {
    return new HostPort(endpoint.host(), endpoint.port());
  }
}

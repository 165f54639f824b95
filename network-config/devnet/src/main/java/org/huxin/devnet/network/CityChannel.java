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
      organisations.add(organisation(city, keys.get(i)));
      consenters.add(consenter(i + 1, city, keys.get(i)));
    }
    return new ChannelDefinition(
        topology.channel(),
        organisations,
        consenters,
        BatchLimits.DEFAULT,
        SmartBftTimes.SMALL_NETWORK,
        Map.of());
  }

  /** A city as a member of the channel. */
  public static OrganisationDefinition organisation(City city, OrganisationKeys keys) {
    return new OrganisationDefinition(
        msp(keys),
        Optional.of(place(city.endpoints().peer())),
        List.of(place(city.endpoints().orderer())));
  }

  /**
   * A city's orderer as a consenter.
   *
   * @param id that no other consenter has
   */
  public static ConsenterDefinition consenter(int id, City city, OrganisationKeys keys) {
    String tls = keys.ordererTls().certificatePem();
    return new ConsenterDefinition(
        id,
        city.mspId(),
        place(city.endpoints().orderer()),
        keys.orderer().certificatePem(),
        tls,
        tls);
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

// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.contract;

import java.util.EnumMap;
import java.util.Map;
import org.huxin.contract.sample.SampleCity;
import org.huxin.devnet.fabric.FabricNetwork;
import org.huxin.devnet.fabric.TestNetworks;
import org.huxin.embedded.ChaincodeDeployment;
import org.huxin.embedded.suite.GatewayClient;

/** The four cities as real Fabric, which other tests use too. */
final class FabricCityNetwork implements CityNetwork {
  private final FabricNetwork network;
  private final Map<SampleCity, GatewayClient> clients = new EnumMap<>(SampleCity.class);

  FabricCityNetwork(FabricNetwork network) {
    this.network = network;
    for (SampleCity city : SampleCity.values()) {
      clients.put(city, TestNetworks.client(network, network.city(city.msp().text())));
    }
  }

  @Override
  public void deploy(ChaincodeDeployment deployment) {
    long unused = network.deploy(deployment);
    network.awaitEndorsers(deployment.name());
  }

  @Override
  public Map<SampleCity, GatewayClient> clients() {
    return clients;
  }

  @Override
  public String channelId() {
    return network.channelId();
  }

  @Override
  public void close() {
    clients.values().forEach(GatewayClient::close);
  }
}

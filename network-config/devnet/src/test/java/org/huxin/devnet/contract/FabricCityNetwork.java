// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.contract;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.huxin.contract.sample.SampleCity;
import org.huxin.core.id.LedgerId;
import org.huxin.core.statement.Endpoint;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.devnet.fabric.FabricCity;
import org.huxin.devnet.fabric.FabricNetwork;
import org.huxin.devnet.fabric.TestNetworks;
import org.huxin.embedded.ChaincodeDeployment;
import org.huxin.embedded.suite.GatewayClient;
import org.huxin.sdk.profile.CertificatesPem;
import org.huxin.sdk.profile.GatewayPeer;
import org.huxin.sdk.profile.Profile;

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
  public Bytes genesis() {
    return network.genesis();
  }

  @Override
  public Profile profile(LedgerId ledger, String chaincode, SampleCity member) {
    Profile.Builder profile =
        Profile.builder(ledger, CityProfiles.identity(network.city(member.msp().text()).keys()))
            .channel(network.channelId())
            .chaincode(chaincode);
    for (SampleCity each : CityProfiles.from(member)) {
      FabricCity city = network.city(each.msp().text());
      profile.peer(
          new GatewayPeer(
              new Endpoint(city.peerEndpoint()),
              Optional.of(new CertificatesPem(city.keys().tlsRoot().credential().certificatePem())),
              Optional.of("peer0." + city.keys().domain())));
    }
    return profile.build();
  }

  @Override
  public void close() {
    clients.values().forEach(GatewayClient::close);
  }
}

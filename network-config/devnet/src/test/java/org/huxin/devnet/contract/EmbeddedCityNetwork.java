// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.contract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.huxin.contract.sample.SampleCity;
import org.huxin.core.id.LedgerId;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.devnet.network.EmbeddedCities;
import org.huxin.devnet.topology.Topology;
import org.huxin.devnet.topology.TopologyReader;
import org.huxin.embedded.ChaincodeDeployment;
import org.huxin.embedded.EmbeddedNetwork;
import org.huxin.embedded.suite.GatewayClient;
import org.huxin.embedded.suite.RecordedChaincode;
import org.huxin.sdk.profile.Profile;

/** The four cities in this JVM. */
final class EmbeddedCityNetwork implements CityNetwork {
  private final EmbeddedNetwork network;
  private final Map<SampleCity, GatewayClient> clients = new EnumMap<>(SampleCity.class);

  EmbeddedCityNetwork() {
    network = EmbeddedCities.of(topology(), RecordedChaincode::new).start();
    for (SampleCity city : SampleCity.values()) {
      clients.put(city, new GatewayClient(network, city.msp().text()));
    }
  }

  private static Topology topology() {
    try (InputStream yaml =
        Files.newInputStream(
            Path.of(System.getProperty("huxin.root", ""), "network-config/four-cities.yaml"))) {
      return TopologyReader.read(yaml);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The network itself, of which parts can be made to fail. */
  EmbeddedNetwork network() {
    return network;
  }

  @Override
  public void deploy(ChaincodeDeployment deployment) {
    long unused = network.deploy(deployment);
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
    return network.block(0);
  }

  @Override
  public Profile profile(LedgerId ledger, String chaincode, SampleCity member) {
    Profile.Builder profile =
        Profile.builder(
                ledger, CityProfiles.identity(network.organisation(member.msp().text()).keys()))
            .channel(network.channelId())
            .chaincode(chaincode);
    for (SampleCity city : CityProfiles.from(member)) {
      profile.peer(CityProfiles.peer(network, network.organisation(city.msp().text())));
    }
    return profile.build();
  }

  @Override
  public void close() {
    clients.values().forEach(GatewayClient::close);
    network.close();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.contract;

import org.huxin.contract.sample.SampleCity;
import org.huxin.embedded.NetworkFaults;

/** The client in front of the embedded network. */
final class GatewayLedgerOnEmbeddedTest extends GatewayLedgerOnNetworkTest {
  @Override
  CityNetwork network() {
    return new EmbeddedCityNetwork();
  }

  @Override
  String chaincode() {
    return "huxin";
  }

  @Override
  void peer(CityNetwork network, SampleCity city, boolean well) {
    if (well) {
      faults(network).organisationWell(city.msp().text());
    } else {
      faults(network).organisationDown(city.msp().text());
    }
  }

  @Override
  void orderer(CityNetwork network, SampleCity city, boolean well) {
    if (well) {
      faults(network).ordererWell(city.msp().text());
    } else {
      faults(network).ordererDown(city.msp().text());
    }
  }

  private static NetworkFaults faults(CityNetwork network) {
    return ((EmbeddedCityNetwork) network).network().faults();
  }
}

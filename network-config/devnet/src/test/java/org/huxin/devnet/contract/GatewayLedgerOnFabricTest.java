// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.contract;

import org.huxin.contract.sample.SampleCity;
import org.huxin.devnet.fabric.FabricCity;
import org.huxin.devnet.fabric.FabricCondition;
import org.huxin.devnet.fabric.FabricNetworkExtension;
import org.huxin.devnet.fabric.RequiresFabric;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The client in front of real Fabric, whose processes are killed. */
@RequiresFabric
@EnabledIfSystemProperty(
    named = FabricCondition.PROPERTY,
    matches = FabricCondition.REQUIRED,
    disabledReason = "failures of real Fabric are tested where real Fabric is demanded")
final class GatewayLedgerOnFabricTest extends GatewayLedgerOnNetworkTest {
  private static final String CHAINCODE = "huxin-sdk";

  @RegisterExtension static final FabricNetworkExtension FABRIC = new FabricNetworkExtension();

  @Override
  CityNetwork network() {
    return new FabricCityNetwork(FABRIC.network());
  }

  @Override
  String chaincode() {
    return CHAINCODE;
  }

  @Override
  void peer(CityNetwork network, SampleCity city, boolean well) {
    if (well) {
      city(city).restartPeer();
      FABRIC.network().awaitEndorsers(CHAINCODE);
    } else {
      city(city).peer().kill();
    }
  }

  @Override
  void orderer(CityNetwork network, SampleCity city, boolean well) {
    if (!well) {
      city(city).orderer().kill();
    } else if (!city(city).orderer().running()) {
      city(city).restartOrderer();
    }
  }

  private static FabricCity city(SampleCity city) {
    return FABRIC.network().city(city.msp().text());
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.contract;

import org.huxin.devnet.fabric.FabricNetworkExtension;
import org.huxin.devnet.fabric.RequiresFabric;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nodes on real Fabric. */
@RequiresFabric
final class NodeOnFabricTest extends NodeOnNetworkTest {
  @RegisterExtension static final FabricNetworkExtension FABRIC = new FabricNetworkExtension();

  @Override
  CityNetwork network() {
    return new FabricCityNetwork(FABRIC.network());
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.fabric;

import org.huxin.embedded.suite.GoldenTableContractTest;
import org.huxin.embedded.suite.NetworkUnderTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How the gateway fails, on real Fabric: whether the golden table is true. */
@RequiresFabric
class FabricGoldenTableTest extends GoldenTableContractTest {
  @RegisterExtension static final FabricNetworkExtension FABRIC = new FabricNetworkExtension();

  @Override
  protected NetworkUnderTest underTest() {
    return FabricUnderTest.of(FABRIC.network());
  }
}

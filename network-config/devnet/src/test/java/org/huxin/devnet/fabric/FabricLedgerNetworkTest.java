// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.fabric;

import org.huxin.embedded.suite.LedgerNetworkContractTest;
import org.huxin.embedded.suite.NetworkUnderTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract of a ledger, on real Fabric. */
@RequiresFabric
class FabricLedgerNetworkTest extends LedgerNetworkContractTest {
  @RegisterExtension static final FabricNetworkExtension FABRIC = new FabricNetworkExtension();

  @Override
  protected NetworkUnderTest underTest() {
    return FabricUnderTest.of(FABRIC.network());
  }
}

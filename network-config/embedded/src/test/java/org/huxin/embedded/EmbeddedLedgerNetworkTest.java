// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded;

import org.huxin.embedded.junit.EmbeddedNetworkExtension;
import org.huxin.embedded.suite.LedgerNetworkContractTest;
import org.huxin.embedded.suite.NetworkUnderTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract of a ledger, on an embedded network. */
class EmbeddedLedgerNetworkTest extends LedgerNetworkContractTest {
  @RegisterExtension
  static final EmbeddedNetworkExtension NETWORK =
      EmbeddedNetworkExtension.of(NetworkUnderTest::describe);

  @Override
  protected NetworkUnderTest underTest() {
    return NetworkUnderTest.of(NETWORK.network());
  }
}

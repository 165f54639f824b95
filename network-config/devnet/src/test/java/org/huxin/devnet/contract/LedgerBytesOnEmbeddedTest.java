// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.contract;

/** What licences cost on the embedded network. */
final class LedgerBytesOnEmbeddedTest extends LedgerBytesOnNetworkTest {
  @Override
  CityNetwork network() {
    return new EmbeddedCityNetwork();
  }
}

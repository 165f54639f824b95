// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.contract;

/** The contract on the embedded network. */
final class ContractOnEmbeddedTest extends ContractOnNetworkTest {
  @Override
  CityNetwork network() {
    return new EmbeddedCityNetwork();
  }
}

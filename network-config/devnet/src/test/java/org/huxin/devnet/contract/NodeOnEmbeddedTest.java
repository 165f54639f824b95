// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.contract;

/** Nodes on the embedded network. */
final class NodeOnEmbeddedTest extends NodeOnNetworkTest {
  @Override
  CityNetwork network() {
    return new EmbeddedCityNetwork();
  }
}

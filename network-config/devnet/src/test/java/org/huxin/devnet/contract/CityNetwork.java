// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.contract;

import java.util.Map;
import org.huxin.contract.sample.SampleCity;
import org.huxin.embedded.ChaincodeDeployment;
import org.huxin.embedded.suite.GatewayClient;

/** A network of the four cities, embedded or real, as the contract's tests need it. */
interface CityNetwork extends AutoCloseable {
  /** Puts a chaincode into force. */
  void deploy(ChaincodeDeployment deployment);

  /** Each city's own client, connected to the city's peer. */
  Map<SampleCity, GatewayClient> clients();

  /** The channel's name. */
  String channelId();

  /** Closes the clients, and the network if it is nobody else's. */
  @Override
  void close();
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.contract;

import java.util.Map;
import org.huxin.contract.sample.SampleCity;
import org.huxin.core.id.LedgerId;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.embedded.ChaincodeDeployment;
import org.huxin.embedded.suite.GatewayClient;
import org.huxin.sdk.profile.Profile;

/** A network of the four cities, embedded or real, as the contract's tests need it. */
interface CityNetwork extends AutoCloseable {
  /** Puts a chaincode into force. */
  void deploy(ChaincodeDeployment deployment);

  /** Each city's own client, connected to the city's peer. */
  Map<SampleCity, GatewayClient> clients();

  /** The channel's name. */
  String channelId();

  /** The bytes of the channel's block 0. */
  Bytes genesis();

  /** How a city's member reaches the peers of all cities: its own first. */
  Profile profile(LedgerId ledger, String chaincode, SampleCity member);

  /** Closes the clients, and the network if it is nobody else's. */
  @Override
  void close();
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.network;

import java.util.List;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.embedded.ChaincodeDeployment;
import org.huxin.embedded.Transport;
import org.huxin.embedded.connection.ConnectionPeer;

/** The cities of a topology as a running Fabric network, embedded or real. */
public interface CityNetwork extends AutoCloseable {
  /** The channel's name. */
  String channelId();

  /** The bytes of the channel's block 0. */
  Bytes genesis();

  /** How clients connect. */
  Transport transport();

  /** Each city's peer, in the order of the topology. */
  List<ConnectionPeer> peers();

  /**
   * Runs a chaincode, and puts it into force where no definition of that name and version is. Once
   * this returns, every peer's gateway takes transactions for it.
   */
  void run(ChaincodeDeployment deployment);

  /** Stops the network; what it keeps on disk stays. */
  @Override
  void close();
}

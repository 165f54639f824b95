// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.simulation;

import com.google.protobuf.ByteString;
import java.util.List;
import org.hyperledger.fabric.shim.Chaincode;

/** Calls another chaincode of the channel within a simulation. */
interface ChaincodeCaller {

  /**
   * The other chaincode's response; its event, if it sets one, is lost, as in Fabric.
   *
   * @throws SimulationRefusedException if no chaincode of that name is defined
   */
  Chaincode.Response call(
      Simulator simulator, Invocation invocation, String chaincode, List<ByteString> arguments);
}

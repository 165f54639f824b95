// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.endorsement;

import java.util.Optional;
import org.huxin.embedded.simulation.Invocation;
import org.hyperledger.fabric.protos.peer.Response;

/** The chaincodes that every peer has. */
public interface SystemChaincodes {

  /** What the system chaincode answers, or empty if it is none of the peer's. */
  Optional<Response> answer(Invocation invocation);
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.benchmark;

import org.huxin.embedded.EmbeddedNetwork;
import org.huxin.embedded.suite.GatewayClient;
import org.huxin.embedded.suite.RecordedChaincode;

/** A process that starts a network, commits one transaction, says so and ends. */
public final class FirstTransaction {
  /** What it says once the transaction is committed. */
  static final String DONE = "committed";

  private FirstTransaction() {}

  /** The arguments are the MSP ids of the organisations. */
  public static void main(String[] mspIds) throws Exception {
    try (EmbeddedNetwork network =
            EmbeddedNetwork.builder()
                .organisations(mspIds)
                .chaincode("licence", RecordedChaincode::new)
                .start();
        GatewayClient client = new GatewayClient(network, mspIds[0])) {
      client.contract("licence").submitTransaction("put", "a", "1");
      System.out.println(DONE);
    }
  }
}

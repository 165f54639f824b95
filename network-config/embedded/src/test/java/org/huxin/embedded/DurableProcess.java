// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.huxin.embedded.suite.GatewayClient;
import org.huxin.embedded.suite.RecordedChaincode;

/** A process that is to be killed: submits one transaction after the other, and says so. */
final class DurableProcess {
  private static final int MANY = 100_000;

  private DurableProcess() {}

  public static void main(String[] arguments) throws Exception {
    try (EmbeddedNetwork network = open(Path.of(arguments[0]));
        GatewayClient client = new GatewayClient(network, "Org1MSP")) {
      for (int i = 0; i < MANY; i++) {
        client.contract("licence").submitTransaction("put", "k" + i, "v" + i);
        System.out.write(("k" + i + "\n").getBytes(StandardCharsets.UTF_8));
        System.out.flush();
      }
    }
  }

  static EmbeddedNetwork open(Path folder) {
    return EmbeddedNetwork.builder()
        .directory(folder)
        .chaincode("licence", RecordedChaincode::new)
        .start();
  }
}

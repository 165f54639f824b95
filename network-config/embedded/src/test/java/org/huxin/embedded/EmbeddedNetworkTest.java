// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.huxin.embedded.suite.GatewayClient;
import org.huxin.embedded.suite.RecordedChaincode;
import org.junit.jupiter.api.Test;

class EmbeddedNetworkTest {

  @Test
  void commitsWhatAClientSubmits() throws Exception {
    try (EmbeddedNetwork network =
            EmbeddedNetwork.builder()
                .organisations("OrdosMSP", "HohhotMSP", "BaotouMSP", "UlanqabMSP")
                .chaincode("licence", RecordedChaincode::new)
                .start();
        GatewayClient client = new GatewayClient(network, "OrdosMSP")) {
      client.contract("licence").submitTransaction("put", "a", "1");
      assertEquals("1", text(client.contract("licence").evaluateTransaction("get", "a")));
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}

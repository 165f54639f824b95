// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.embedded.suite.GatewayClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableModeTest {
  private static final int ENOUGH = 20;

  @Test
  void goesOnFromWhatItKept(@TempDir Path folder) throws Exception {
    List<Bytes> blocks = new ArrayList<>();
    try (EmbeddedNetwork network = DurableProcess.open(folder);
        GatewayClient client = new GatewayClient(network, "Org1MSP")) {
      client.contract("licence").submitTransaction("put", "a", "1");
      for (long n = 0; n < network.height(); n++) {
        blocks.add(network.block(n));
      }
    }
    try (EmbeddedNetwork network = DurableProcess.open(folder);
        GatewayClient client = new GatewayClient(network, "Org1MSP")) {
      for (int n = 0; n < blocks.size(); n++) {
        assertEquals(blocks.get(n), network.block(n));
      }
      assertEquals(blocks.size(), network.height());
      assertArrayEquals(
          "1".getBytes(StandardCharsets.UTF_8),
          client.contract("licence").evaluateTransaction("get", "a"));
      client.contract("licence").submitTransaction("rmw", "a", "2");
      assertArrayEquals(
          "12".getBytes(StandardCharsets.UTF_8),
          client.contract("licence").evaluateTransaction("get", "a"));
    }
  }

  @Test
  void losesNothingAcknowledgedWhenKilled(@TempDir Path folder) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                DurableProcess.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> acknowledged = new ArrayList<>();
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        acknowledged.add(line);
        if (acknowledged.size() == ENOUGH) {
          process.toHandle().destroyForcibly();
        }
      }
    }
    assertTrue(acknowledged.size() >= ENOUGH, "acknowledged " + acknowledged.size());
    try (EmbeddedNetwork network = DurableProcess.open(folder);
        GatewayClient client = new GatewayClient(network, "Org1MSP")) {
      for (String key : acknowledged) {
        assertArrayEquals(
            key.replace('k', 'v').getBytes(StandardCharsets.UTF_8),
            client.contract("licence").evaluateTransaction("get", key));
      }
    }
  }
}

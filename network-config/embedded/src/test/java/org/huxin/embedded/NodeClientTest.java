// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.huxin.embedded.connection.ConnectionFolder;
import org.huxin.embedded.suite.ExpectedDifference;
import org.huxin.embedded.suite.NetworkUnderTest;
import org.huxin.embedded.suite.NodeClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A client of another language, which knows of the network what the connection folder says. Skipped
 * where it cannot run, unless {@code HUXIN_NODE=required} says that it must.
 */
class NodeClientTest {
  private static final Path SOURCES = Path.of("src", "test", "node");
  private static final Path INSTALLED = Path.of("target", "node");

  @Test
  void getsTheGoldenTableOverTls(@TempDir Path folder) throws Exception {
    NodeClient client = client();
    try (EmbeddedNetwork network =
        NetworkUnderTest.describe(EmbeddedNetwork.builder()).transport(Transport.TLS).start()) {
      ConnectionFolder.write(network, folder);
      NodeClient.Run run =
          client.goldenTable(
              folder,
              "OrdosMSP",
              Set.of(ExpectedDifference.EVENTS_GO_ON_AFTER_A_TRANSACTION_WITHOUT_EVENT));
      assertEquals(0, run.exit(), run.output());
    }
  }

  private static NodeClient client() {
    Optional<String> obstacle = NodeClient.obstacle();
    obstacle.ifPresent(NodeClientTest::give);
    try {
      return NodeClient.install(SOURCES, INSTALLED);
    } catch (IOException e) {
      give(String.valueOf(e.getMessage()));
      return fail("unreachable", e);
    }
  }

  /** Fails where the client must run, else skips. */
  private static void give(String reason) {
    if ("required".equals(System.getenv("HUXIN_NODE"))) {
      fail(reason);
    }
    assumeTrue(false, reason);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.benchmark;

import java.nio.file.Path;
import java.util.List;
import org.huxin.embedded.EmbeddedNetwork;
import org.huxin.embedded.EmbeddedNetworkBuilder;
import org.huxin.embedded.connection.ConnectionFolder;
import org.huxin.embedded.suite.RecordedChaincode;

/** A process that runs a network for a client elsewhere, until its input ends. */
public final class NetworkProcess {
  /** What it says once clients may come. */
  static final String READY = "ready";

  private NetworkProcess() {}

  /** The arguments are the connection folder, and the MSP ids of the organisations. */
  public static void main(String[] arguments) throws Exception {
    List<String> mspIds = List.of(arguments).subList(1, arguments.length);
    EmbeddedNetworkBuilder description =
        EmbeddedNetwork.builder()
            .organisations(mspIds.toArray(String[]::new))
            .chaincode("licence", RecordedChaincode::new);
    try (EmbeddedNetwork network = description.start()) {
      ConnectionFolder.write(network, Path.of(arguments[0]));
      System.out.println(READY + " " + network.organisation(mspIds.get(0)).endpoint());
      while (System.in.read() >= 0) {
        // Only the end counts.
      }
    }
  }
}

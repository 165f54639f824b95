// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.contract;

import java.nio.file.Path;
import org.huxin.node.process.NodeProcess;
import org.huxin.node.process.NodeSettings;
import org.huxin.node.status.NodeState;

/** A node in a process of its own, to be killed. Its argument: the configuration. */
final class NodeUnderTest {
  private NodeUnderTest() {}

  /** Runs until it is killed; prints the number of each block once it is committed. */
  public static void main(String... arguments) throws InterruptedException {
    NodeState unused =
        NodeProcess.run(
            NodeSettings.read(Path.of(arguments[0])), state -> System.out.println(state.number()));
  }
}

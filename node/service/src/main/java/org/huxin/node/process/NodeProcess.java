// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.process;

import java.util.function.Consumer;
import org.huxin.node.status.NodePhase;
import org.huxin.node.status.NodeState;

/** A node as the one thing that a process does. Stateless. */
public final class NodeProcess {
  private NodeProcess() {}

  /**
   * Runs a node until the process is asked to end or the replica is damaged. Whoever ends the
   * process kindly (SIGTERM, Ctrl-C) lets it finish the block that it is accepting.
   *
   * @param said is told each change of how the node fares
   * @return how it fared last
   * @throws org.huxin.node.replica.ReplicaRefusedException if the replica cannot be used
   * @throws InterruptedException if the thread is interrupted
   */
  public static NodeState run(NodeSettings settings, Consumer<NodeState> said)
      throws InterruptedException {
    try (ValidatingNode node = ValidatingNode.of(settings)) {
      Thread end = new Thread(node::close, "huxin end");
      Runtime.getRuntime().addShutdownHook(end);
      node.start();
      NodeState last = node.state();
      said.accept(last);
      while (last.phase() != NodePhase.CLOSED && last.phase() != NodePhase.CORRUPT) {
        NodeState before = last;
        last = node.status().await(now -> differs(now, before));
        said.accept(last);
      }
      return last;
    }
  }

  /** When peers were last heard is no change that anybody waits for. */
  private static boolean differs(NodeState one, NodeState other) {
    return one.phase() != other.phase() || one.number() != other.number();
  }
}

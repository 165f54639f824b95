// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.util.concurrent.Callable;
import org.huxin.node.replica.Replica;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code huxin node resume --dir D}: a node that stopped may go on; its findings are kept. */
@Command(
    name = "resume",
    description =
        "Lets a node that stopped go on, once somebody has looked at its finding."
            + " 有人核查发现的问题后，允许已停止的节点继续。",
    mixinStandardHelpOptions = true)
final class NodeResumeCommand implements Callable<Integer> {
  @Mixin private NodeReplicaOption replicaOption = new NodeReplicaOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    try (Replica replica = replicaOption.open()) {
      boolean stopped = replica.findings().stop().isPresent();
      replica.findings().clearStop();
      spec.commandLine()
          .getOut()
          .println(stopped ? "goes on at the next start" : "had not stopped");
      return ExitCode.GOOD;
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huxin.node.process.NodeProcess;
import org.huxin.node.process.NodeSettings;
import org.huxin.node.status.NodePhase;
import org.huxin.node.status.NodeState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code huxin node run --config F}: follows and validates until it is told to end. Exit 0 if it
 * was told to; 1 if the configuration is wrong or the replica cannot be used.
 */
@Command(
    name = "run",
    description =
        "Follows the ledger and validates everything again; Ctrl-C ends it."
            + " 跟随账本并重新验证全部内容；Ctrl-C 结束。",
    mixinStandardHelpOptions = true)
final class NodeRunCommand implements Callable<Integer> {
  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "the node's configuration (proto/spec/node-settings.md)")
  private Path config = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  private Optional<NodePhase> said = Optional.empty();

  @Override
  public Integer call() throws InterruptedException {
    if (!Files.isRegularFile(config)) {
      throw new CommandFailedException(ExitCode.NO_INPUT, config + " is not there, or no file");
    }
    NodeState last = NodeProcess.run(NodeSettings.read(config), this::say);
    return last.phase() == NodePhase.CLOSED ? ExitCode.GOOD : ExitCode.BAD;
  }

  /** Each change of what it does; blocks are too many to be named. */
  private void say(NodeState state) {
    if (said.equals(Optional.of(state.phase()))) {
      return;
    }
    said = Optional.of(state.phase());
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "node %s after block %d%s%s"
            .formatted(
                state.phase(),
                state.number(),
                state.stop().map(finding -> ": " + NodeFindingsCommand.line(finding)).orElse(""),
                state.failure().map(code -> ": " + code).orElse("")));
    out.flush();
  }
}

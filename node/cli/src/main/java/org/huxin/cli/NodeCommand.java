// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A city's validating node. */
@Command(
    name = "node",
    description = "A city's validating node and its replica. 城市验证节点及其账本副本。",
    mixinStandardHelpOptions = true,
    subcommands = {
      NodeRunCommand.class,
      NodeFsckCommand.class,
      NodeFindingsCommand.class,
      NodeResumeCommand.class,
      NodeSnapshotCommand.class
    })
final class NodeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "a command is missing: node run, fsck, findings, resume or snapshot");
  }
}

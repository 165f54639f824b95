// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Identifiers and codes. */
@Command(
    name = "id",
    description = "Identifiers and codes. 标识与代码。",
    mixinStandardHelpOptions = true,
    subcommands = IdCheckCommand.class)
final class IdCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing: id check");
  }
}

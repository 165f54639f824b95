// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Statements and the files that carry them. */
@Command(
    name = "statement",
    description = "Statements and the files that carry them. 声明及其文件。",
    mixinStandardHelpOptions = true,
    subcommands = {StatementInspectCommand.class, StatementSubmitCommand.class})
final class StatementCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "a command is missing: statement inspect or submit");
  }
}

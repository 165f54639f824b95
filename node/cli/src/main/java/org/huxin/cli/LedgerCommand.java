// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The ledger as its blocks tell it. */
@Command(
    name = "ledger",
    description = "The ledger as its blocks tell it. 账本与区块。",
    mixinStandardHelpOptions = true,
    subcommands = LedgerVerifyCommand.class)
final class LedgerCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "a command is missing: ledger verify");
  }
}

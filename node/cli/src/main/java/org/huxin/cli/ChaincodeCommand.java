// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The contract as Fabric installs it. */
@Command(
    name = "chaincode",
    description = "The contract as Fabric installs it. 链码。",
    mixinStandardHelpOptions = true,
    subcommands = ChaincodePackageCommand.class)
final class ChaincodeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "a command is missing: chaincode package");
  }
}

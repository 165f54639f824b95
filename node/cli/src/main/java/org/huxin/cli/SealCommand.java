// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** E-seals and sealed documents. */
@Command(
    name = "seal",
    description = "E-seals and sealed documents. 电子印章与签章文档。",
    mixinStandardHelpOptions = true,
    subcommands = {
      SealInspectCommand.class,
      SealPkiCommand.class,
      SealMakeCommand.class,
      SealSignCommand.class
    })
final class SealCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "a command is missing: seal inspect, pki, make or sign");
  }
}

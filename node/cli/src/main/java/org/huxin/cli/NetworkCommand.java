// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Networks of cities: on this machine for development, and the files of real ones. */
@Command(
    name = "network",
    description =
        "Four cities on this machine for development, and the files of a real network. 本机开发用的四城网络，以及真实网络的部署文件。",
    mixinStandardHelpOptions = true,
    subcommands = {
      NetworkStartCommand.class,
      NetworkStatusCommand.class,
      NetworkStopCommand.class,
      NetworkResetCommand.class,
      NetworkFilesCommand.class
    })
final class NetworkCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "a command is missing: network start, status, stop, reset or files");
  }
}

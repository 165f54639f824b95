// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.huxin.devnet.network.NetworkFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code huxin network stop}: asks the process that runs a folder's network to end, and waits. */
@Command(
    name = "stop",
    description = "Stops the network of a folder; starting again goes on. 停止网络。",
    mixinStandardHelpOptions = true)
final class NetworkStopCommand implements Callable<Integer> {
  private static final int PATIENCE_SECONDS = 60;

  @Mixin private NetworkDirOption dir = new NetworkDirOption();
  @Mixin private Reporting reporting = new Reporting();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = dir.existing();
    Optional<Long> process = NetworkFolder.usedBy(folder);
    Optional<ProcessHandle> running = process.flatMap(ProcessHandle::of);
    if (running.isPresent()) {
      end(running.get(), folder);
    }
    spec.commandLine().getOut().println(reporting.text("network.resting").formatted(folder));
    return ExitCode.GOOD;
  }

  private void end(ProcessHandle process, Path folder) throws InterruptedException {
    if (!process.destroy()) {
      throw still(folder, process);
    }
    try {
      ProcessHandle unused = process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw still(folder, process);
    }
  }

  private CommandFailedException still(Path folder, ProcessHandle process) {
    return new CommandFailedException(
        ExitCode.UNAVAILABLE, reporting.text("network.running").formatted(folder, process.pid()));
  }
}

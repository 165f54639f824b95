// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.huxin.devnet.network.NetworkFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code huxin network reset --yes}: deletes a folder's network, its keys and its ledger. */
@Command(
    name = "reset",
    description = "Deletes the network of a folder, with keys and ledger. 删除网络及其密钥与账本。",
    mixinStandardHelpOptions = true)
final class NetworkResetCommand implements Callable<Integer> {
  @Option(
      names = "--yes",
      required = true,
      description = "that everything in it is lost for good. 确认全部删除。")
  private boolean sure;

  @Mixin private NetworkDirOption dir = new NetworkDirOption();
  @Mixin private Reporting reporting = new Reporting();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Path folder = dir.existing();
    Optional<Long> process = NetworkFolder.usedBy(folder);
    if (process.isPresent() || !sure) {
      throw new CommandFailedException(
          ExitCode.UNAVAILABLE,
          reporting.text("network.running").formatted(folder, process.orElse(0L)));
    }
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
    spec.commandLine().getOut().println(reporting.text("network.deleted").formatted(folder));
    return ExitCode.GOOD;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonObject;
import org.huxin.devnet.network.NetworkFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code huxin network status}: whether a process runs a folder's network. Exit 0 if one does. */
@Command(
    name = "status",
    description = "Says whether a process runs the network of a folder. 网络是否在运行。",
    mixinStandardHelpOptions = true)
final class NetworkStatusCommand implements Callable<Integer> {
  @Mixin private NetworkDirOption dir = new NetworkDirOption();
  @Mixin private Reporting reporting = new Reporting();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Path folder = dir.existing();
    Optional<Long> process = NetworkFolder.usedBy(folder);
    PrintWriter out = spec.commandLine().getOut();
    if (reporting.isJson()) {
      JsonObject.Builder object =
          JsonObject.builder().put("dir", folder.toString()).put("running", process.isPresent());
      process.ifPresent(id -> object.put("process", id));
      out.println(CanonicalJson.text(object.build()));
    } else {
      out.println(
          process
              .map(id -> reporting.text("network.running").formatted(folder, id))
              .orElseGet(() -> reporting.text("network.resting").formatted(folder)));
    }
    return process.isPresent() ? ExitCode.GOOD : ExitCode.BAD;
  }
}

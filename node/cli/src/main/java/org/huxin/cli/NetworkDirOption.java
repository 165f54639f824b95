// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.nio.file.Path;
import org.huxin.devnet.network.NetworkFolder;
import picocli.CommandLine.Option;

/** The folder that keeps a network. */
final class NetworkDirOption {
  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "where keys, blocks and profiles are kept; by default ${DEFAULT-VALUE}. 数据目录。")
  private Path dir = Path.of("huxin-network");

  Path path() {
    return dir;
  }

  /** A folder that a network was started on before. */
  Path existing() {
    if (!NetworkFolder.isOne(dir)) {
      throw new CommandFailedException(
          ExitCode.NO_INPUT, dir + " is no folder of a network (huxin network start makes one)");
    }
    return dir.toAbsolutePath().normalize();
  }
}

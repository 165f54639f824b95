// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.nio.file.Path;
import org.huxin.node.check.ReplicaCheck;
import org.huxin.node.process.NodeParticipants;
import org.huxin.node.replay.ContractReplay;
import org.huxin.node.replay.RulesVersions;
import org.huxin.node.replica.ChainPin;
import org.huxin.node.replica.FreeSpace;
import org.huxin.node.replica.Replica;
import picocli.CommandLine.Option;

/** The replica of a node that does not run. */
final class NodeReplicaOption {
  @Option(
      names = "--dir",
      required = true,
      paramLabel = "DIR",
      description = "the folder of the node's replica; the node must not run")
  private Path dir = Path.of("");

  Path folder() {
    return dir;
  }

  Replica open() {
    return Replica.open(dir, pin(), NodeParticipants.all(), FreeSpace.of(dir));
  }

  private ChainPin pin() {
    return Replica.pinOf(dir)
        .orElseThrow(
            () ->
                new CommandFailedException(
                    ExitCode.CANNOT_TELL, dir + " holds no replica's block"));
  }

  static ReplicaCheck check(ChainPin pin) {
    return new ReplicaCheck(new ContractReplay(pin, RulesVersions.all()), NodeParticipants.all());
  }
}

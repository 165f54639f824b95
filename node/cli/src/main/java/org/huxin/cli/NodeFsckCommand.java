// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.node.check.CheckReport;
import org.huxin.node.replica.Replica;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code huxin node fsck --dir D}: derives a replica again from its blocks and compares. Exit 0 if
 * it is exactly what follows from them; 1 if not.
 */
@Command(
    name = "fsck",
    description = "Derives a replica again from its blocks, and compares. 由区块重新推导副本并比对。",
    mixinStandardHelpOptions = true)
final class NodeFsckCommand implements Callable<Integer> {
  @Mixin private NodeReplicaOption replicaOption = new NodeReplicaOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Replica replica = replicaOption.open()) {
      CheckReport report =
          NodeReplicaOption.check(replica.pin())
              .check(replica, replicaOption.folder(), InstantSource.system());
      out.println(
          "genesis %s%nblocks %d%nheader %s%nstate %s"
              .formatted(
                  replica.pin().genesis().hex(),
                  report.blocks(),
                  report.headerHash().map(Bytes::hex).orElse("-"),
                  report.stateDigest()));
      report
          .differences()
          .forEach(each -> out.println("differs: " + each.table() + " " + each.key()));
      report.found().ifPresent(found -> out.println("found: " + found.getMessage()));
      out.println(report.isSound() ? "sound" : "not sound");
      return report.isSound() ? ExitCode.GOOD : ExitCode.BAD;
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huxin.fabric.block.LedgerBlock;
import org.huxin.node.finding.Finding;
import org.huxin.node.replica.Replica;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code huxin node findings --dir D}: what a node found wrong, and the blocks that prove it. */
@Command(
    name = "findings",
    description = "What a node found wrong, with its evidence. 节点发现的问题及其证据。",
    mixinStandardHelpOptions = true)
final class NodeFindingsCommand implements Callable<Integer> {
  @Mixin private NodeReplicaOption replicaOption = new NodeReplicaOption();

  @Option(
      names = "--evidence",
      paramLabel = "FOLDER",
      description = "write the blocks that prove each finding into this folder")
  private Optional<Path> evidence = Optional.empty();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Replica replica = replicaOption.open()) {
      List<Finding> findings = replica.findings().all();
      for (int i = 0; i < findings.size(); i++) {
        out.println(i + " " + line(findings.get(i)));
        write(i, replica.findings().evidence(i));
      }
      replica
          .findings()
          .stop()
          .ifPresent(
              finding -> out.println("stopped by " + finding.code() + ": look at it, then resume"));
      return findings.isEmpty() ? ExitCode.GOOD : ExitCode.BAD;
    }
  }

  static String line(Finding finding) {
    return "%s block %d from %s at %s %s"
        .formatted(
            finding.code(),
            finding.block(),
            finding.source(),
            finding.seenAt(),
            finding.evidence());
  }

  private void write(int number, List<LedgerBlock> blocks) {
    if (evidence.isEmpty()) {
      return;
    }
    try {
      Files.createDirectories(evidence.get());
      for (int i = 0; i < blocks.size(); i++) {
        Files.write(
            evidence.get().resolve("finding-" + number + "-" + i + ".block"),
            blocks.get(i).block().toByteArray());
      }
    } catch (IOException e) {
      throw new CommandFailedException(
          ExitCode.CANNOT_CREATE, evidence.get() + " cannot be written: " + e.getMessage());
    }
  }
}

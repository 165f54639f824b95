// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huxin.crypto.digest.Digest;
import org.huxin.node.process.NodeParticipants;
import org.huxin.node.process.NodeSettings;
import org.huxin.node.replica.Replica;
import org.huxin.node.snapshot.ReplicaSnapshot;
import org.huxin.node.snapshot.SnapshotManifest;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Replicas handed on from node to node. */
@Command(
    name = "snapshot",
    description = "Hands a replica on, or takes one over. 导出或导入账本副本快照。",
    mixinStandardHelpOptions = true,
    subcommands = {NodeSnapshotCommand.Export.class, NodeSnapshotCommand.Import.class})
final class NodeSnapshotCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "a command is missing: node snapshot export or import");
  }

  private static void say(CommandSpec spec, SnapshotManifest manifest) {
    spec.commandLine()
        .getOut()
        .println(
            "block %d%nheader %s%nstate %s"
                .formatted(manifest.number(), manifest.header(), manifest.state()));
  }

  /** {@code huxin node snapshot export --dir D FOLDER}. */
  @Command(
      name = "export",
      description = "Writes a replica into a new folder. 将副本写入新文件夹。",
      mixinStandardHelpOptions = true)
  static final class Export implements Callable<Integer> {
    @Mixin private NodeReplicaOption replicaOption = new NodeReplicaOption();

    @Parameters(paramLabel = "FOLDER", description = "the new folder")
    private Path folder = Path.of("");

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
      try (Replica replica = replicaOption.open()) {
        say(spec, ReplicaSnapshot.export(replica, folder, NodeParticipants.all()));
        return ExitCode.GOOD;
      }
    }
  }

  /** {@code huxin node snapshot import --config F FOLDER}. */
  @Command(
      name = "import",
      description =
          "Takes a snapshot over: derived again from its blocks, or by a digest of its state that"
              + " another node tells. 导入快照：由区块重新推导，或按其他节点告知的状态摘要核对。",
      mixinStandardHelpOptions = true)
  static final class Import implements Callable<Integer> {
    @Option(
        names = "--config",
        required = true,
        paramLabel = "FILE",
        description = "the configuration of the node that is to have it")
    private Path config = Path.of("");

    @Option(
        names = "--state",
        paramLabel = "DIGEST",
        description = "believe this digest of the state, and derive nothing again")
    private Optional<String> state = Optional.empty();

    @Parameters(paramLabel = "FOLDER", description = "the snapshot")
    private Path folder = Path.of("");

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
      NodeSettings settings = NodeSettings.read(config);
      say(
          spec,
          ReplicaSnapshot.take(
              folder,
              settings.folder(),
              settings.pin(),
              state.map(this::digest),
              NodeReplicaOption.check(settings.pin()),
              InstantSource.system()));
      return ExitCode.GOOD;
    }

    private Digest digest(String text) {
      try {
        return Digest.parse(text);
      } catch (IllegalArgumentException e) {
        throw new CommandLine.ParameterException(
            spec.commandLine(), "--state is no digest: " + e.getMessage());
      }
    }
  }
}

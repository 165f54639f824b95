// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huxin.fabric.block.LedgerBlock;
import org.huxin.fabric.validation.ReplayPosition;
import org.huxin.node.finding.FoundWrongException;
import org.huxin.node.follow.BlockAcceptor;
import org.huxin.node.replay.BlockReplay;
import org.huxin.node.replica.CommitParticipant;
import org.huxin.node.replica.FreeSpace;
import org.huxin.node.replica.Replica;
import org.huxin.node.replica.ReplicaComparison;
import org.huxin.node.status.NodeStatus;

/**
 * {@code fsck}: derives everything again from the blocks of a replica, beside it, and compares all
 * that it holds. Needs as much space again while it runs. Stateless but for its parameters.
 *
 * @param replay what is done to each block besides Fabric's rules
 * @param participants those of the replica
 */
public record ReplicaCheck(BlockReplay replay, List<CommitParticipant> participants) {
  private static final String SOURCE = "replica";

  /** Copies the list. */
  public ReplicaCheck {
    participants = List.copyOf(participants);
  }

  /**
   * Checks a replica.
   *
   * @param beside a folder in which to derive it again, which is emptied after
   * @throws org.huxin.node.replica.ReplicaRefusedException if a file is damaged or the disk fails
   */
  public CheckReport check(Replica replica, Path beside, InstantSource clock) {
    replica.verifyChecksums();
    try {
      Path scratch = Files.createTempDirectory(beside, "fsck-");
      try (Replica again =
          Replica.open(scratch, replica.pin(), participants, FreeSpace.of(scratch))) {
        Optional<FoundWrongException> found = derive(replica, again, clock);
        return new CheckReport(
            again.height(),
            again.position().map(ReplayPosition::headerHash),
            again.stateDigest(),
            ReplicaComparison.of(replica, again).stream()
                .map(each -> new CheckReport.Difference(each.table(), each.key().hex()))
                .toList(),
            found);
      } finally {
        delete(scratch);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<FoundWrongException> derive(
      Replica replica, Replica again, InstantSource clock) {
    BlockAcceptor acceptor = new BlockAcceptor(again, replay, new NodeStatus(), clock);
    try {
      for (long number = 0; number < replica.height(); number++) {
        Optional<LedgerBlock> block = replica.block(number);
        if (block.isEmpty()) {
          // The comparison names it.
          break;
        }
        acceptor.accept(block.get(), SOURCE);
      }
      return Optional.empty();
    } catch (FoundWrongException e) {
      return Optional.of(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}

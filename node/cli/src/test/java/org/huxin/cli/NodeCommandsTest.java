// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.huxin.core.id.LedgerId;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.fabric.GoldenLedger;
import org.huxin.fabric.block.LedgerBlock;
import org.huxin.fabric.validation.LedgerReplay;
import org.huxin.node.finding.Finding;
import org.huxin.node.finding.FindingCode;
import org.huxin.node.process.NodeParticipants;
import org.huxin.node.replica.ChainPin;
import org.huxin.node.replica.Replica;
import org.hyperledger.fabric.protos.common.Block;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of a node that does not run, on the recorded chain. */
final class NodeCommandsTest {
  private static final List<Block> BLOCKS = GoldenLedger.blocks("ordos").subList(0, 12);
  private static final Bytes GENESIS = new LedgerBlock(BLOCKS.get(0)).headerHash();
  private static final ChainPin PIN =
      new ChainPin(GENESIS, "huxin", LedgerId.parse("sha256:" + "0".repeat(64)));

  @TempDir private Path folder;
  private Path replica = Path.of("");

  private record Run(int code, String out, String err) {}

  private static Run node(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] all =
        Stream.concat(Stream.of("node"), Stream.of(arguments))
            .map(Object::toString)
            .toArray(String[]::new);
    int code = Huxin.run(new PrintWriter(out), new PrintWriter(err), all);
    return new Run(code, out.toString(), err.toString());
  }

  @BeforeEach
  void follow() {
    replica = folder.resolve("replica");
    try (Replica open = open()) {
      LedgerReplay replay = LedgerReplay.begin(new LedgerBlock(BLOCKS.get(0)), GENESIS, open);
      for (Block block : BLOCKS.subList(1, BLOCKS.size())) {
        assertTrue(replay.next(new LedgerBlock(block)).number() > 0);
      }
    }
  }

  private Replica open() {
    return Replica.open(replica, PIN, NodeParticipants.all(), () -> Long.MAX_VALUE);
  }

  @Test
  void aConfigurationThatIsNotThereIsSaid() {
    Run run = node("run", "--config", folder.resolve("nothing.json"));
    assertEquals(ExitCode.NO_INPUT, run.code(), run.err());
    assertTrue(run.err().contains("nothing.json is not there"), run.err());
  }

  @Test
  void fsckSaysThatAReplicaIsSound() {
    Run run = node("fsck", "--dir", replica);
    assertEquals(ExitCode.GOOD, run.code(), run.err());
    assertTrue(run.out().startsWith("genesis " + GENESIS.hex() + "\nblocks 12\n"), run.out());
    assertTrue(run.out().contains("\nstate sha256:"), run.out());
    assertTrue(run.out().endsWith("\nsound\n"), run.out());
  }

  @Test
  void fsckNeedsAReplica() {
    Run run = node("fsck", "--dir", folder.resolve("nothing"));
    assertEquals(ExitCode.CANNOT_TELL, run.code(), run.err());
  }

  @Test
  void aReplicaThatIsOpenIsNotTouched() {
    try (Replica held = open()) {
      assertEquals(12, held.height());
      Run run = node("fsck", "--dir", replica);
      assertEquals(ExitCode.BAD, run.code());
      assertTrue(run.err().contains("REPLICA_LOCKED"), run.err());
    }
  }

  @Test
  void findingsAreShownWithTheirBlocksAndThenFollowingMayGoOn() throws IOException {
    assertEquals(ExitCode.GOOD, node("findings", "--dir", replica).code());
    try (Replica open = open()) {
      open.findings()
          .add(
              Finding.of(FindingCode.CHAIN_FORKED, 3, "peer", Instant.ofEpochSecond(1), Map.of()),
              List.of(new LedgerBlock(BLOCKS.get(3))));
    }
    Path evidence = folder.resolve("evidence");
    Run run = node("findings", "--dir", replica, "--evidence", evidence);
    assertEquals(ExitCode.BAD, run.code(), run.err());
    assertTrue(run.out().contains("0 CHAIN_FORKED block 3 from peer"), run.out());
    assertTrue(run.out().contains("stopped by CHAIN_FORKED"), run.out());
    assertEquals(
        BLOCKS.get(3), Block.parseFrom(Files.readAllBytes(evidence.resolve("finding-0-0.block"))));
    assertTrue(node("resume", "--dir", replica).out().startsWith("goes on"));
    assertTrue(node("resume", "--dir", replica).out().startsWith("had not stopped"));
  }

  @Test
  void aSnapshotIsWritten() {
    Path snapshot = folder.resolve("snapshot");
    Run run = node("snapshot", "export", "--dir", replica, snapshot);
    assertEquals(ExitCode.GOOD, run.code(), run.err());
    assertTrue(run.out().startsWith("block 11\nheader sha256:"), run.out());
    assertTrue(Files.isRegularFile(snapshot.resolve("manifest.json")));
    Run again = node("snapshot", "export", "--dir", replica, snapshot);
    assertEquals(ExitCode.BAD, again.code());
    assertTrue(again.err().contains("SNAPSHOT_TARGET"), again.err());
  }

  @Test
  void everyMistakeOfAConfigurationIsNamedBeforeAnythingIsStarted() throws IOException {
    Path config = Files.writeString(folder.resolve("node.json"), "{\"genesis\":\"00\"}");
    Run run = node("run", "--config", config);
    assertEquals(ExitCode.BAD, run.code());
    for (String member : List.of("folder", "genesis", "profile")) {
      assertTrue(run.err().contains(member), run.err());
    }
  }

  @Test
  void aCommandOfANodeMustBeNamed() {
    assertEquals(ExitCode.USAGE, node().code());
    assertEquals(ExitCode.USAGE, node("snapshot").code());
  }
}

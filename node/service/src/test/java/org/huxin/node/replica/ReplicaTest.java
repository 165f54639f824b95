// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.fabric.GoldenLedger;
import org.huxin.fabric.block.LedgerBlock;
import org.huxin.fabric.validation.JudgedBlock;
import org.huxin.fabric.validation.LedgerReplay;
import org.huxin.node.RecordedPeer;
import org.huxin.node.finding.Finding;
import org.huxin.node.finding.FindingCode;
import org.hyperledger.fabric.protos.common.Block;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReplicaTest {
  private static final List<Block> CHAIN = GoldenLedger.blocks("ordos");
  private static final Bytes GENESIS = new LedgerBlock(CHAIN.get(0)).headerHash();
  private static final FreeSpace ENOUGH = () -> Long.MAX_VALUE;

  /** Counts the transactions that it sees; fails where it is told to. */
  private static final class Counting implements CommitParticipant {
    private static final Bytes KEY = Bytes.utf8("count");
    private long failsAt = Long.MAX_VALUE;

    @Override
    public String name() {
      return "counting";
    }

    @Override
    public void accept(AcceptedBlock block, WritableKeySpace own) {
      long before = own.get(KEY).map(Counting::number).orElse(0L);
      own.put(KEY, Bytes.utf8(Long.toString(before + block.transactions().size())));
      own.put(Bytes.utf8("block" + block.number()), block.headerHash());
      own.delete(Bytes.utf8("block" + (block.number() - 2)));
      assertEquals(Optional.of(block.headerHash()), own.get(Bytes.utf8("block" + block.number())));
      if (block.number() == failsAt) {
        throw new IllegalStateException("a participant's bug");
      }
    }

    static long number(Bytes value) {
      try {
        return Long.parseLong(value.decodeUtf8());
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }

  private static final ChainPin PIN = RecordedPeer.pin(GENESIS);

  @TempDir private Path folder;

  private Replica open(CommitParticipant... participants) {
    return Replica.open(folder, PIN, List.of(participants), ENOUGH);
  }

  private static void follow(Replica replica, int to) {
    LedgerReplay replay =
        replica.height() == 0
            ? LedgerReplay.begin(new LedgerBlock(CHAIN.get(0)), GENESIS, replica)
            : LedgerReplay.resume(replica);
    for (int number = (int) replica.height(); number < to; number++) {
      assertEquals(number, replay.next(new LedgerBlock(CHAIN.get(number))).number());
    }
  }

  private ReplicaRefusal refusal() {
    return assertThrows(ReplicaRefusedException.class, () -> open().close()).code();
  }

  @Test
  void keepsBlocksAsTheyWereReceived() {
    try (Replica replica = open()) {
      follow(replica, 12);
    }
    try (Replica replica = open()) {
      assertEquals(12, replica.height());
      for (int number = 0; number < 12; number++) {
        assertEquals(CHAIN.get(number), replica.block(number).orElseThrow().block());
      }
      assertEquals(Optional.empty(), replica.block(12));
    }
  }

  @Test
  void whatAParticipantWritesIsCommittedWithTheBlock() {
    Counting counting = new Counting();
    try (Replica replica = open(counting)) {
      follow(replica, 30);
      KeySpace own = replica.keysOf(counting);
      assertTrue(own.get(Counting.KEY).map(Counting::number).orElseThrow() > 10);
      assertEquals(
          List.of(Bytes.utf8("block28"), Bytes.utf8("block29"), Counting.KEY),
          own.range(Bytes.empty(), Optional.empty(), 10).stream().map(KeySpace.Pair::key).toList());
      assertEquals(
          List.of(Bytes.utf8("block28")),
          own.range(Bytes.utf8("block"), Optional.of(Bytes.utf8("block29")), 10).stream()
              .map(KeySpace.Pair::key)
              .toList());
    }
  }

  @Test
  void aBlockAtWhichAParticipantFailsLeavesNoTrace() {
    Counting counting = new Counting();
    counting.failsAt = 20;
    try (Replica replica = open(counting)) {
      assertThrows(IllegalStateException.class, () -> follow(replica, 30));
      assertEquals(20, replica.height());
      assertEquals(Optional.empty(), replica.block(20));
      assertEquals(Optional.empty(), replica.keysOf(counting).get(Bytes.utf8("block20")));
      counting.failsAt = Long.MAX_VALUE;
      follow(replica, 30);
      assertEquals(30, replica.height());
    }
  }

  @Test
  void aViewStaysAtItsBlock() {
    Counting counting = new Counting();
    try (Replica replica = open(counting)) {
      follow(replica, 10);
      try (ReplicaView view = replica.view()) {
        follow(replica, 40);
        assertEquals(9, view.number());
        assertTrue(view.keysOf(counting).get(Bytes.utf8("block9")).isPresent());
        assertFalse(replica.keysOf(counting).get(Bytes.utf8("block9")).isPresent());
      }
    }
  }

  @Test
  void anotherParticipantNeedsAnotherReplica() {
    try (Replica replica = open()) {
      follow(replica, 3);
    }
    assertEquals(
        ReplicaRefusal.REPLICA_FORM,
        assertThrows(ReplicaRefusedException.class, () -> open(new Counting()).close()).code());
  }

  @Test
  void oneProcessHasItOpen() {
    try (Replica replica = open()) {
      assertEquals(0, replica.height());
      assertEquals(ReplicaRefusal.REPLICA_LOCKED, refusal());
    }
    open().close();
  }

  @Test
  void aClosedReplicaAnswersNothing() {
    Replica replica = open();
    follow(replica, 3);
    replica.close();
    replica.close();
    assertEquals(
        ReplicaRefusal.REPLICA_CLOSED,
        assertThrows(ReplicaRefusedException.class, () -> replica.block(1)).code());
  }

  @Test
  void aFullDiskTakesNoBlockAndKeepsWhatItHas() {
    long[] left = {Long.MAX_VALUE};
    try (Replica replica = Replica.open(folder, PIN, List.of(), () -> left[0])) {
      follow(replica, 5);
      LedgerReplay replay = LedgerReplay.resume(replica);
      JudgedBlock judged = replay.judge(new LedgerBlock(CHAIN.get(5)));
      left[0] = FreeSpace.RESERVE - 1;
      assertEquals(
          ReplicaRefusal.REPLICA_DISK_FULL,
          assertThrows(ReplicaRefusedException.class, () -> replay.commit(judged)).code());
      assertEquals(5, replica.height());
      assertEquals(CHAIN.get(4), replica.block(4).orElseThrow().block());
      left[0] = FreeSpace.RESERVE;
      follow(replica, 6);
      assertEquals(6, replica.height());
    }
  }

  @Test
  void aDiskThatDoesNotSayIsAFailedDisk() {
    FreeSpace broken =
        () -> {
          throw new IOException("gone");
        };
    try (Replica replica = Replica.open(folder, PIN, List.of(), broken)) {
      assertEquals(
          ReplicaRefusal.REPLICA_DISK_FAILED,
          assertThrows(ReplicaRefusedException.class, () -> follow(replica, 1)).code());
    }
  }

  @Test
  void aDamagedFileIsFoundWhenItIsRead() throws IOException {
    try (Replica replica = open()) {
      follow(replica, CHAIN.size());
      replica.tables().flush();
    }
    damage(".sst");
    try (Replica replica = open()) {
      ReplicaRefusedException refused =
          assertThrows(ReplicaRefusedException.class, replica::verifyChecksums);
      assertEquals(ReplicaRefusal.REPLICA_CORRUPT, refused.code());
      assertEquals(
          ReplicaRefusal.REPLICA_CORRUPT,
          assertThrows(ReplicaRefusedException.class, () -> replica.block(0)).code());
      assertEquals(
          Optional.of(ReplicaRefusal.REPLICA_CORRUPT),
          replica.failure().map(ReplicaRefusedException::code));
    } catch (ReplicaRefusedException e) {
      assertEquals(ReplicaRefusal.REPLICA_CORRUPT, e.code());
    }
  }

  @Test
  void aReplicaWithoutItsMarkIsNotBegunAnew() throws IOException {
    try (Replica replica = open()) {
      follow(replica, 3);
    }
    Files.delete(folder.resolve("db").resolve("CURRENT"));
    assertEquals(ReplicaRefusal.REPLICA_CORRUPT, refusal());
  }

  @Test
  void aReplicaWhoseListOfFilesIsDamagedIsRefused() throws IOException {
    try (Replica replica = open()) {
      follow(replica, 3);
    }
    damage("MANIFEST");
    assertEquals(ReplicaRefusal.REPLICA_CORRUPT, refusal());
  }

  /** Turns bits in the middle of each file of a kind. */
  private void damage(String kind) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("db"))) {
      for (Path file : files.filter(each -> each.toString().contains(kind)).toList()) {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
          for (long at = 0; at < bytes.length(); at += 40) {
            bytes.seek(at);
            int found = bytes.read();
            bytes.seek(at);
            bytes.write(found ^ 0x55);
          }
        }
      }
    }
  }

  @Test
  void findingsAndTheirBlocksAreKept() {
    Finding stopping =
        Finding.of(
            FindingCode.CHAIN_FORKED,
            7,
            "peer0.hohhot.example:7051",
            Instant.ofEpochSecond(1_800_000_000),
            Map.of("expected", "aa", "found", "bb"));
    Finding doubt =
        Finding.of(
            FindingCode.COMMIT_TIME_NOT_PLAUSIBLE,
            6,
            "peer0.ordos.example:7051",
            Instant.ofEpochSecond(1_800_000_001),
            Map.of());
    List<LedgerBlock> evidence =
        List.of(new LedgerBlock(CHAIN.get(7)), new LedgerBlock(CHAIN.get(8)));
    try (Replica replica = open()) {
      follow(replica, 3);
      assertEquals(Optional.empty(), replica.findings().stop());
      replica.findings().add(stopping, evidence);
      replica.findings().add(doubt, List.of());
    }
    try (Replica replica = open()) {
      assertEquals(List.of(stopping, doubt), replica.findings().all());
      assertEquals(evidence, replica.findings().evidence(0));
      assertEquals(List.of(), replica.findings().evidence(1));
      assertEquals(Optional.of(stopping), replica.findings().stop());
      replica.findings().clearStop();
      assertEquals(Optional.empty(), replica.findings().stop());
      assertEquals(2, replica.findings().all().size());
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.fabric.GoldenLedger;
import org.huxin.fabric.block.LedgerBlock;
import org.huxin.fabric.validation.LedgerReplay;
import org.huxin.node.RecordedPeer;
import org.huxin.node.replay.BlockReplay;
import org.huxin.node.replica.AcceptedBlock;
import org.huxin.node.replica.ChainPin;
import org.huxin.node.replica.CommitParticipant;
import org.huxin.node.replica.Replica;
import org.huxin.node.replica.WritableKeySpace;
import org.huxin.node.snapshot.ReplicaSnapshot;
import org.huxin.node.snapshot.SnapshotManifest;
import org.huxin.node.snapshot.SnapshotRefusal;
import org.huxin.node.snapshot.SnapshotRefusedException;
import org.hyperledger.fabric.protos.common.Block;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReplicaCheckTest {
  private static final List<Block> CHAIN = GoldenLedger.blocks("ordos");
  private static final Bytes GENESIS = new LedgerBlock(CHAIN.get(0)).headerHash();
  private static final ChainPin PIN = RecordedPeer.pin(GENESIS);
  private static final int HEIGHT = 60;

  /** Lists blocks; may be made to lie about one. */
  private static final class Listing implements CommitParticipant {
    private long lies = -1;

    @Override
    public String name() {
      return "listing";
    }

    @Override
    public void accept(AcceptedBlock block, WritableKeySpace own) {
      own.put(
          Bytes.utf8(Long.toString(block.number())),
          block.number() == lies ? Bytes.utf8("a lie") : block.headerHash());
    }
  }

  @TempDir private Path folder;
  private final Listing honest = new Listing();

  private ReplicaCheck check() {
    return new ReplicaCheck(BlockReplay.NOTHING, List.of(honest));
  }

  private Replica open(Path where, CommitParticipant participant) {
    return Replica.open(where, PIN, List.of(participant), () -> Long.MAX_VALUE);
  }

  private Replica filled(CommitParticipant participant) {
    Replica replica = open(folder.resolve("replica"), participant);
    LedgerReplay replay = LedgerReplay.begin(new LedgerBlock(CHAIN.get(0)), GENESIS, replica);
    for (int number = 1; number < HEIGHT; number++) {
      assertEquals(number, replay.next(new LedgerBlock(CHAIN.get(number))).number());
    }
    return replica;
  }

  @BeforeEach
  void makeFolder() throws IOException {
    assertTrue(Files.isDirectory(Files.createDirectories(folder.resolve("beside"))));
  }

  private CheckReport report(Replica replica) {
    return check().check(replica, folder.resolve("beside"), InstantSource.system());
  }

  @Test
  void aReplicaThatFollowsFromItsBlocksIsSound() throws IOException {
    try (Replica replica = filled(honest)) {
      CheckReport report = report(replica);
      assertTrue(report.isSound(), report.toString());
      assertEquals(HEIGHT, report.blocks());
      assertEquals(replica.stateDigest(), report.stateDigest());
    }
    try (Stream<Path> left = Files.list(folder.resolve("beside"))) {
      assertEquals(0, left.count());
    }
  }

  @Test
  void anEmptyReplicaIsSound() {
    try (Replica replica = open(folder.resolve("replica"), honest)) {
      CheckReport report = report(replica);
      assertTrue(report.isSound());
      assertEquals(0, report.blocks());
      assertEquals(Optional.empty(), report.headerHash());
    }
  }

  @Test
  void whatAParticipantDerivedOtherwiseIsNamed() {
    Listing lying = new Listing();
    lying.lies = 17;
    try (Replica replica = filled(lying)) {
      CheckReport report = report(replica);
      assertFalse(report.isSound());
      assertEquals(
          List.of(new CheckReport.Difference("own-listing", Bytes.utf8("17").hex())),
          report.differences());
      assertEquals(Optional.empty(), report.found());
    }
  }

  private SnapshotManifest exported() {
    try (Replica replica = filled(honest)) {
      return ReplicaSnapshot.export(replica, folder.resolve("snapshot"), List.of(honest));
    }
  }

  private SnapshotManifest take(Optional<Digest> trusted) {
    return ReplicaSnapshot.take(
        folder.resolve("snapshot"),
        folder.resolve("taken"),
        PIN,
        trusted,
        check(),
        InstantSource.system());
  }

  private SnapshotRefusal refusal(Optional<Digest> trusted) throws IOException {
    SnapshotRefusal code = assertThrows(SnapshotRefusedException.class, () -> take(trusted)).code();
    assertFalse(Files.exists(folder.resolve("taken")), "nothing of it is left");
    return code;
  }

  @Test
  void aSnapshotIsTakenOverByWhoDerivesItAgain() {
    SnapshotManifest manifest = exported();
    assertEquals(HEIGHT - 1, manifest.number());
    assertEquals(manifest, take(Optional.empty()));
    try (Replica replica = open(folder.resolve("taken"), honest)) {
      assertEquals(HEIGHT, replica.height());
      assertEquals(manifest.state(), replica.stateDigest());
      LedgerReplay replay = LedgerReplay.resume(replica);
      assertEquals(HEIGHT, replay.next(new LedgerBlock(CHAIN.get(HEIGHT))).number());
    }
  }

  @Test
  void aSnapshotIsTakenOverByAStateThatIsKnown() throws IOException {
    SnapshotManifest manifest = exported();
    assertEquals(
        SnapshotRefusal.SNAPSHOT_OTHER_STATE,
        refusal(Optional.of(DigestAlgorithm.SHA_256.digest(Bytes.utf8("other")))));
    assertEquals(manifest, take(Optional.of(manifest.state())));
  }

  @Test
  void aSnapshotThatSomebodyDerivedOtherwiseIsNotSound() throws IOException {
    Listing lying = new Listing();
    lying.lies = 3;
    try (Replica replica = filled(lying)) {
      assertEquals(
          HEIGHT - 1,
          ReplicaSnapshot.export(replica, folder.resolve("snapshot"), List.of(lying)).number());
    }
    assertEquals(SnapshotRefusal.SNAPSHOT_NOT_SOUND, refusal(Optional.empty()));
  }

  @Test
  void aSnapshotWithAnotherFileThanItsListSaysIsRefused() throws IOException {
    assertEquals(HEIGHT - 1, exported().number());
    Path data = folder.resolve("snapshot").resolve("db");
    Files.writeString(data.resolve("CURRENT"), "more", StandardOpenOption.APPEND);
    assertEquals(SnapshotRefusal.SNAPSHOT_FILE, refusal(Optional.empty()));
    Files.delete(data.resolve("CURRENT"));
    assertEquals(SnapshotRefusal.SNAPSHOT_FILE, refusal(Optional.empty()));
  }

  @Test
  void whatIsNoSnapshotIsRefused() throws IOException {
    assertEquals(SnapshotRefusal.SNAPSHOT_FORM, refusal(Optional.empty()));
    Files.createDirectories(folder.resolve("snapshot"));
    Files.writeString(folder.resolve("snapshot").resolve("manifest.json"), "{}");
    assertEquals(SnapshotRefusal.SNAPSHOT_FORM, refusal(Optional.empty()));
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    assertEquals(HEIGHT - 1, exported().number());
    Files.createDirectories(folder.resolve("taken"));
    Path kept = Files.writeString(folder.resolve("taken").resolve("kept"), "kept");
    assertEquals(
        SnapshotRefusal.SNAPSHOT_TARGET,
        assertThrows(SnapshotRefusedException.class, () -> take(Optional.empty())).code());
    assertEquals("kept", Files.readString(kept));
  }
}

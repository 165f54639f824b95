// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huxin.core.codec.DecodeRefusedException;
import org.huxin.core.json.JsonRefusedException;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.refusal.RefusedException;
import org.huxin.fabric.validation.ReplayPosition;
import org.huxin.node.check.CheckReport;
import org.huxin.node.check.ReplicaCheck;
import org.huxin.node.replica.ChainPin;
import org.huxin.node.replica.CommitParticipant;
import org.huxin.node.replica.FreeSpace;
import org.huxin.node.replica.Replica;

/** A replica handed on as a folder (proto/spec/replica.md). Stateless. */
public final class ReplicaSnapshot {
  private static final String MANIFEST = "manifest.json";
  private static final String DATA = "db";

  private ReplicaSnapshot() {}

  /**
   * Writes the replica as of its last block into a new folder. Blocks may be committed meanwhile.
   *
   * @return what was written
   * @throws SnapshotRefusedException if the folder is there already, or the disk fails
   */
  public static SnapshotManifest export(
      Replica replica, Path folder, List<CommitParticipant> participants) {
    try {
      requireNothing(folder);
      Files.createDirectories(folder);
      replica.copyTo(folder.resolve(DATA));
      SnapshotManifest manifest = describe(folder, replica.pin(), participants);
      Files.write(folder.resolve(MANIFEST), SnapshotManifest.CODEC.toBytes(manifest).toByteArray());
      return manifest;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static SnapshotManifest describe(
      Path folder, ChainPin pin, List<CommitParticipant> participants) throws IOException {
    long number;
    Digest header;
    Digest state;
    try (Replica copy = Replica.open(folder, pin, participants, FreeSpace.of(folder))) {
      ReplayPosition position =
          copy.position()
              .orElseThrow(
                  () -> new SnapshotRefusedException(SnapshotRefusal.SNAPSHOT_FORM, Map.of()));
      number = position.number();
      header = new Digest(DigestAlgorithm.SHA_256, position.headerHash());
      state = copy.stateDigest();
    }
    return new SnapshotManifest(number, header, state, files(folder.resolve(DATA)));
  }

  private static List<SnapshotManifest.StoredFile> files(Path data) throws IOException {
    List<SnapshotManifest.StoredFile> files = new ArrayList<>();
    try (Stream<Path> all = Files.list(data)) {
      for (Path each : all.sorted().toList()) {
        files.add(
            new SnapshotManifest.StoredFile(
                each.getFileName().toString(), Files.size(each), digest(each)));
      }
    }
    return files;
  }

  private static Digest digest(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      return Digest.of(DigestAlgorithm.SHA_256, stream);
    }
  }

  /**
   * Takes a snapshot over into a new folder: every file is compared with the list; then either the
   * state's digest is one that the caller knows to be right, or everything is derived again from
   * the blocks.
   *
   * @param pin which chain it must hold
   * @param trusted a digest of the state that the caller has from elsewhere, such as from another
   *     city's node; empty to believe nobody
   * @throws SnapshotRefusedException if it is not what it says; then the folder is as it was
   */
  public static SnapshotManifest take(
      Path snapshot,
      Path folder,
      ChainPin pin,
      Optional<Digest> trusted,
      ReplicaCheck check,
      InstantSource clock) {
    try {
      requireNothing(folder);
      SnapshotManifest manifest = read(snapshot);
      boolean taken = false;
      try {
        copy(snapshot.resolve(DATA), folder.resolve(DATA), manifest);
        verify(folder, pin, manifest, trusted, check, clock);
        taken = true;
        return manifest;
      } finally {
        if (!taken) {
          delete(folder);
        }
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static void verify(
      Path folder,
      ChainPin pin,
      SnapshotManifest manifest,
      Optional<Digest> trusted,
      ReplicaCheck check,
      InstantSource clock) {
    try (Replica replica = Replica.open(folder, pin, check.participants(), FreeSpace.of(folder))) {
      boolean same =
          replica.height() == manifest.number() + 1
              && replica
                  .position()
                  .map(ReplayPosition::headerHash)
                  .equals(Optional.of(manifest.header().value()))
              && replica.stateDigest().equals(manifest.state())
              && trusted.map(manifest.state()::equals).orElse(true);
      if (!same) {
        throw new SnapshotRefusedException(
            SnapshotRefusal.SNAPSHOT_OTHER_STATE,
            Map.of("found", replica.stateDigest().toString()));
      }
      if (trusted.isEmpty()) {
        CheckReport report = check.check(replica, folder, clock);
        if (!report.isSound()) {
          throw new SnapshotRefusedException(
              SnapshotRefusal.SNAPSHOT_NOT_SOUND, Map.of("blocks", Long.toString(report.blocks())));
        }
      }
    }
  }

  private static SnapshotManifest read(Path snapshot) throws IOException {
    Path file = snapshot.resolve(MANIFEST);
    if (!Files.isRegularFile(file)) {
      throw new SnapshotRefusedException(SnapshotRefusal.SNAPSHOT_FORM, Map.of());
    }
    try {
      return SnapshotManifest.CODEC.fromBytes(
          Bytes.of(Files.readAllBytes(file)), SnapshotManifest.LIMITS);
    } catch (JsonRefusedException | DecodeRefusedException e) {
      RefusedException refused = e;
      throw new SnapshotRefusedException(
          SnapshotRefusal.SNAPSHOT_FORM, Map.of("code", refused.code().name()));
    }
  }

  private static void copy(Path from, Path to, SnapshotManifest manifest) throws IOException {
    Files.createDirectories(to);
    for (SnapshotManifest.StoredFile each : manifest.files()) {
      Path source = from.resolve(each.name());
      if (!Files.isRegularFile(source)
          || Files.size(source) != each.size()
          || !digest(source).equals(each.digest())) {
        throw new SnapshotRefusedException(
            SnapshotRefusal.SNAPSHOT_FILE, Map.of("file", each.name()));
      }
      Files.copy(source, to.resolve(each.name()));
    }
  }

  private static void requireNothing(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> entries = Files.list(folder)) {
        if (entries.findAny().isPresent()) {
          throw new SnapshotRefusedException(SnapshotRefusal.SNAPSHOT_TARGET, Map.of());
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  private static SnapshotRefusedException failed(IOException cause) {
    SnapshotRefusedException refused =
        new SnapshotRefusedException(
            SnapshotRefusal.SNAPSHOT_DISK_FAILED,
            Map.of("failure", cause.getClass().getSimpleName()));
    refused.initCause(cause);
    return refused;
  }
}

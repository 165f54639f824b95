// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import org.huxin.core.codec.DecodeRefusedException;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.json.JsonRefusedException;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.refusal.RefusedException;

/**
 * A checkpoint in a file (proto/spec/event-checkpoint.md): written beside it, forced to the disk,
 * then renamed over it, so that whoever dies leaves the old one or the new one.
 */
public final class FileCheckpoint implements CheckpointStore {
  private static final JsonLimits LIMITS = new JsonLimits(1024, 1);

  private final Path file;
  private final Path folder;
  private final Path beside;

  /**
   * The checkpoint of a file.
   *
   * @param file which need not exist; its folder must, and no other follower may use it
   */
  public FileCheckpoint(Path file) {
    this.file = file.toAbsolutePath();
    Path parent = this.file.getParent();
    if (parent == null) {
      throw new IllegalArgumentException("not a file");
    }
    this.folder = parent;
    this.beside = parent.resolve(this.file.getFileName() + ".new");
  }

  /**
   * The last place that was saved; empty if there is no file.
   *
   * @throws CheckpointRefusedException {@link CheckpointRefusal#CHECKPOINT_FORM} if the file holds
   *     something else
   * @throws UncheckedIOException if it cannot be read
   */
  @Override
  public Optional<EventPosition> load() {
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      return Optional.of(EventPosition.CODEC.fromBytes(Bytes.of(Files.readAllBytes(file)), LIMITS));
    } catch (JsonRefusedException | DecodeRefusedException e) {
      RefusedException refused = e;
      throw new CheckpointRefusedException(
          CheckpointRefusal.CHECKPOINT_FORM, Map.of("code", refused.code().name()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Saves a place.
   *
   * @throws UncheckedIOException if the disk refuses; then the last one stands
   */
  @Override
  public void save(EventPosition position) {
    try {
      try (FileChannel written =
          FileChannel.open(
              beside,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        ByteBuffer bytes = EventPosition.CODEC.toBytes(position).asByteBuffer();
        while (bytes.hasRemaining()) {
          written.write(bytes);
        }
        written.force(true);
      }
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      // The new name itself must outlive a loss of power.
      try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
        names.force(true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

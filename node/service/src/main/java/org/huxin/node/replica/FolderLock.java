// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.replica;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/** Says that one process alone uses a folder; whoever dies lets go of it. */
final class FolderLock implements AutoCloseable {
  private static final String LOCK = "lock";

  private final FileChannel file;

  private FolderLock(FileChannel file) {
    this.file = file;
  }

  /**
   * Locks a folder, which is made if it is not there.
   *
   * @throws ReplicaRefusedException {@link ReplicaRefusal#REPLICA_LOCKED} if somebody has it
   */
  static FolderLock of(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel file =
          FileChannel.open(
              folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (isLocked(file)) {
        return new FolderLock(file);
      }
      file.close();
    } catch (IOException e) {
      throw failed(e);
    }
    throw new ReplicaRefusedException(ReplicaRefusal.REPLICA_LOCKED, Map.of());
  }

  private static boolean isLocked(FileChannel file) throws IOException {
    try {
      FileLock held = file.tryLock();
      return held != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** What a failure of the disk means. */
  static ReplicaRefusedException failed(IOException e) {
    ReplicaRefusedException refused =
        new ReplicaRefusedException(
            ReplicaRefusal.REPLICA_DISK_FAILED, Map.of("failure", e.getClass().getSimpleName()));
    refused.initCause(e);
    return refused;
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

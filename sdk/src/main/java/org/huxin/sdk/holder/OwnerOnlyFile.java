// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.holder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.huxin.crypto.bytes.Bytes;

/** Files that their owner alone can read, from the first byte on. */
final class OwnerOnlyFile {
  private OwnerOnlyFile() {}

  static void write(Path file, Bytes content) throws IOException {
    Path beside = file.toAbsolutePath().resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(beside);
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    Files.createFile(beside, posix ? ownerOnly() : new FileAttribute<?>[0]);
    Files.write(beside, content.toByteArray(), StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static FileAttribute<?>[] ownerOnly() {
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };
  }
}

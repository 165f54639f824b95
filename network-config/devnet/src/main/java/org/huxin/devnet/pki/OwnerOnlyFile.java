// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.pki;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that their owner alone may read, born with their permissions. Stateless. */
public final class OwnerOnlyFile {
  private OwnerOnlyFile() {}

  /**
   * Writes a file that does not exist yet.
   *
   * @throws java.nio.file.FileAlreadyExistsException if it does
   * @throws IOException if it cannot be written
   */
  public static void create(Path file, String text) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.createFile(file, ownerOnly());
    Files.writeString(file, text);
  }

  /**
   * Writes a file, whole or not at all, in the place of what is there.
   *
   * @throws IOException if it cannot be written
   */
  public static void replace(Path file, String text) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    create(fresh, text);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static FileAttribute<?>[] ownerOnly() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}

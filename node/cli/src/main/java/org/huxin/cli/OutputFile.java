// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.huxin.crypto.bytes.Bytes;

/** Writes a file that the user named, or says in one line why not. Never overwrites. */
final class OutputFile {
  private OutputFile() {}

  static void write(Path path, Bytes content) {
    create(path, content);
  }

  /** A file that its owner alone may read. */
  static void writePrivate(Path path, Bytes content) {
    create(path, content, ownerOnly());
  }

  private static void create(Path path, Bytes content, FileAttribute<?>... attributes) {
    try (SeekableByteChannel channel =
        Files.newByteChannel(
            path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
      ByteBuffer rest = content.asByteBuffer();
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
    } catch (FileAlreadyExistsException e) {
      throw exists(path);
    } catch (IOException e) {
      throw new CommandFailedException(
          ExitCode.CANNOT_CREATE, path + " cannot be written: " + e.getMessage());
    }
  }

  static CommandFailedException exists(Path path) {
    return new CommandFailedException(
        ExitCode.CANNOT_CREATE, path + " exists already and is not overwritten");
  }

  /** Where the file system knows of owners, the file is born with its permissions. */
  private static FileAttribute<?>[] ownerOnly() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}

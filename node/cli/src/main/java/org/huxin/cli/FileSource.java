// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.huxin.seal.ofd.ByteSource;

/** A document in a file, read piece by piece. */
final class FileSource implements ByteSource, Closeable {
  private final FileChannel channel;
  private final long size;

  private FileSource(FileChannel channel) throws IOException {
    this.channel = channel;
    this.size = channel.size();
  }

  /** Opens a file that the user named, or says in one line why not. */
  static FileSource open(Path path) {
    try {
      if (Files.isDirectory(path)) {
        throw new CommandFailedException(ExitCode.NO_INPUT, path + " is a folder");
      }
      return new FileSource(FileChannel.open(path, StandardOpenOption.READ));
    } catch (NoSuchFileException e) {
      throw new CommandFailedException(ExitCode.NO_INPUT, path + " does not exist");
    } catch (IOException e) {
      throw new CommandFailedException(
          ExitCode.NO_INPUT, path + " cannot be read: " + e.getMessage());
    }
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public void read(long position, ByteBuffer buffer) throws IOException {
    long at = position;
    while (buffer.hasRemaining()) {
      int count = channel.read(buffer, at);
      if (count < 0) {
        throw new EOFException("the file became shorter while it was read");
      }
      at += count;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

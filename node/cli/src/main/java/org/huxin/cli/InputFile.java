// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.huxin.crypto.bytes.Bytes;

/** Reads a file that the user named, within a limit, or says in one line why not. */
final class InputFile {
  private InputFile() {}

  static Bytes read(Path path, int maxBytes) {
    try {
      if (Files.isDirectory(path)) {
        throw new CommandFailedException(ExitCode.NO_INPUT, path + " is a folder");
      }
      if (Files.size(path) > maxBytes) {
        throw new CommandFailedException(
            ExitCode.BAD, path + " is larger than " + maxBytes + " bytes");
      }
      return Bytes.of(Files.readAllBytes(path));
    } catch (NoSuchFileException e) {
      throw new CommandFailedException(ExitCode.NO_INPUT, path + " does not exist");
    } catch (IOException e) {
      throw new CommandFailedException(
          ExitCode.NO_INPUT, path + " cannot be read: " + e.getMessage());
    }
  }

  static String readText(Path path, int maxBytes) {
    Bytes bytes = read(path, maxBytes);
    try {
      return bytes.decodeUtf8();
    } catch (java.nio.charset.CharacterCodingException e) {
      throw new CommandFailedException(ExitCode.BAD, path + " is not text in UTF-8");
    }
  }
}

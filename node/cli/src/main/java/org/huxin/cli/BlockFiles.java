// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.huxin.fabric.block.BlockRefusedException;
import org.huxin.fabric.block.BlockStream;
import org.huxin.fabric.block.LedgerBlock;

/** Reads blocks from files and folders that the user named, in the order of their numbers. */
final class BlockFiles {
  private record Numbered(Path path, long first) {}

  private final List<Numbered> files = new ArrayList<>();

  /** Looks at the first block of each file; a folder stands for the files right in it. */
  BlockFiles(List<Path> paths) {
    for (Path path : paths) {
      for (Path file : expand(path)) {
        first(file).ifPresent(block -> files.add(new Numbered(file, block.number())));
      }
    }
    files.sort(Comparator.comparing(Numbered::first, Long::compareUnsigned));
  }

  /** The number of the first block, or empty if there is none. */
  Optional<Long> firstNumber() {
    return files.stream().findFirst().map(Numbered::first);
  }

  void forEach(Consumer<LedgerBlock> reader) {
    files.forEach(file -> read(file.path, reader));
  }

  static Optional<LedgerBlock> first(Path file) {
    try (InputStream input = open(file)) {
      return next(new BlockStream(input), file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static void read(Path file, Consumer<LedgerBlock> reader) {
    try (InputStream input = open(file)) {
      BlockStream stream = new BlockStream(input);
      for (Optional<LedgerBlock> block = next(stream, file);
          block.isPresent();
          block = next(stream, file)) {
        reader.accept(block.get());
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** What is no block tells nothing about the ledger. */
  private static Optional<LedgerBlock> next(BlockStream stream, Path file) throws IOException {
    try {
      return stream.next();
    } catch (BlockRefusedException e) {
      throw new CommandFailedException(ExitCode.CANNOT_TELL, file + ": " + e.getMessage());
    }
  }

  private static List<Path> expand(Path path) {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static InputStream open(Path file) throws IOException {
    return new BufferedInputStream(Files.newInputStream(file));
  }

  private static CommandFailedException unreadable(Path file, IOException cause) {
    return new CommandFailedException(
        ExitCode.NO_INPUT,
        cause instanceof NoSuchFileException
            ? file + " does not exist"
            : file + " cannot be read: " + cause.getMessage());
  }
}

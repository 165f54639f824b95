// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.network;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huxin.devnet.topology.City;
import org.jspecify.annotations.Nullable;

/**
 * What a founded network keeps on disk: {@code network} (Fabric's keys and blocks), {@code
 * genesis.json} (the genesis configuration), for each city {@code CITY/profile.json} and {@code
 * CITY/keys/governor.pem}, and {@code connection} for any Fabric client. One process at a time may
 * use it; the lock ends with the process, however that ends.
 */
public final class NetworkFolder implements AutoCloseable {
  private static final String LOCK = "lock";

  private final Path folder;
  private final FileChannel lock;

  private NetworkFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Takes a folder into use; it is made where there is none.
   *
   * @throws NetworkRefusedException {@link NetworkRefusal#FOLDER_IN_USE} or {@link
   *     NetworkRefusal#FOLDER_NOT_OF_A_NETWORK}
   * @throws IOException if it cannot be made or written
   */
  public static NetworkFolder open(Path folder) throws IOException {
    Path absolute = folder.toAbsolutePath().normalize();
    Path lockFile = absolute.resolve(LOCK);
    if (!Files.exists(lockFile)) {
      requireEmpty(absolute);
      Files.createDirectories(absolute);
    }
    FileChannel channel =
        FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      channel.close();
      throw refused(NetworkRefusal.FOLDER_IN_USE, absolute);
    }
    channel.truncate(0);
    int unused =
        channel.write(
            ByteBuffer.wrap(
                Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
    return new NetworkFolder(absolute, channel);
  }

  /** Whether a folder is one that a network was started on. */
  public static boolean isOne(Path folder) {
    return Files.isRegularFile(folder.resolve(LOCK));
  }

  /**
   * The process that has a folder in use.
   *
   * @return empty if none has
   * @throws IOException if the folder cannot be read, or is none of a network
   */
  public static Optional<Long> usedBy(Path folder) throws IOException {
    Path lockFile = folder.resolve(LOCK);
    try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
        FileLock free = tryLock(channel)) {
      if (free != null) {
        return Optional.empty();
      }
    }
    String process = Files.readString(lockFile).strip();
    return process.matches("[0-9]{1,10}") ? Optional.of(Long.valueOf(process)) : Optional.of(0L);
  }

  private static void requireEmpty(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw refused(NetworkRefusal.FOLDER_NOT_OF_A_NETWORK, folder);
    }
    try (Stream<Path> files = Files.list(folder)) {
      if (files.findAny().isPresent()) {
        throw refused(NetworkRefusal.FOLDER_NOT_OF_A_NETWORK, folder);
      }
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  static NetworkRefusedException refused(NetworkRefusal code, Path folder) {
    return new NetworkRefusedException(code, Map.of("folder", folder.toString()));
  }

  /** The folder itself, absolute. */
  public Path root() {
    return folder;
  }

  /** Where Fabric's keys and blocks are kept. */
  public Path network() {
    return folder.resolve("network");
  }

  /** The genesis configuration. */
  public Path genesis() {
    return folder.resolve("genesis.json");
  }

  /** What any Fabric client needs to connect. */
  public Path connection() {
    return folder.resolve("connection");
  }

  /** A city's own folder. */
  public Path city(City city) {
    return folder.resolve(city.english().toLowerCase(Locale.ROOT));
  }

  /** A city's profile. */
  public Path profile(City city) {
    return city(city).resolve("profile.json");
  }

  /** Where a city's authorities keep the keys with which they sign statements. */
  public Path keys(City city) {
    return city(city).resolve("keys");
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.replica;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much may still be written to the disk of a replica. */
@FunctionalInterface
public interface FreeSpace {
  /**
   * Less than this is left to RocksDB, which cannot tidy up on a disk that is full to the last
   * byte.
   */
  long RESERVE = 256L << 20;

  /**
   * The bytes that are free.
   *
   * @throws IOException if the disk does not say
   */
  long bytes() throws IOException;

  /** The free space of the disk on which a folder lies. */
  static FreeSpace of(Path folder) {
    return () -> Files.getFileStore(folder).getUsableSpace();
  }
}

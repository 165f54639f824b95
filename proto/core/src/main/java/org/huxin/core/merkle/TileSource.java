// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.merkle;

import java.util.Optional;
import org.huxin.crypto.bytes.Bytes;

/** Where the hash tiles of a log are kept. */
public interface TileSource {
  /**
   * The hashes of the tile at a place, as many as are kept: a tile that grew begins with what it
   * was.
   *
   * @param level from 0, of leaf hashes
   * @param index within the level, from 0
   * @return empty if nothing is kept there
   */
  Optional<Bytes> tile(int level, long index);
}

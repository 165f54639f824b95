// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.ofd;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.huxin.crypto.bytes.Bytes;

/**
 * Where the bytes of a document are: in memory, or in a file that the caller has open. Must give
 * the same bytes each time; need not be safe for several threads.
 */
public interface ByteSource {
  /** How many bytes there are. */
  long size();

  /**
   * Fills what remains of the buffer with the bytes from a position on.
   *
   * @param position from 0; position and remainder lie within {@link #size}
   * @throws IOException if they cannot be read
   */
  void read(long position, ByteBuffer buffer) throws IOException;

  /** A document in memory. */
  static ByteSource of(Bytes bytes) {
    ByteBuffer all = bytes.asByteBuffer();
    return new ByteSource() {
      @Override
      public long size() {
        return bytes.length();
      }

      @Override
      public void read(long position, ByteBuffer buffer) {
        buffer.put(all.slice(Math.toIntExact(position), buffer.remaining()));
      }
    };
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.chaincode.packaging;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import org.huxin.crypto.bytes.Bytes;

/**
 * Wraps bytes as a gzip file (RFC 1952) without compressing them. What a compressor makes of the
 * same bytes differs from one version of its library to another; stored blocks are the same
 * everywhere. Stateless.
 */
final class StoredGzip {
  /** The length of a stored block has 16 bits (RFC 1951, 3.2.4). */
  private static final int BLOCK = 65_535;

  /** Deflate; no flags; no time; no extra flags; unknown operating system. */
  private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 255};

  private static final int BLOCK_HEADER = 5;
  private static final int TRAILER = 8;

  private StoredGzip() {}

  /** A gzip file that holds the bytes. */
  static Bytes of(Bytes content) {
    byte[] bytes = content.toByteArray();
    int blocks = Math.max(1, (bytes.length + BLOCK - 1) / BLOCK);
    ByteBuffer out =
        ByteBuffer.allocate(HEADER.length + blocks * BLOCK_HEADER + bytes.length + TRAILER)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(HEADER);
    for (int i = 0; i < blocks; i++) {
      int from = i * BLOCK;
      int length = Math.min(BLOCK, bytes.length - from);
      out.put((byte) (i == blocks - 1 ? 1 : 0));
      out.putShort((short) length).putShort((short) ~length).put(bytes, from, length);
    }
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    out.putInt((int) checksum.getValue()).putInt(bytes.length);
    return Bytes.of(out.array());
  }
}

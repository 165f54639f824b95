// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.block;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Map;
import java.util.Optional;
import org.huxin.crypto.bytes.Bytes;

/**
 * Reads the blocks of a file: one {@code common.Block} as {@code peer channel fetch} writes it, or
 * any number of them, each behind its length as a varint. A block begins with the tag of its header
 * (0x0a), which as a length would be that of no block; so the two kinds are told apart. For one
 * thread.
 */
public final class BlockStream {
  /** Fabric's own limit of a message is 100 MiB; a block with its metadata stays below this. */
  public static final int MAX_BLOCK = 128 << 20;

  private static final int HEADER_TAG = 0x0a;

  /** A length has at most 28 bits: {@link #MAX_BLOCK} is 2²⁷. */
  private static final int MAX_LENGTH_BITS = 28;

  private final PushbackInputStream input;
  private boolean begun;

  /** Reads from a stream, which whoever calls closes. */
  public BlockStream(InputStream input) {
    this.input = new PushbackInputStream(input);
  }

  /**
   * The next block, or empty at the end.
   *
   * @throws BlockRefusedException {@link BlockRefusal#BLOCK_UNREADABLE} if what follows is no block
   *     or is larger than {@value #MAX_BLOCK} bytes
   * @throws IOException if the stream cannot be read
   */
  public Optional<LedgerBlock> next() throws IOException {
    int first = input.read();
    if (first < 0) {
      return Optional.empty();
    }
    input.unread(first);
    if (!begun && first == HEADER_TAG) {
      byte[] all = input.readNBytes(MAX_BLOCK);
      if (input.read() >= 0) {
        throw unreadable("larger than", MAX_BLOCK);
      }
      return Optional.of(LedgerBlock.read(Bytes.of(all)));
    }
    begun = true;
    int length = length();
    byte[] bytes = input.readNBytes(length);
    if (bytes.length < length) {
      throw unreadable("cut off at", bytes.length);
    }
    return Optional.of(LedgerBlock.read(Bytes.of(bytes)));
  }

  private int length() throws IOException {
    int length = 0;
    for (int shift = 0; shift < MAX_LENGTH_BITS; shift += 7) {
      int next = input.read();
      if (next < 0) {
        throw unreadable("cut off at", 0);
      }
      length |= (next & 0x7f) << shift;
      if (next < 0x80) {
        if (length > MAX_BLOCK) {
          throw unreadable("larger than", MAX_BLOCK);
        }
        return length;
      }
    }
    throw unreadable("larger than", MAX_BLOCK);
  }

  private static BlockRefusedException unreadable(String finding, int bytes) {
    return new BlockRefusedException(
        BlockRefusal.BLOCK_UNREADABLE, Map.of(finding, Integer.toString(bytes)));
  }
}

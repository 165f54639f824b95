// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.statemap;

import java.security.DigestException;
import java.security.MessageDigest;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;

/** The hashes of the map, with one digest and one buffer for all. Mutable and for one thread. */
final class MapHasher {
  static final int LENGTH = DigestAlgorithm.LENGTH;

  /** What stands for a subtree without any key. */
  static final byte[] EMPTY = new byte[LENGTH];

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final MessageDigest digest = DigestAlgorithm.SHA_256.newMessageDigest();
  private final byte[] buffer = new byte[1 + 2 * LENGTH];

  /** H(data). */
  byte[] of(Bytes data) {
    data.updateTo(digest);
    return finish();
  }

  /** H(0x00 ‖ H(key) ‖ H(value)). */
  byte[] leaf(byte[] key, byte[] value) {
    return pair(LEAF, key, value);
  }

  /** H(0x01 ‖ left ‖ right). */
  byte[] node(byte[] left, byte[] right) {
    return pair(NODE, left, right);
  }

  private byte[] pair(byte kind, byte[] left, byte[] right) {
    buffer[0] = kind;
    System.arraycopy(left, 0, buffer, 1, LENGTH);
    System.arraycopy(right, 0, buffer, 1 + LENGTH, LENGTH);
    digest.update(buffer, 0, buffer.length);
    return finish();
  }

  private byte[] finish() {
    byte[] hash = new byte[LENGTH];
    try {
      int written = digest.digest(hash, 0, LENGTH);
      assert written == LENGTH;
      return hash;
    } catch (DigestException e) {
      throw new IllegalStateException("there is room for a digest", e);
    }
  }

  /** A bit of a key's hash, the first being bit 0. */
  static boolean bit(byte[] key, int index) {
    return (key[index / Byte.SIZE] >> (Byte.SIZE - 1 - index % Byte.SIZE) & 1) == 1;
  }
}

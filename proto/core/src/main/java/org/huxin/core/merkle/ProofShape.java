// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.merkle;

import java.util.Map;

/** How many nodes a proof has: pure arithmetic on sizes, checked before anything is hashed. */
final class ProofShape {
  /** The most leaves of any tree, a log's included: beyond the life of any of them (C2SP: 2^63). */
  static final long MAX_TREE_SIZE = 1L << 40;

  private ProofShape() {}

  static void requireSize(long size) {
    if (size < 1 || size > MAX_TREE_SIZE) {
      throw new MerkleRefusedException(
          MerkleRefusal.TREE_SIZE, Map.of("size", Long.toString(size)));
    }
  }

  /** The nodes from leaf {@code index} to the root: {@code 0 <= index < size}. */
  static int inclusionLength(long index, long size) {
    // Beneath the height where index and last leaf part, every level has a sibling; above it, the
    // path follows the right edge and meets only the nodes on its left.
    int inner = bitLength(index ^ (size - 1));
    return inner + Long.bitCount(index >>> inner);
  }

  /** The nodes of a consistency proof: {@code 1 <= older <= newer}. */
  static int consistencyLength(long older, long newer) {
    if (older == newer) {
      return 0;
    }
    int trailing = Long.numberOfTrailingZeros(older);
    long index = (older - 1) >>> trailing;
    long last = (newer - 1) >>> trailing;
    int first = Long.bitCount(older) == 1 ? 0 : 1;
    return first + inclusionLength(index, last + 1);
  }

  private static int bitLength(long value) {
    return Long.SIZE - Long.numberOfLeadingZeros(value);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.merkle;

import java.util.Map;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;

/**
 * The proof that an older tree is the beginning of a newer one: RFC 9162 section 2.1.4
 * (proto/spec/merkle.md). Its shape is checked when it is made; whether it holds, {@link #verify}
 * tells.
 *
 * @param algorithm of every hash in the trees
 * @param olderSize the number of leaves of the older tree, at least 1
 * @param newerSize the number of leaves of the newer tree, at most 2^40
 * @param path the nodes, 32 bytes each, one after the other
 */
public record ConsistencyProof(
    DigestAlgorithm algorithm, long olderSize, long newerSize, Bytes path) {
  private static final int LENGTH = DigestAlgorithm.LENGTH;

  /**
   * A proof of the right shape.
   *
   * @throws MerkleRefusedException if the sizes are out of range or reversed, or the path does not
   *     have the number of nodes that they ask for
   */
  public ConsistencyProof {
    ProofShape.requireSize(olderSize);
    ProofShape.requireSize(newerSize);
    if (olderSize > newerSize) {
      throw new MerkleRefusedException(
          MerkleRefusal.SIZES_REVERSED,
          Map.of("older", Long.toString(olderSize), "newer", Long.toString(newerSize)));
    }
    int expected = ProofShape.consistencyLength(olderSize, newerSize);
    if (path.length() != expected * LENGTH) {
      throw MerkleRefusedException.pathLength(expected, path.length() / LENGTH);
    }
  }

  /**
   * Checks that the tree with the older root is the beginning of the tree with the newer root;
   * returns if it is.
   *
   * @throws MerkleRefusedException if a root is of another algorithm, or another root
   */
  public void verify(Digest older, Digest newer) {
    if (older.algorithm() != algorithm || newer.algorithm() != algorithm) {
      throw MerkleRefusedException.of(MerkleRefusal.ALGORITHM_MISMATCH);
    }
    Climb climb = new Climb(older);
    if (!climb.olderRoot().equals(older)) {
      throw MerkleRefusedException.of(MerkleRefusal.OLDER_ROOT_MISMATCH);
    }
    if (!climb.newerRoot().equals(newer)) {
      throw MerkleRefusedException.of(MerkleRefusal.ROOT_MISMATCH);
    }
  }

  /** One climb along the right edge of the older tree, which computes both roots. */
  private final class Climb {
    private final NodeHasher hasher = new NodeHasher(algorithm);
    private final byte[] nodes = path.toByteArray();
    private final byte[] olderHash = new byte[LENGTH];
    private final byte[] newerHash = new byte[LENGTH];
    private int at;

    Climb(Digest older) {
      int trailing = Long.numberOfTrailingZeros(olderSize);
      long position = (olderSize - 1) >>> trailing;
      long last = (newerSize - 1) >>> trailing;
      // Where the older tree is one whole subtree, its root is the start and is not in the path.
      boolean whole = Long.bitCount(olderSize) == 1 || olderSize == newerSize;
      if (whole) {
        older.value().copyTo(olderHash, 0);
      } else {
        take(olderHash);
      }
      System.arraycopy(olderHash, 0, newerHash, 0, LENGTH);
      if (olderSize != newerSize) {
        climb(position, last);
      }
    }

    private void take(byte[] target) {
      System.arraycopy(nodes, at, target, 0, LENGTH);
      at += LENGTH;
    }

    private void climb(long fromPosition, long fromLast) {
      long position = fromPosition;
      long last = fromLast;
      while (last > 0) {
        boolean right = (position & 1) == 1;
        if (right) {
          hasher.node(nodes, at, olderHash, 0, olderHash, 0);
          hasher.node(nodes, at, newerHash, 0, newerHash, 0);
          at += LENGTH;
        } else if (position != last) {
          hasher.node(newerHash, 0, nodes, at, newerHash, 0);
          at += LENGTH;
        }
        position >>= 1;
        last >>= 1;
      }
    }

    Digest olderRoot() {
      return new Digest(algorithm, Bytes.of(olderHash));
    }

    Digest newerRoot() {
      return new Digest(algorithm, Bytes.of(newerHash));
    }
  }
}

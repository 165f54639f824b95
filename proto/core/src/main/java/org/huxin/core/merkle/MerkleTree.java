// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.merkle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;

/**
 * A whole tree in memory: the hashes of its leaves and of every node above, twice 32 bytes a leaf.
 * Of it come the root and every proof without any further hashing. Immutable.
 */
public final class MerkleTree {
  /**
   * The most leaves of a tree that is built at once: its hashes take 64 MiB, and no batch that a
   * ledger statement describes needs more.
   */
  public static final int MAX_LEAVES = 1 << 20;

  private final DigestAlgorithm algorithm;
  private final int size;

  /** The nodes of each level from the leaves up; a level's last node may have no sibling. */
  private final List<byte[]> levels;

  private MerkleTree(DigestAlgorithm algorithm, int size, List<byte[]> levels) {
    this.algorithm = algorithm;
    this.size = size;
    this.levels = levels;
  }

  /**
   * The tree over the given leaves, in their order.
   *
   * @throws MerkleRefusedException if there is no leaf, or more than {@link #MAX_LEAVES}
   */
  public static MerkleTree of(DigestAlgorithm algorithm, Collection<Bytes> leaves) {
    return of(algorithm, leaves.size(), leaves.iterator());
  }

  /**
   * The tree over the next {@code size} leaves that an iterator gives; each leaf is hashed as it
   * comes and not kept.
   *
   * @throws MerkleRefusedException if {@code size} is not from 1 to {@link #MAX_LEAVES}
   * @throws java.util.NoSuchElementException if the iterator ends before
   */
  public static MerkleTree of(DigestAlgorithm algorithm, int size, Iterator<Bytes> leaves) {
    requireSize(size);
    NodeHasher hasher = new NodeHasher(algorithm);
    byte[] level = new byte[size * NodeHasher.LENGTH];
    for (int i = 0; i < size; i++) {
      hasher.leaf(leaves.next(), level, i * NodeHasher.LENGTH);
    }
    return upFrom(algorithm, size, level);
  }

  /**
   * The tree over leaves of which only the hashes are known: some of them may be hidden.
   *
   * @throws MerkleRefusedException if there is no leaf, more than {@link #MAX_LEAVES}, or a hash of
   *     another algorithm
   */
  public static MerkleTree ofLeafHashes(DigestAlgorithm algorithm, List<Digest> hashes) {
    requireSize(hashes.size());
    byte[] level = new byte[hashes.size() * NodeHasher.LENGTH];
    for (int i = 0; i < hashes.size(); i++) {
      if (hashes.get(i).algorithm() != algorithm) {
        throw MerkleRefusedException.of(MerkleRefusal.ALGORITHM_MISMATCH);
      }
      hashes.get(i).value().copyTo(level, i * NodeHasher.LENGTH);
    }
    return upFrom(algorithm, hashes.size(), level);
  }

  /** The hash of a leaf: H(0x00 ‖ data). */
  public static Digest leafHash(DigestAlgorithm algorithm, Bytes data) {
    byte[] hash = new byte[NodeHasher.LENGTH];
    new NodeHasher(algorithm).leaf(data, hash, 0);
    return new Digest(algorithm, Bytes.of(hash));
  }

  private static void requireSize(int size) {
    if (size < 1 || size > MAX_LEAVES) {
      throw new MerkleRefusedException(
          MerkleRefusal.TREE_SIZE, Map.of("size", Integer.toString(size)));
    }
  }

  private static MerkleTree upFrom(DigestAlgorithm algorithm, int size, byte[] leaves) {
    NodeHasher hasher = new NodeHasher(algorithm);
    List<byte[]> levels = new ArrayList<>();
    byte[] level = leaves;
    levels.add(level);
    while (level.length > NodeHasher.LENGTH) {
      level = above(hasher, level);
      levels.add(level);
    }
    return new MerkleTree(algorithm, size, levels);
  }

  /**
   * A node without a sibling moves up unchanged: so the tree is that of RFC 9162 for every size.
   */
  private static byte[] above(NodeHasher hasher, byte[] level) {
    int length = NodeHasher.LENGTH;
    int nodes = level.length / length;
    byte[] above = new byte[(nodes + 1) / 2 * length];
    for (int i = 0; i + 1 < nodes; i += 2) {
      hasher.node(level, i * length, level, (i + 1) * length, above, i / 2 * length);
    }
    if (nodes % 2 == 1) {
      System.arraycopy(level, level.length - length, above, above.length - length, length);
    }
    return above;
  }

  /** The number of leaves, at least 1. */
  public int size() {
    return size;
  }

  /** The root. */
  public Digest root() {
    return new Digest(algorithm, Bytes.of(levels.get(levels.size() - 1)));
  }

  /**
   * The proof that the leaf at an index is in the tree.
   *
   * @throws IndexOutOfBoundsException unless {@code 0 <= index < size()}
   */
  public InclusionProof inclusionProof(int index) {
    java.util.Objects.checkIndex(index, size);
    byte[] path = new byte[ProofShape.inclusionLength(index, size) * NodeHasher.LENGTH];
    int at = 0;
    int position = index;
    for (byte[] level : levels) {
      int sibling = (position ^ 1) * NodeHasher.LENGTH;
      if (sibling < level.length) {
        System.arraycopy(level, sibling, path, at, NodeHasher.LENGTH);
        at += NodeHasher.LENGTH;
      }
      position >>= 1;
    }
    return new InclusionProof(algorithm, size, index, Bytes.of(path));
  }

  /** Hands out the proof of every leaf, in order, one at a time. */
  public void forEachInclusionProof(Consumer<InclusionProof> consumer) {
    for (int index = 0; index < size; index++) {
      consumer.accept(inclusionProof(index));
    }
  }

  /**
   * The proof that the tree of the first {@code olderSize} leaves is the beginning of this one: RFC
   * 9162 section 2.1.4.1.
   *
   * @throws IndexOutOfBoundsException unless {@code 1 <= olderSize <= size()}
   */
  public ConsistencyProof consistencyProof(int olderSize) {
    java.util.Objects.checkIndex(olderSize - 1, size);
    List<Bytes> path = new ArrayList<>();
    subProof(olderSize, 0, size, true, path);
    return new ConsistencyProof(
        algorithm, olderSize, size, Bytes.concat(path.toArray(Bytes[]::new)));
  }

  private void subProof(int older, int from, int to, boolean whole, List<Bytes> path) {
    int count = to - from;
    if (older == count) {
      if (!whole) {
        path.add(subRoot(from, to));
      }
      return;
    }
    int split = Integer.highestOneBit(count - 1);
    if (older <= split) {
      subProof(older, from, from + split, whole, path);
      path.add(subRoot(from + split, to));
    } else {
      subProof(older - split, from + split, to, false, path);
      path.add(subRoot(from, from + split));
    }
  }

  /**
   * The node that covers the leaves from {@code from} to {@code to}, which is a subtree's range.
   */
  private Bytes subRoot(int from, int to) {
    int height = to - from == 1 ? 0 : 32 - Integer.numberOfLeadingZeros(to - from - 1);
    int at = (from >> height) * NodeHasher.LENGTH;
    return Bytes.of(levels.get(height), at, NodeHasher.LENGTH);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;

/**
 * A tree that grows, kept as hash tiles (C2SP tlog-tiles, proto/spec/log.md). Reads only the tiles
 * that it needs. Immutable: what is appended makes another tree and the tiles to keep for it.
 * SHA-256.
 */
public final class TiledTree {
  private static final int LENGTH = DigestAlgorithm.LENGTH;

  /** A full tile is a subtree of this height. */
  private static final int TILE_HEIGHT = 8;

  private final TileSource tiles;
  private final long size;

  /**
   * The tree of so many leaves whose tiles are kept.
   *
   * @throws MerkleRefusedException if the size is out of range; the tree of no leaf is allowed here
   */
  public TiledTree(TileSource tiles, long size) {
    if (size != 0) {
      ProofShape.requireSize(size);
    }
    this.tiles = tiles;
    this.size = size;
  }

  /**
   * What is to be kept of a larger tree.
   *
   * @param tree the larger tree
   * @param tiles those that changed, each whole; unmodifiable
   */
  public record Growth(TiledTree tree, SortedMap<TilePath, Bytes> tiles) {}

  /** The number of leaves; may be 0. */
  public long size() {
    return size;
  }

  /**
   * The tree with more leaves.
   *
   * @param leaves the leaves' data
   * @throws MerkleRefusedException if the tree would be too large, or a tile is missing
   */
  public Growth append(List<Bytes> leaves) {
    if (leaves.isEmpty()) {
      return new Growth(this, new TreeMap<>());
    }
    ProofShape.requireSize(size + leaves.size());
    Edge edge = new Edge();
    byte[] hash = new byte[LENGTH];
    for (Bytes leaf : leaves) {
      edge.hasher.leaf(leaf, hash, 0);
      edge.add(0, hash);
    }
    SortedMap<TilePath, Bytes> grown = edge.finish();
    Map<List<Long>, Bytes> byPlace = new java.util.HashMap<>();
    grown.forEach((path, bytes) -> byPlace.put(List.of((long) path.level(), path.index()), bytes));
    TileSource over =
        (level, index) ->
            Optional.ofNullable(byPlace.get(List.of((long) level, index)))
                .or(() -> tiles.tile(level, index));
    return new Growth(new TiledTree(over, size + leaves.size()), grown);
  }

  /**
   * The root.
   *
   * @throws MerkleRefusedException if the tree has no leaf, or a tile is missing
   */
  public Digest root() {
    ProofShape.requireSize(size);
    return new Digest(DigestAlgorithm.SHA_256, Bytes.of(new Reader().range(0, size)));
  }

  /**
   * The proof that the leaf at an index is in the tree.
   *
   * @throws IndexOutOfBoundsException unless {@code 0 <= index < size()}
   * @throws MerkleRefusedException if a tile is missing
   */
  public InclusionProof inclusionProof(long index) {
    Objects.checkIndex(index, size);
    List<Bytes> path = new ArrayList<>();
    Reader reader = new Reader();
    long from = 0;
    long to = size;
    while (to - from > 1) {
      long split = from + Long.highestOneBit(to - from - 1);
      if (index < split) {
        path.add(0, Bytes.of(reader.range(split, to)));
        to = split;
      } else {
        path.add(0, Bytes.of(reader.range(from, split)));
        from = split;
      }
    }
    return new InclusionProof(
        DigestAlgorithm.SHA_256, size, index, Bytes.concat(path.toArray(Bytes[]::new)));
  }

  /**
   * The proof that the tree of the first leaves is the beginning of this one.
   *
   * @throws IndexOutOfBoundsException unless {@code 1 <= olderSize <= size()}
   * @throws MerkleRefusedException if a tile is missing
   */
  public ConsistencyProof consistencyProof(long olderSize) {
    Objects.checkIndex(olderSize - 1, size);
    List<Bytes> path = new ArrayList<>();
    Reader reader = new Reader();
    long from = 0;
    long to = size;
    while (to > olderSize) {
      long split = from + Long.highestOneBit(to - from - 1);
      if (olderSize <= split) {
        path.add(0, Bytes.of(reader.range(split, to)));
        to = split;
      } else {
        path.add(0, Bytes.of(reader.range(from, split)));
        from = split;
      }
    }
    if (from > 0) {
      path.add(0, Bytes.of(reader.range(from, to)));
    }
    return new ConsistencyProof(
        DigestAlgorithm.SHA_256, olderSize, size, Bytes.concat(path.toArray(Bytes[]::new)));
  }

  /** How many hashes a level has: each stands for a full tile of the level below. */
  private static long count(long size, int level) {
    return size >>> (level * TILE_HEIGHT);
  }

  private byte[] tile(int level, long index, int width) {
    Bytes kept =
        tiles
            .tile(level, index)
            .filter(bytes -> bytes.length() >= width * LENGTH)
            .orElseThrow(
                () ->
                    new MerkleRefusedException(
                        MerkleRefusal.TILE_MISSING,
                        Map.of("tile", new TilePath(level, index, width).text())));
    return kept.slice(0, width * LENGTH).toByteArray();
  }

  /** Hashes of tiles, joined up to the nodes that are asked for. For one thread. */
  private final class Reader {
    private final NodeHasher hasher = new NodeHasher(DigestAlgorithm.SHA_256);

    /** The hash over the leaves of a range that is a node's in some tree. */
    byte[] range(long from, long to) {
      long count = to - from;
      if (Long.bitCount(count) == 1) {
        return node(Long.numberOfTrailingZeros(count), from);
      }
      long split = from + Long.highestOneBit(count);
      byte[] hash = range(from, split);
      hasher.node(hash, 0, range(split, to), 0, hash, 0);
      return hash;
    }

    /** The node of a height that begins at a leaf: all beneath it is there. */
    private byte[] node(int height, long leaf) {
      int level = height / TILE_HEIGHT;
      int within = height % TILE_HEIGHT;
      long first = leaf >>> (level * TILE_HEIGHT);
      int at = (int) (first % TilePath.FULL);
      int width = 1 << within;
      byte[] hashes = tile(level, first / TilePath.FULL, at + width);
      byte[] joined = java.util.Arrays.copyOfRange(hashes, at * LENGTH, (at + width) * LENGTH);
      return join(hasher, joined, width);
    }
  }

  /** Joins a power of two of hashes, in place, to the one above them all. */
  private static byte[] join(NodeHasher hasher, byte[] hashes, int count) {
    for (int left = count; left > 1; left /= 2) {
      for (int i = 0; i < left; i += 2) {
        hasher.node(hashes, i * LENGTH, hashes, (i + 1) * LENGTH, hashes, i / 2 * LENGTH);
      }
    }
    return java.util.Arrays.copyOf(hashes, LENGTH);
  }

  /** The right edge of the tree while it grows: of each level the tile that is not full. */
  private final class Edge {
    private final NodeHasher hasher = new NodeHasher(DigestAlgorithm.SHA_256);
    private final List<byte[]> open = new ArrayList<>();
    private final long[] counts = new long[TilePath.MAX_LEVEL + 1];
    private final boolean[] changed = new boolean[TilePath.MAX_LEVEL + 1];
    private final SortedMap<TilePath, Bytes> full = new TreeMap<>();

    Edge() {
      for (int level = 0; level <= TilePath.MAX_LEVEL; level++) {
        counts[level] = count(size, level);
        byte[] buffer = new byte[TilePath.FULL * LENGTH];
        int width = (int) (counts[level] % TilePath.FULL);
        if (width > 0) {
          byte[] kept = tile(level, counts[level] / TilePath.FULL, width);
          System.arraycopy(kept, 0, buffer, 0, kept.length);
        }
        open.add(buffer);
      }
    }

    void add(int level, byte[] hash) {
      byte[] buffer = open.get(level);
      long index = counts[level] / TilePath.FULL;
      int width = (int) (counts[level] % TilePath.FULL);
      System.arraycopy(hash, 0, buffer, width * LENGTH, LENGTH);
      counts[level]++;
      changed[level] = true;
      if (width + 1 == TilePath.FULL) {
        full.put(new TilePath(level, index, TilePath.FULL), Bytes.of(buffer));
        changed[level] = false;
        add(level + 1, join(hasher, buffer, TilePath.FULL));
      }
    }

    SortedMap<TilePath, Bytes> finish() {
      for (int level = 0; level <= TilePath.MAX_LEVEL; level++) {
        int width = (int) (counts[level] % TilePath.FULL);
        if (changed[level] && width > 0) {
          TilePath path = new TilePath(level, counts[level] / TilePath.FULL, width);
          full.put(path, Bytes.of(open.get(level), 0, width * LENGTH));
        }
      }
      return java.util.Collections.unmodifiableSortedMap(full);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.log;

import java.util.Map;
import java.util.TreeMap;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;

/**
 * What a node derives from the ledger up to a block: two honest nodes derive the same.
 *
 * @param size the number of entries of the log, at least 1
 * @param root the root of the log
 * @param block the last block, from 0
 * @param headerHash the hash of that block's header
 * @param commitHash Fabric's commit hash after that block
 * @param mapRoot the root of the state map after that block
 */
public record DerivedState(
    long size, Digest root, long block, Digest headerHash, Digest commitHash, Digest mapRoot) {
  /** As of every tree. */
  public static final long MAX_SIZE = 1L << 40;

  /** More blocks than any ledger will have: what a JSON integer holds. */
  public static final long MAX_BLOCK = (1L << 53) - 1;

  /**
   * A state.
   *
   * @throws IllegalArgumentException if a number is out of range, or a digest is not of SHA-256
   */
  public DerivedState {
    if (size < 1 || size > MAX_SIZE || block < 0 || block > MAX_BLOCK) {
      throw new IllegalArgumentException("a size from 1 and a block from 0");
    }
    for (Digest digest : new Digest[] {root, headerHash, commitHash, mapRoot}) {
      if (digest.algorithm() != DigestAlgorithm.SHA_256) {
        throw new IllegalArgumentException("the log's digests are of SHA-256");
      }
    }
  }

  /**
   * Whether both cannot be true of one ledger: another state after the same block, other roots at
   * the same size (what adds no entry changes no key of the map), or a log that shrinks as blocks
   * come.
   */
  public boolean contradicts(DerivedState other) {
    if (block == other.block) {
      return !equals(other);
    }
    if (size == other.size) {
      return !root.equals(other.root) || !mapRoot.equals(other.mapRoot);
    }
    return block < other.block != size < other.size;
  }

  /** Positions and roots, as evidence. */
  public Map<String, String> evidence() {
    Map<String, String> evidence = new TreeMap<>();
    evidence.put("block", Long.toString(block));
    evidence.put("size", Long.toString(size));
    evidence.put("root", root.toString());
    evidence.put("headerHash", headerHash.toString());
    evidence.put("commitHash", commitHash.toString());
    evidence.put("mapRoot", mapRoot.toString());
    return evidence;
  }
}

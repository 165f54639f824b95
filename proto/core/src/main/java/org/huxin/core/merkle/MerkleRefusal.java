// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.merkle;

import org.huxin.crypto.refusal.RefusalCode;

/** Why a proof does not hold (proto/spec/merkle.md, Refusals). */
public enum MerkleRefusal implements RefusalCode {
  /** A tree of no leaf, or of more than the limit. Evidence: {@code size}. */
  TREE_SIZE,
  /** The index is not less than the size. Evidence: {@code index}, {@code size}. */
  INDEX_OUT_OF_RANGE,
  /** The older tree is larger than the newer one. Evidence: {@code older}, {@code newer}. */
  SIZES_REVERSED,
  /** More or fewer nodes than the sizes ask for. Evidence: {@code expected}, {@code found}. */
  PATH_LENGTH,
  /** Digests of different algorithms. */
  ALGORITHM_MISMATCH,
  /** The path leads to another root. */
  ROOT_MISMATCH,
  /** The path leads to another older root. */
  OLDER_ROOT_MISMATCH,
  /** Not the binary form of a proof. */
  PROOF_MALFORMED,
  /** A tile that the tree needs is not there, or too short. Evidence: {@code tile}. */
  TILE_MISSING,
  /** A text that is no path of a tile. */
  TILE_PATH
}

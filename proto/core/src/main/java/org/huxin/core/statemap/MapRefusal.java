// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.statemap;

import org.huxin.crypto.refusal.RefusalCode;

/** Why a proof of the state map does not hold (proto/spec/state-map.md, Refusals). */
public enum MapRefusal implements RefusalCode {
  /** The path is not whole hashes, or longer than a key has bits. Evidence: {@code length}. */
  MAP_PATH_LENGTH,
  /** The path leads to another root. */
  MAP_ROOT_MISMATCH,
  /** A proof of presence that names a neighbour. */
  MAP_NEIGHBOUR_UNEXPECTED,
  /** The neighbour that stands where the key would is the key itself. */
  MAP_NEIGHBOUR_IS_KEY,
  /** The neighbour does not stand where the key would. Evidence: {@code bits}. */
  MAP_NEIGHBOUR_ELSEWHERE,
  /** A node of the map is not kept. Evidence: {@code node}. */
  MAP_NODE_MISSING,
  /** A kept node, or a reference to one, is not in its form. */
  MAP_NODE_MALFORMED
}

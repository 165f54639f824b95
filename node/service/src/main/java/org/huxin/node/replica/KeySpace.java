// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.replica;

import java.util.List;
import java.util.Optional;
import org.huxin.crypto.bytes.Bytes;

/** Keys and values of one owner, as of one moment. */
public interface KeySpace {

  /**
   * A key with its value.
   *
   * @param key the key
   * @param value the value
   */
  record Pair(Bytes key, Bytes value) {}

  /** The value under a key; empty if there is none. */
  Optional<Bytes> get(Bytes key);

  /**
   * Pairs in the order of the unsigned bytes of their keys.
   *
   * @param from the first key, inclusive
   * @param to the last key, exclusive; empty for no end
   * @param limit the most pairs, at least 1
   */
  List<Pair> range(Bytes from, Optional<Bytes> to, int limit);
}

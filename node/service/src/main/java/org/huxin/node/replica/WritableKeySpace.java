// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.replica;

import org.huxin.crypto.bytes.Bytes;

/**
 * Keys and values of one owner while a block is committed: reads see what was written for the
 * block; all of it becomes durable with the block, or nothing. For one thread, until the call ends.
 */
public interface WritableKeySpace extends KeySpace {

  /** Sets a value. */
  void put(Bytes key, Bytes value);

  /** Removes a key, if it is there. */
  void delete(Bytes key);
}

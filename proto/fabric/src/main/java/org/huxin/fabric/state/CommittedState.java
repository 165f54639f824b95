// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.state;

import com.google.protobuf.ByteString;
import java.util.Iterator;
import java.util.Optional;

/**
 * The state after the last committed block, as one organisation's peer sees it. Whoever reads holds
 * the ledger's read lock, so that all reads of one simulation see one height.
 */
public interface CommittedState {

  /** A public value. */
  Optional<StateEntry> get(String namespace, String key);

  /**
   * Public values in the order of the UTF-8 bytes of their keys.
   *
   * @param start the first key; empty for the beginning
   * @param end the key before which the range ends; empty for no end
   */
  Iterator<KeyedEntry> range(String namespace, String start, String end);

  /** The hash of a private value, by the hash of its key. */
  Optional<StateEntry> hashed(String namespace, String collection, ByteString keyHash);

  /** A private value, if this peer holds it. */
  Optional<StateEntry> privateValue(String namespace, String collection, String key);

  /** Private values that this peer holds, in the order of the UTF-8 bytes of their keys. */
  Iterator<KeyedEntry> privateRange(String namespace, String collection, String start, String end);

  /** What was written under a key, the last first. */
  Iterator<KeyModificationRecord> history(String namespace, String key);
}

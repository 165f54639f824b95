// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.replica;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huxin.crypto.bytes.Bytes;

/**
 * A valid transaction of the contract.
 *
 * @param block the block's number
 * @param index its position in the block, from 0
 * @param id its id
 * @param committedAt its time in whole seconds: the carrier's claim
 * @param writes what it writes to the contract's namespace, in the order of the write set; not
 *     empty
 */
public record AcceptedTransaction(
    long block, int index, String id, Instant committedAt, List<KeyWrite> writes) {

  /** Copies the list. */
  public AcceptedTransaction {
    writes = List.copyOf(writes);
  }

  /**
   * A key and its new value.
   *
   * @param key the stored key
   * @param value empty if the key is deleted, which the contract never does
   */
  public record KeyWrite(String key, Optional<Bytes> value) {}
}

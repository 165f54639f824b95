// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.replica;

import java.util.List;
import org.huxin.crypto.bytes.Bytes;

/**
 * A block that was validated and replayed.
 *
 * @param number its number, from 0
 * @param headerHash SHA-256 of its header
 * @param transactions the valid ones that write to the contract's namespace, in the order of the
 *     block; may be empty
 */
public record AcceptedBlock(long number, Bytes headerHash, List<AcceptedTransaction> transactions) {

  /** Copies the list. */
  public AcceptedBlock {
    transactions = List.copyOf(transactions);
  }
}

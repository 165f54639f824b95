// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.validation;

import java.util.List;
import java.util.Optional;
import org.huxin.crypto.bytes.Bytes;

/**
 * A block that was verified, and what became of its transactions.
 *
 * @param number its number, from 0
 * @param headerHash SHA-256 of its header
 * @param commitHash over its verdicts and changes and all before; empty for the genesis block
 * @param signers ids of the consenters that signed it, in the order of the block
 * @param transactions in the order of the block
 */
public record ReplayedBlock(
    long number,
    Bytes headerHash,
    Optional<Bytes> commitHash,
    List<Integer> signers,
    List<ReplayedTransaction> transactions) {

  /** Copies the lists. */
  public ReplayedBlock {
    signers = List.copyOf(signers);
    transactions = List.copyOf(transactions);
  }
}

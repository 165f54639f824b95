// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.finding;

import org.huxin.crypto.refusal.RefusalCode;

/** What a node can find wrong with the chain or with what it is shown of it. */
public enum FindingCode implements RefusalCode {
  /** A block breaks Fabric's rules; the evidence names {@code refusal}, a code of those rules. */
  BLOCK_REFUSED,
  /**
   * A peer shows another block of a number than the replica holds; the evidence names both hashes.
   */
  CHAIN_FORKED,
  /**
   * A valid transaction writes something else than the contract's rules give; the evidence names
   * the transaction, {@code part}, and digests of what was expected and found.
   */
  CONTRACT_RULE_VIOLATED,
  /** The contract's version is not known here: this program must be upgraded. */
  RULES_NOT_KNOWN,
  /**
   * A transaction's time lies further from when its block was seen than the ledger allows. What
   * rests on its time cannot be told; following goes on.
   */
  COMMIT_TIME_NOT_PLAUSIBLE;

  /** Whether following stops with it. */
  public boolean stops() {
    return this != COMMIT_TIME_NOT_PLAUSIBLE;
  }
}

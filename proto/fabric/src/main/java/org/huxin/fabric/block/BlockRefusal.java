// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.block;

import org.huxin.crypto.refusal.RefusalCode;

/** Why a block is refused by who holds the chain up to it. */
public enum BlockRefusal implements RefusalCode {
  /** The bytes are no block. */
  BLOCK_UNREADABLE,
  /** It is not the next block of the chain. */
  BLOCK_NUMBER,
  /** It names another block before it than the one held: one of the two chains is a fork. */
  BLOCK_PREVIOUS_HASH,
  /** Its transactions are not those that its header is about. */
  BLOCK_DATA_HASH,
  /** It has no transaction, or one without payload or signature, or in a second form. */
  BLOCK_DATA,
  /** Its metadata lack a slot or cannot be read. */
  BLOCK_METADATA,
  /** Too few of the channel's consenters have signed it. */
  BLOCK_SIGNATURE_QUORUM,
  /**
   * What its consenters signed names another configuration block than the one held: a configuration
   * block was withheld.
   */
  BLOCK_LAST_CONFIG,
  /** It is another genesis block than the one that is trusted, or none. */
  BLOCK_GENESIS,
  /** The configuration that it holds cannot be read. */
  BLOCK_CONFIGURATION,
  /** A peer wrote other flags than the rules give. */
  BLOCK_FLAGS,
  /** A peer wrote another commit hash than the rules give. */
  BLOCK_COMMIT_HASH
}

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
  /** The configuration that it holds cannot be read, or is one that peers refuse. */
  BLOCK_CONFIGURATION,
  /** Its configuration asks for a capability that these rules do not have: they are too old. */
  BLOCK_CAPABILITY,
  /** The configuration transaction is not valid, or does not stand alone. */
  CONFIG_TRANSACTION,
  /** The update that its configuration is said to come from is none. */
  CONFIG_UPDATE_UNREADABLE,
  /** The update is one of another channel. */
  CONFIG_UPDATE_CHANNEL,
  /** Its configuration does not have the next sequence number. */
  CONFIG_UPDATE_SEQUENCE,
  /** The update relies on an element that is not there, or not at that version. */
  CONFIG_UPDATE_READ_SET,
  /** The update changes nothing. */
  CONFIG_UPDATE_EMPTY,
  /** The update writes an element with another version than the next. */
  CONFIG_UPDATE_VERSION,
  /** An element is written, or was, with a policy for changes that is none. */
  CONFIG_UPDATE_MOD_POLICY,
  /** Too few administrators have signed for an element, by the configuration before. */
  CONFIG_UPDATE_SIGNATURES,
  /** The configuration is another than the one that the update gives. */
  CONFIG_UPDATE_RESULT,
  /** The update takes away the orderers or peers, or changes an organisation's MSP id. */
  CONFIG_UPDATE_ORGANISATION,
  /** Blocks under BFT would not be signed by so many of exactly the consenters. */
  CONFIG_UPDATE_BLOCK_VALIDATION,
  /** A peer wrote other flags than the rules give. */
  BLOCK_FLAGS,
  /** A peer wrote another commit hash than the rules give. */
  BLOCK_COMMIT_HASH
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.replica;

/**
 * Derives something of its own from each accepted block, in the same atomic commit: after a crash
 * it has seen exactly the blocks that the replica has. It must be a function of the blocks alone,
 * so that {@code fsck} can derive the same again; time and signatures have no place in it.
 */
public interface CommitParticipant {

  /** The name of its key space, {@code [a-z][a-z0-9-]*}; no two participants have one name. */
  String name();

  /**
   * Takes a block, from the genesis block on, each once and in order.
   *
   * @param block what the block does to the contract
   * @param own the participant's own keys
   */
  void accept(AcceptedBlock block, WritableKeySpace own);
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.status;

/** What a node is doing. */
public enum NodePhase {
  /** Blocks are asked for; how old the replica is, its age says. */
  FOLLOWING,
  /** Something was found wrong: no block is accepted until somebody has looked at it. */
  STOPPED,
  /** The replica takes no more blocks: its disk is full or failed. What it holds is answered. */
  READ_ONLY,
  /** A file of the replica is damaged: nothing is answered. */
  CORRUPT,
  /** It was closed. */
  CLOSED
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.replica;

import org.huxin.crypto.refusal.RefusalCode;

/** Why a replica cannot be used, or used no longer. */
public enum ReplicaRefusal implements RefusalCode {
  /** Another process has it open. */
  REPLICA_LOCKED,
  /** The folder holds something else, or a replica of another form: derive it again. */
  REPLICA_FORM,
  /** It begins with another genesis block than the one that is pinned. */
  REPLICA_OTHER_CHAIN,
  /** A file is damaged: nothing of it is answered any more. Derive it again from blocks. */
  REPLICA_CORRUPT,
  /** The disk is full, or has less left than is kept in reserve; what was committed stands. */
  REPLICA_DISK_FULL,
  /** The disk cannot be read or written; what was committed stands. */
  REPLICA_DISK_FAILED,
  /** It was closed. */
  REPLICA_CLOSED
}

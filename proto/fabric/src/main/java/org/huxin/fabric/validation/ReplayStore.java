// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.validation;

import java.util.List;
import java.util.Optional;
import org.huxin.fabric.lifecycle.ExpiringHash;
import org.huxin.fabric.state.WholeState;

/**
 * Where a replay keeps what it derives: the state, the transactions' ids and how far it has come.
 * One thread commits; whether others may read meanwhile, an implementation says.
 */
public interface ReplayStore {

  /** The state after the last block that was committed. */
  WholeState state();

  /** How far the replay has come; empty before the genesis block. */
  Optional<ReplayPosition> position();

  /** Whether a transaction of that id stands in a block, valid or not. */
  boolean isOnLedger(String transactionId);

  /** What was noted to end with a block. */
  List<ExpiringHash> expiringWith(long block);

  /** Keeps a block and all that it changes, whole or not at all. */
  void commit(JudgedBlock block);
}

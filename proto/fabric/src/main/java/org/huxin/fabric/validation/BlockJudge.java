// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.validation;

import java.util.function.Predicate;
import org.huxin.fabric.state.CommittedState;
import org.hyperledger.fabric.protos.common.Block;

/** Validates blocks as a peer does before it commits them. Called in the order of the chain. */
public interface BlockJudge {

  /**
   * Judges every transaction of the next block.
   *
   * @param block the next of the chain
   * @param state the state before it
   * @param onLedger whether a transaction id stands in an earlier block
   * @throws org.huxin.fabric.block.BlockRefusedException if the block's configuration may not
   *     follow the one in force
   */
  Judgement judge(Block block, CommittedState state, Predicate<String> onLedger);
}

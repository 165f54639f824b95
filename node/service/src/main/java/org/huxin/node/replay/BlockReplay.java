// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.replay;

import java.time.Instant;
import java.util.List;
import org.huxin.fabric.state.CommittedState;
import org.huxin.fabric.validation.JudgedBlock;
import org.huxin.node.finding.Finding;
import org.huxin.node.finding.FoundWrongException;

/** What is asked of a block besides Fabric's own rules. */
public interface BlockReplay {

  /** Nothing: for chains that have no contract of ours. */
  BlockReplay NOTHING =
      new BlockReplay() {
        @Override
        public void check(JudgedBlock block, CommittedState before) {
          // Fabric's rules are all that there is.
        }

        @Override
        public List<Finding> doubts(
            JudgedBlock block, CommittedState before, String source, Instant seenAt) {
          return List.of();
        }
      };

  /**
   * Checks a block.
   *
   * @param before the state before it
   * @throws FoundWrongException if it is not to be accepted
   */
  void check(JudgedBlock block, CommittedState before);

  /**
   * What is to be noted of a block that is accepted.
   *
   * @param before the state before it
   * @param source who delivered it
   * @param seenAt when it was received, as the newest block that there was
   */
  List<Finding> doubts(JudgedBlock block, CommittedState before, String source, Instant seenAt);
}

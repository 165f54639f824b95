// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.log;

import org.huxin.core.id.DivisionCode;
import org.huxin.core.log.CosigningRule;
import org.huxin.core.log.SignedCheckpoint;

/** Another city's node, as far as checkpoints go. */
public interface CheckpointPeer {
  /** Whose node. */
  DivisionCode city();

  /**
   * Asks for a cosignature.
   *
   * @return the checkpoint with the node's cosignature, or what else it makes of it
   * @throws org.huxin.core.log.LogRefusedException if the node does not accept the checkpoint
   */
  CosigningRule.Decision cosign(SignedCheckpoint checkpoint);
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.events;

import java.util.Map;
import org.huxin.crypto.refusal.RefusedException;

/** Events cannot be followed from a checkpoint. */
public final class CheckpointRefusedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  CheckpointRefusedException(CheckpointRefusal code, Map<String, String> evidence) {
    super(code, evidence);
  }

  @Override
  public CheckpointRefusal code() {
    return (CheckpointRefusal) super.code();
  }
}

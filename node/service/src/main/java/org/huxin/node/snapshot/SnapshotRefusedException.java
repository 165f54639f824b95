// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.snapshot;

import java.util.Map;
import org.huxin.crypto.refusal.RefusedException;

/** A snapshot is not made or not taken over. */
public final class SnapshotRefusedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  /** A refusal with its evidence. */
  public SnapshotRefusedException(SnapshotRefusal code, Map<String, String> evidence) {
    super(code, evidence);
  }

  @Override
  public SnapshotRefusal code() {
    return (SnapshotRefusal) super.code();
  }
}

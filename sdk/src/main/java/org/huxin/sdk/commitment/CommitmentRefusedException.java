// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.commitment;

import java.util.Map;
import org.huxin.crypto.refusal.RefusedException;

/** A promise is not accepted or settled. Nothing was submitted. */
public final class CommitmentRefusedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  /** A refusal with its evidence. */
  public CommitmentRefusedException(CommitmentRefusal code, Map<String, String> evidence) {
    super(code, evidence);
  }

  @Override
  public CommitmentRefusal code() {
    return (CommitmentRefusal) super.code();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.finding;

import java.util.Map;
import org.huxin.crypto.refusal.RefusedException;

/** A block is not accepted: what was found, which becomes a {@link Finding}. */
public final class FoundWrongException extends RefusedException {
  private static final long serialVersionUID = 1L;

  /** A refusal with its evidence. */
  public FoundWrongException(FindingCode code, Map<String, String> evidence) {
    super(code, evidence);
  }

  @Override
  public FindingCode code() {
    return (FindingCode) super.code();
  }
}

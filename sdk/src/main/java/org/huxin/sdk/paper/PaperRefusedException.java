// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.paper;

import java.util.Map;
import org.huxin.crypto.refusal.RefusedException;

/** A paper is not to be asked for. Nothing was submitted. */
public final class PaperRefusedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  /** A refusal with its evidence. */
  public PaperRefusedException(PaperRefusal code, Map<String, String> evidence) {
    super(code, evidence);
  }

  @Override
  public PaperRefusal code() {
    return (PaperRefusal) super.code();
  }
}

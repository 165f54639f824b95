// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.statement;

import java.util.Map;
import org.huxin.crypto.refusal.RefusedException;

/** A free text is refused. The evidence never repeats it. */
public final class TextRefusedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  /** A refusal with its evidence. */
  public TextRefusedException(TextRefusal code, Map<String, String> evidence) {
    super(code, evidence);
  }

  @Override
  public TextRefusal code() {
    return (TextRefusal) super.code();
  }
}

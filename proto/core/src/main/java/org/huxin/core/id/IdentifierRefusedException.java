// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.id;

import java.util.Map;
import org.huxin.crypto.refusal.RefusedException;

/** A text is not an identifier. The evidence never repeats the text: it could be a person's. */
public final class IdentifierRefusedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  /** A refusal with its evidence. */
  public IdentifierRefusedException(IdentifierRefusal code, Map<String, String> evidence) {
    super(code, evidence);
  }

  static IdentifierRefusedException of(IdentifierRefusal code) {
    return new IdentifierRefusedException(code, Map.of());
  }

  @Override
  public IdentifierRefusal code() {
    return (IdentifierRefusal) super.code();
  }
}

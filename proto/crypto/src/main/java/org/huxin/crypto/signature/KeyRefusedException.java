// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.signature;

import java.util.Map;
import org.huxin.crypto.refusal.RefusedException;

/** Something is not a key of the protocol. The evidence never holds any of its bytes. */
public final class KeyRefusedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  /** A refusal with its evidence. */
  public KeyRefusedException(KeyRefusal code, Map<String, String> evidence) {
    super(code, evidence);
  }

  static KeyRefusedException of(KeyRefusal code) {
    return new KeyRefusedException(code, Map.of());
  }

  @Override
  public KeyRefusal code() {
    return (KeyRefusal) super.code();
  }
}

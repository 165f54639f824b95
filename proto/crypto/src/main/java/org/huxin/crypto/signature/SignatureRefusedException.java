// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.signature;

import java.util.Map;
import org.huxin.crypto.refusal.RefusedException;

/** A signature does not count. */
public final class SignatureRefusedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  /** A refusal with its evidence. */
  public SignatureRefusedException(SignatureRefusal code, Map<String, String> evidence) {
    super(code, evidence);
  }

  static SignatureRefusedException of(SignatureRefusal code) {
    return new SignatureRefusedException(code, Map.of());
  }

  @Override
  public SignatureRefusal code() {
    return (SignatureRefusal) super.code();
  }
}

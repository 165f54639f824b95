// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.hpke;

import java.util.Map;
import org.huxin.crypto.refusal.RefusedException;

/** A ciphertext cannot be opened, or something is no key. The evidence holds lengths only. */
public final class HpkeRefusedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  /** A refusal with its evidence. */
  public HpkeRefusedException(HpkeRefusal code, Map<String, String> evidence) {
    super(code, evidence);
  }

  static HpkeRefusedException of(HpkeRefusal code) {
    return new HpkeRefusedException(code, Map.of());
  }

  @Override
  public HpkeRefusal code() {
    return (HpkeRefusal) super.code();
  }
}

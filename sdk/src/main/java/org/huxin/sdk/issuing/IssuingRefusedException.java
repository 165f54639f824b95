// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.issuing;

import java.util.Map;
import org.huxin.crypto.refusal.RefusedException;

/** A licence is not issued. Nothing was written, nothing was submitted. */
public final class IssuingRefusedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  /** A refusal with its evidence. */
  public IssuingRefusedException(IssuingRefusal code, Map<String, String> evidence) {
    super(code, evidence);
  }

  static IssuingRefusedException of(IssuingRefusal code, String name, Object value) {
    return new IssuingRefusedException(code, Map.of(name, value.toString()));
  }

  @Override
  public IssuingRefusal code() {
    return (IssuingRefusal) super.code();
  }
}

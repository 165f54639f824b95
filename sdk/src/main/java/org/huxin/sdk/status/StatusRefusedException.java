// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.status;

import java.util.Map;
import org.huxin.crypto.refusal.RefusedException;

/** A change of status cannot be stated so. */
public final class StatusRefusedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  StatusRefusedException(StatusRefusal code, Map<String, String> evidence) {
    super(code, evidence);
  }

  static StatusRefusedException of(StatusRefusal code, String name, Object value) {
    return new StatusRefusedException(code, Map.of(name, value.toString()));
  }

  @Override
  public StatusRefusal code() {
    return (StatusRefusal) super.code();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.json;

import java.util.Map;
import org.huxin.crypto.refusal.RefusedException;

/** Bytes are not JSON of the protocol. The evidence holds positions and sizes, never content. */
public final class JsonRefusedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  /** A refusal with its evidence. */
  public JsonRefusedException(JsonRefusal code, Map<String, String> evidence) {
    super(code, evidence);
  }

  @Override
  public JsonRefusal code() {
    return (JsonRefusal) super.code();
  }
}

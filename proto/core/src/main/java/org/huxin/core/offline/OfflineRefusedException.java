// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.offline;

import java.util.Map;
import org.huxin.crypto.refusal.RefusedException;

/** A document or its proof does not hold. */
public final class OfflineRefusedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  /** A refusal with its evidence. */
  public OfflineRefusedException(OfflineRefusal code, Map<String, String> evidence) {
    super(code, evidence);
  }

  static OfflineRefusedException of(OfflineRefusal code) {
    return new OfflineRefusedException(code, Map.of());
  }

  static OfflineRefusedException because(OfflineRefusal code, RefusedException cause) {
    return new OfflineRefusedException(code, Map.of("code", cause.code().name()));
  }

  @Override
  public OfflineRefusal code() {
    return (OfflineRefusal) super.code();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.statemap;

import java.util.Map;
import org.huxin.crypto.refusal.RefusedException;

/** A proof of the state map does not hold, or the map cannot be read. */
public final class MapRefusedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  /** A refusal with its evidence. */
  public MapRefusedException(MapRefusal code, Map<String, String> evidence) {
    super(code, evidence);
  }

  static MapRefusedException of(MapRefusal code) {
    return new MapRefusedException(code, Map.of());
  }

  @Override
  public MapRefusal code() {
    return (MapRefusal) super.code();
  }
}

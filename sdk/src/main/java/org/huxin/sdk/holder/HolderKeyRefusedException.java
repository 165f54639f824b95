// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.holder;

import java.util.Map;
import java.util.TreeMap;
import org.huxin.crypto.refusal.RefusedException;

/** A holder's key file is not used. */
public final class HolderKeyRefusedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  /** A refusal with its evidence. */
  public HolderKeyRefusedException(HolderKeyRefusal code, Map<String, String> evidence) {
    super(code, evidence);
  }

  static HolderKeyRefusedException of(HolderKeyRefusal code) {
    return new HolderKeyRefusedException(code, Map.of());
  }

  static HolderKeyRefusedException of(HolderKeyRefusal code, RefusedException cause) {
    TreeMap<String, String> evidence = new TreeMap<>(cause.evidence());
    evidence.put("code", cause.code().name());
    return new HolderKeyRefusedException(code, evidence);
  }

  @Override
  public HolderKeyRefusal code() {
    return (HolderKeyRefusal) super.code();
  }
}

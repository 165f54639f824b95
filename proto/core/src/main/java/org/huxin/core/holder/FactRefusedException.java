// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.holder;

import java.util.Map;
import java.util.TreeMap;
import org.huxin.core.codec.DecodeRefusedException;
import org.huxin.crypto.refusal.RefusedException;

/** A signed fact, a grant file or a presentation does not hold. */
public final class FactRefusedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  /** A refusal with its evidence. */
  public FactRefusedException(FactRefusal code, Map<String, String> evidence) {
    super(code, evidence);
  }

  static FactRefusedException of(FactRefusal code) {
    return new FactRefusedException(code, Map.of());
  }

  static FactRefusedException malformed(DecodeRefusedException cause) {
    TreeMap<String, String> evidence = new TreeMap<>(cause.evidence());
    evidence.putIfAbsent("code", cause.code().name());
    return new FactRefusedException(FactRefusal.FACT_MALFORMED, evidence);
  }

  @Override
  public FactRefusal code() {
    return (FactRefusal) super.code();
  }
}

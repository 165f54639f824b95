// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.structure;

import java.util.Map;
import org.huxin.crypto.refusal.RefusedException;

/** Bytes are no e-seal and no sealing. */
public final class StructureRefusedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  /** A refusal with its evidence. */
  public StructureRefusedException(StructureRefusal code, Map<String, String> evidence) {
    super(code, evidence);
  }

  static StructureRefusedException malformed(String at) {
    return new StructureRefusedException(StructureRefusal.STRUCTURE_MALFORMED, Map.of("at", at));
  }

  static StructureRefusedException tooLarge(String at, int limit) {
    return new StructureRefusedException(
        StructureRefusal.STRUCTURE_TOO_LARGE, Map.of("at", at, "limit", Integer.toString(limit)));
  }

  @Override
  public StructureRefusal code() {
    return (StructureRefusal) super.code();
  }
}

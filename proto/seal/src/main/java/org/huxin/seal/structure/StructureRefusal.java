// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.structure;

import org.huxin.crypto.refusal.RefusalCode;

/** Why bytes are no e-seal and no sealing (proto/spec/seal-structure.md, Refusals). */
public enum StructureRefusal implements RefusalCode {
  /** Longer than a limit allows. Evidence: {@code at}, {@code limit}. */
  STRUCTURE_TOO_LARGE,
  /** Not ASN.1, not in DER, or something after its end. */
  STRUCTURE_NOT_DER,
  /**
   * Of no known version, or versions that do not go together. Evidence: {@code at}, {@code found}.
   */
  STRUCTURE_VERSION,
  /** A part is missing, left over, of another type or out of range. Evidence: {@code at}. */
  STRUCTURE_MALFORMED
}

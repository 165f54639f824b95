// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.signature;

import org.huxin.crypto.refusal.RefusalCode;

/** Why a signature does not count (proto/spec/suites.md, Refusals). */
public enum SignatureRefusal implements RefusalCode {
  /** Not 64 bytes r‖s or R‖S. Evidence: {@code length}. */
  SIGNATURE_LENGTH,
  /** Not the DER of SEQUENCE { INTEGER r, INTEGER s }, minimal and with nothing left over. */
  SIGNATURE_NOT_DER,
  /** r or s is 0, or not less than the order of the curve. */
  SIGNATURE_OUT_OF_RANGE,
  /** The greater of the two s that would verify: refused, so that nobody can make a second form. */
  SIGNATURE_HIGH_S,
  /** Made for another suite than the key's. Evidence: {@code signature}, {@code key}. */
  SIGNATURE_OF_OTHER_SUITE,
  /** Well formed, but not this key's signature of this message. */
  SIGNATURE_INVALID
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.signature;

import org.huxin.crypto.refusal.RefusalCode;

/** Why something is not a key of the protocol (proto/spec/keys.md, Refusals). */
public enum KeyRefusal implements RefusalCode {
  /** Not one PEM block (RFC 7468) with nothing around it. */
  PEM_MALFORMED,
  /** A PEM block of something else. Evidence: {@code expected}. */
  PEM_LABEL,
  /** Larger than any key. Evidence: {@code limit}. */
  KEY_TOO_LARGE,
  /** Not the DER of a key, or something after its end. */
  KEY_MALFORMED,
  /** A key of an algorithm or curve that no suite has. */
  KEY_SUITE_UNKNOWN,
  /** A public point in another form than 04‖X‖Y, or a coordinate of another length. */
  POINT_FORM,
  /** A public point that is not on the curve, or has no full order. */
  POINT_NOT_ON_CURVE,
  /** A private number that is 0 or not less than the order of the curve. */
  SCALAR_OUT_OF_RANGE,
  /** A private key file that names a public key which does not belong to it. */
  KEY_PAIR_MISMATCH,
  /** A JWK with another {@code kty} or {@code crv} than any suite, or with members missing. */
  JWK_UNKNOWN
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.write;

import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.signature.Signature;
import org.huxin.crypto.signature.SignatureSuite;

/** Signatures as some writers write them. */
public final class SignatureForms {
  private static final int FIELD = 32;

  private SignatureForms() {}

  /** r‖s, without DER. */
  public static Bytes raw(Bytes der) {
    return Signature.ofDer(SignatureSuite.SM, der).value();
  }

  /** Both numbers with two zeros before them, of which no number needs more than one. */
  public static Bytes padded(Bytes der) {
    Bytes raw = raw(der);
    Bytes head = Bytes.of((byte) 2, (byte) (FIELD + 2), (byte) 0, (byte) 0);
    Bytes numbers = Bytes.concat(head, raw.slice(0, FIELD), head, raw.slice(FIELD, 2 * FIELD));
    return Bytes.concat(Bytes.of((byte) 0x30, (byte) numbers.length()), numbers);
  }

  /** Both numbers with 32 bytes, without the leading zero that a high first bit needs. */
  public static Bytes unsigned(Bytes der) {
    Bytes raw = raw(der);
    Bytes head = Bytes.of((byte) 2, (byte) FIELD);
    Bytes numbers = Bytes.concat(head, raw.slice(0, FIELD), head, raw.slice(FIELD, 2 * FIELD));
    return Bytes.concat(Bytes.of((byte) 0x30, (byte) numbers.length()), numbers);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.check;

import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.util.BigIntegers;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.signature.Signature;
import org.huxin.crypto.signature.SignatureRefusedException;
import org.huxin.crypto.signature.SignatureSuite;

/**
 * An SM2 signature as it stands in a BIT STRING, read in the forms that writers in the field use
 * (proto/spec/seal-check.md, How signatures are written).
 *
 * @param value r‖s
 * @param form how it was written
 */
record WrittenSignature(Signature value, Form form) {
  private static final int SEQUENCE = 0x30;
  private static final int INTEGER = 0x02;
  private static final int FIELD = 32;

  /** How a signature is written. */
  enum Form {
    /** As the standard says: SEQUENCE of r and s in DER. */
    DER,
    /** With the BIT STRING's own leading byte once more before the DER. */
    LEADING_BYTE,
    /** r or s with zeros before it that DER does not have, or without the one that DER has. */
    PADDING,
    /** Both. */
    LEADING_BYTE_AND_PADDING
  }

  static Optional<WrittenSignature> read(Bytes written) {
    boolean leading = written.length() > 1 && written.at(0) == 0;
    Bytes rest = leading ? written.slice(1, written.length()) : written;
    return strict(rest)
        .map(value -> new WrittenSignature(value, leading ? Form.LEADING_BYTE : Form.DER))
        .or(
            () ->
                padded(rest)
                    .map(
                        value ->
                            new WrittenSignature(
                                value, leading ? Form.LEADING_BYTE_AND_PADDING : Form.PADDING)));
  }

  private static Optional<Signature> strict(Bytes der) {
    try {
      return Optional.of(Signature.ofDer(SignatureSuite.SM, der));
    } catch (SignatureRefusedException e) {
      return Optional.empty();
    }
  }

  private static Optional<Signature> padded(Bytes written) {
    if (written.length() < 2
        || written.at(0) != SEQUENCE
        || written.at(1) != written.length() - 2) {
      return Optional.empty();
    }
    int end = end(written, 2);
    if (end < 0 || end(written, end) != written.length()) {
      return Optional.empty();
    }
    BigInteger r = number(written, 2, end);
    BigInteger s = number(written, end, written.length());
    if (r.bitLength() > FIELD * Byte.SIZE || s.bitLength() > FIELD * Byte.SIZE) {
      return Optional.empty();
    }
    byte[] raw = new byte[Signature.LENGTH];
    BigIntegers.asUnsignedByteArray(r, raw, 0, FIELD);
    BigIntegers.asUnsignedByteArray(s, raw, FIELD, FIELD);
    try {
      return Optional.of(new Signature(SignatureSuite.SM, Bytes.of(raw)));
    } catch (SignatureRefusedException e) {
      return Optional.empty();
    }
  }

  /** Where the INTEGER at a place ends; negative if there is none. */
  private static int end(Bytes written, int at) {
    boolean number =
        at + 3 <= written.length() && written.at(at) == INTEGER && written.at(at + 1) > 0;
    int end = number ? at + 2 + written.at(at + 1) : -1;
    return end <= written.length() ? end : -1;
  }

  private static BigInteger number(Bytes written, int at, int end) {
    return new BigInteger(1, written.slice(at + 2, end).toByteArray());
  }
}

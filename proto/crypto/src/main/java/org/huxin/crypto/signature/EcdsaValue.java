// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.signature;

import java.math.BigInteger;
import org.bouncycastle.util.BigIntegers;
import org.huxin.crypto.bytes.Bytes;

/**
 * A pair (r, s) and its two written forms: r‖s of fixed length, and DER. The DER reader accepts the
 * one encoding that DER has for a pair and nothing else.
 */
record EcdsaValue(BigInteger r, BigInteger s) {
  private static final int SEQUENCE = 0x30;
  private static final int INTEGER = 0x02;

  /** Longer lengths than of four octets do not fit a message of Fabric. */
  private static final int MAX_LENGTH_OCTETS = 4;

  /** Checks the range of both numbers. */
  EcdsaValue requireRange(BigInteger order) {
    boolean inside =
        r.signum() > 0 && s.signum() > 0 && r.compareTo(order) < 0 && s.compareTo(order) < 0;
    if (!inside) {
      throw SignatureRefusedException.of(SignatureRefusal.SIGNATURE_OUT_OF_RANGE);
    }
    return this;
  }

  static EcdsaValue ofRaw(Bytes raw, int fieldLength) {
    return new EcdsaValue(
        new BigInteger(1, raw.slice(0, fieldLength).toByteArray()),
        new BigInteger(1, raw.slice(fieldLength, 2 * fieldLength).toByteArray()));
  }

  Bytes toRaw(int fieldLength) {
    byte[] raw = new byte[2 * fieldLength];
    BigIntegers.asUnsignedByteArray(r, raw, 0, fieldLength);
    BigIntegers.asUnsignedByteArray(s, raw, fieldLength, fieldLength);
    return Bytes.of(raw);
  }

  /** Both numbers fit a short length: at most 2 + 2 × (2 + 49) bytes on the largest curve. */
  Bytes toDer() {
    byte[] rBytes = r.toByteArray();
    byte[] sBytes = s.toByteArray();
    byte[] der = new byte[6 + rBytes.length + sBytes.length];
    der[0] = SEQUENCE;
    der[1] = (byte) (der.length - 2);
    int at = put(der, 2, rBytes);
    put(der, at, sBytes);
    return Bytes.of(der);
  }

  private static int put(byte[] der, int at, byte[] number) {
    der[at] = INTEGER;
    der[at + 1] = (byte) number.length;
    System.arraycopy(number, 0, der, at + 2, number.length);
    return at + 2 + number.length;
  }

  static EcdsaValue ofDer(Bytes der) {
    if (der.length() < 8 || der.length() > 127 + 2 || der.at(0) != SEQUENCE) {
      throw notDer();
    }
    if (der.at(1) != der.length() - 2) {
      throw notDer();
    }
    int rEnd = end(der, 2);
    int sEnd = end(der, rEnd);
    if (sEnd != der.length()) {
      throw notDer();
    }
    return new EcdsaValue(number(der, 2, rEnd), number(der, rEnd, sEnd));
  }

  /**
   * Reads as Fabric does: the pair at the beginning of a DER SEQUENCE, whatever else the sequence
   * holds and whatever follows it. Lengths and numbers are minimal all the same.
   */
  static EcdsaValue ofLeadingDer(Bytes der) {
    if (der.length() < 8 || der.at(0) != SEQUENCE) {
      throw notDer();
    }
    int from = 2;
    long length = der.at(1);
    if (length < 0) {
      int octets = (int) length & 0x7f;
      from += octets;
      if (octets < 1 || octets > MAX_LENGTH_OCTETS || from > der.length() || der.at(2) == 0) {
        throw notDer();
      }
      length = new BigInteger(1, der.slice(2, from).toByteArray()).longValue();
      if (length < 0x80) {
        throw notDer();
      }
    }
    if (length > der.length() - from) {
      throw notDer();
    }
    Bytes content = der.slice(from, from + (int) length);
    int rEnd = end(content, 0);
    int sEnd = end(content, rEnd);
    return new EcdsaValue(number(content, 0, rEnd), number(content, rEnd, sEnd));
  }

  private static int end(Bytes der, int at) {
    if (at + 3 > der.length() || der.at(at) != INTEGER || der.at(at + 1) < 1) {
      throw notDer();
    }
    int end = at + 2 + der.at(at + 1);
    if (end > der.length()) {
      throw notDer();
    }
    return end;
  }

  private static BigInteger number(Bytes der, int at, int end) {
    int first = at + 2;
    boolean negative = der.at(first) < 0;
    boolean padded = end - first > 1 && der.at(first) == 0 && der.at(first + 1) >= 0;
    if (negative || padded) {
      throw notDer();
    }
    return new BigInteger(1, der.slice(first, end).toByteArray());
  }

  private static SignatureRefusedException notDer() {
    return SignatureRefusedException.of(SignatureRefusal.SIGNATURE_NOT_DER);
  }
}

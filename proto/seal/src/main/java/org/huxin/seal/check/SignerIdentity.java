// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.check;

import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.util.BigIntegers;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.signature.VerifyingKey;

/** The value Z of GB/T 32918.2 section 5.5, which SM2 hashes before a message. */
final class SignerIdentity {
  private static final int FIELD = 32;
  private static final Bytes USER_ID = Bytes.utf8("1234567812345678");

  private SignerIdentity() {}

  static Bytes hash(VerifyingKey key) {
    X9ECParameters curve = GMNamedCurves.getByName("sm2p256v1");
    Bytes length = Bytes.of((byte) 0, (byte) (USER_ID.length() * Byte.SIZE));
    Bytes a = field(curve.getCurve().getA().toBigInteger());
    Bytes b = field(curve.getCurve().getB().toBigInteger());
    Bytes base = point(Bytes.of(curve.getG().getEncoded(false)));
    return DigestAlgorithm.SM3
        .digest(Bytes.concat(length, USER_ID, a, b, base, point(key.point())))
        .value();
  }

  private static Bytes field(java.math.BigInteger value) {
    return Bytes.of(BigIntegers.asUnsignedByteArray(FIELD, value));
  }

  /** The coordinates without the byte 04 before them. */
  private static Bytes point(Bytes encoded) {
    return encoded.slice(1, encoded.length());
  }
}

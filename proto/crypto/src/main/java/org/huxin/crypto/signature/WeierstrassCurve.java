// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.signature;

import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.huxin.crypto.bytes.Bytes;

/** The short Weierstrass curves in use, with what each needs to check a point or a number. */
@SuppressWarnings("ImmutableEnumChecker") // Bouncy Castle's value classes are immutable, unmarked
enum WeierstrassCurve {
  SM2(GMObjectIdentifiers.sm2p256v1, 32),
  P256(X9ObjectIdentifiers.prime256v1, 32),
  P384(SECObjectIdentifiers.secp384r1, 48);

  private final ASN1ObjectIdentifier oid;
  private final int fieldLength;
  private final ECDomainParameters domain;
  private final BigInteger halfOrder;

  WeierstrassCurve(ASN1ObjectIdentifier oid, int fieldLength) {
    this.oid = oid;
    this.fieldLength = fieldLength;
    X9ECParameters parameters = CustomNamedCurves.getByOID(oid);
    this.domain = new ECNamedDomainParameters(oid, parameters);
    this.halfOrder = domain.getN().shiftRight(1);
  }

  ASN1ObjectIdentifier oid() {
    return oid;
  }

  int fieldLength() {
    return fieldLength;
  }

  int pointLength() {
    return 2 * fieldLength + 1;
  }

  BigInteger order() {
    return domain.getN();
  }

  boolean isHigh(BigInteger s) {
    return s.compareTo(halfOrder) > 0;
  }

  ECDomainParameters domain() {
    return domain;
  }

  /** The public key at 04‖X‖Y, once it is sure to be a point of full order. */
  ECPublicKeyParameters publicKey(Bytes point) {
    if (point.length() != pointLength() || point.at(0) != 4) {
      throw KeyRefusedException.of(KeyRefusal.POINT_FORM);
    }
    try {
      ECPoint decoded = domain.getCurve().decodePoint(point.toByteArray());
      return new ECPublicKeyParameters(decoded, domain);
    } catch (IllegalArgumentException e) {
      throw KeyRefusedException.of(KeyRefusal.POINT_NOT_ON_CURVE);
    }
  }

  ECPrivateKeyParameters privateKey(BigInteger scalar) {
    // SM2 signing divides by 1 + d, so d = n − 1 is no key there (GB/T 32918.1 section 6.1).
    BigInteger last =
        this == SM2 ? order().subtract(BigInteger.TWO) : order().subtract(BigInteger.ONE);
    if (scalar.signum() <= 0 || scalar.compareTo(last) > 0) {
      throw KeyRefusedException.of(KeyRefusal.SCALAR_OUT_OF_RANGE);
    }
    return new ECPrivateKeyParameters(scalar, domain);
  }

  Bytes publicPoint(ECPrivateKeyParameters key) {
    ECPoint point = domain.getG().multiply(key.getD()).normalize();
    return Bytes.of(point.getEncoded(false));
  }
}

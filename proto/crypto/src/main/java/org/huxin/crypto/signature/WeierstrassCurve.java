// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.signature;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ECPoint;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.WNafUtil;
import org.bouncycastle.math.ec.custom.gm.SM2P256V1Curve;
import org.bouncycastle.math.ec.custom.sec.SecP256R1Curve;
import org.bouncycastle.math.ec.custom.sec.SecP384R1Curve;
import org.huxin.crypto.bytes.Bytes;

/** The short Weierstrass curves in use, with what each needs to check a point or a number. */
@SuppressWarnings("ImmutableEnumChecker") // Bouncy Castle's value classes are immutable, unmarked
enum WeierstrassCurve {
  /** GB/T 32918.5 appendix A. */
  SM2(
      GMObjectIdentifiers.sm2p256v1,
      32,
      SM2P256V1Curve::new,
      "0432C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7"
          + "BC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0"),
  /** SEC 2 section 2.4.2. */
  P256(
      X9ObjectIdentifiers.prime256v1,
      32,
      SecP256R1Curve::new,
      "046B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296"
          + "4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5"),
  /** SEC 2 section 2.5.1. */
  P384(
      SECObjectIdentifiers.secp384r1,
      48,
      SecP384R1Curve::new,
      "04AA87CA22BE8B05378EB1C71EF320AD746E1D3B628BA79B9859F741E082542A38"
          + "5502F25DBF55296C3A545E3872760AB73617DE4A96262C6F5D9E98BF9292DC29"
          + "F8F41DBD289A147CE9DA3113B5F0B8C00A60B1CE1D7E819D7A431D7C90EA0E5F");

  private final ASN1ObjectIdentifier oid;
  private final int fieldLength;
  private final ECDomainParameters domain;
  private final BigInteger halfOrder;

  /**
   * Not looked up in Bouncy Castle's table of curves: it loads dozens of them, each class checked
   * against the signature of its jar.
   */
  WeierstrassCurve(
      ASN1ObjectIdentifier oid, int fieldLength, Supplier<ECCurve> curve, String basePoint) {
    this.oid = oid;
    this.fieldLength = fieldLength;
    ECCurve loaded = curve.get();
    X9ECPoint base = new X9ECPoint(loaded, HexFormat.of().parseHex(basePoint));
    WNafUtil.configureBasepoint(base.getPoint());
    this.domain =
        new ECNamedDomainParameters(
            oid, loaded, base.getPoint(), loaded.getOrder(), loaded.getCofactor());
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

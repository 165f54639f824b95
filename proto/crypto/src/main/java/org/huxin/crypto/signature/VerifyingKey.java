// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.signature;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.huxin.crypto.bytes.Bytes;

/**
 * A public key of one of the suites, known to be a point of full order on its curve. Immutable and
 * safe for all threads; equal by suite and point.
 */
public final class VerifyingKey {
  private static final String PEM_LABEL = "PUBLIC KEY";

  /** id-Ed25519, RFC 8410 section 3. */
  private static final ASN1ObjectIdentifier ED25519_OID = new ASN1ObjectIdentifier("1.3.101.112");

  /**
   * The largest SubjectPublicKeyInfo of a suite has 91 bytes; this leaves room to say what is
   * wrong.
   */
  private static final int MAX_SPKI = 1024;

  private final SignatureSuite suite;
  private final Bytes point;
  private final SignatureVerification verification;

  private VerifyingKey(SignatureSuite suite, Bytes point) {
    this.suite = suite;
    this.point = point;
    this.verification = SignatureProvider.current().verification(suite, point, spki(suite, point));
  }

  /**
   * The key at a point.
   *
   * @param point 04‖X‖Y with 65 bytes, or the 32 bytes of an Ed25519 key
   * @throws KeyRefusedException if it is not a point of full order on the suite's curve
   */
  public static VerifyingKey ofPoint(SignatureSuite suite, Bytes point) {
    if (suite == SignatureSuite.ED25519) {
      if (point.length() != Ed25519.PUBLIC_KEY_SIZE) {
        throw KeyRefusedException.of(KeyRefusal.POINT_FORM);
      }
      if (!Ed25519.validatePublicKeyFull(point.toByteArray(), 0)) {
        throw KeyRefusedException.of(KeyRefusal.POINT_NOT_ON_CURVE);
      }
    } else {
      var unused = Signature.curve(suite).publicKey(point);
    }
    return new VerifyingKey(suite, point);
  }

  /**
   * Reads a SubjectPublicKeyInfo (RFC 5280 section 4.1): a named curve, an uncompressed point, DER.
   *
   * @throws KeyRefusedException if it is not exactly that, or of no suite
   */
  public static VerifyingKey ofSpki(Bytes der) {
    if (der.length() > MAX_SPKI) {
      throw new KeyRefusedException(
          KeyRefusal.KEY_TOO_LARGE, Map.of("limit", Integer.toString(MAX_SPKI)));
    }
    SubjectPublicKeyInfo info;
    try {
      info = SubjectPublicKeyInfo.getInstance(der.toByteArray());
    } catch (RuntimeException e) { // Bouncy Castle's parsers throw several kinds
      throw KeyRefusedException.of(KeyRefusal.KEY_MALFORMED);
    }
    if (info == null) {
      throw KeyRefusedException.of(KeyRefusal.KEY_MALFORMED);
    }
    SignatureSuite suite = suite(info.getAlgorithm());
    VerifyingKey key = ofPoint(suite, Bytes.of(info.getPublicKeyData().getBytes()));
    if (!key.toSpki().equals(der)) {
      throw KeyRefusedException.of(KeyRefusal.KEY_MALFORMED);
    }
    return key;
  }

  /**
   * Reads one PEM block {@code PUBLIC KEY}.
   *
   * @throws KeyRefusedException if it is not that, or not a key of a suite
   */
  public static VerifyingKey ofPem(String text) {
    return ofSpki(Pem.parse(text).require(PEM_LABEL));
  }

  /**
   * The key of a JWK.
   *
   * @throws KeyRefusedException if the members are those of no suite, or the point is refused
   */
  public static VerifyingKey ofJwk(Jwk jwk) {
    for (SignatureSuite suite : SignatureSuite.values()) {
      if (suite.keyType().equals(jwk.kty()) && suite.curve().equals(jwk.crv())) {
        return ofPoint(suite, point(suite, jwk));
      }
    }
    throw KeyRefusedException.of(KeyRefusal.JWK_UNKNOWN);
  }

  private static Bytes point(SignatureSuite suite, Jwk jwk) {
    boolean edwards = suite == SignatureSuite.ED25519;
    if (edwards == jwk.y().isPresent()) {
      throw KeyRefusedException.of(KeyRefusal.JWK_UNKNOWN);
    }
    if (edwards) {
      return jwk.x();
    }
    Bytes y = jwk.y().orElseThrow();
    int field = Signature.curve(suite).fieldLength();
    if (jwk.x().length() != field || y.length() != field) {
      throw KeyRefusedException.of(KeyRefusal.POINT_FORM);
    }
    return Bytes.concat(Bytes.of((byte) 4), jwk.x(), y);
  }

  static SignatureSuite suite(AlgorithmIdentifier algorithm) {
    ASN1ObjectIdentifier oid = algorithm.getAlgorithm();
    if (oid.equals(ED25519_OID) && algorithm.getParameters() == null) {
      return SignatureSuite.ED25519;
    }
    if (oid.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
      for (SignatureSuite suite : new SignatureSuite[] {SignatureSuite.SM, SignatureSuite.P256}) {
        if (Signature.curve(suite).oid().equals(algorithm.getParameters())) {
          return suite;
        }
      }
    }
    throw KeyRefusedException.of(KeyRefusal.KEY_SUITE_UNKNOWN);
  }

  static AlgorithmIdentifier algorithm(SignatureSuite suite) {
    return suite == SignatureSuite.ED25519
        ? new AlgorithmIdentifier(ED25519_OID)
        : new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, Signature.curve(suite).oid());
  }

  private static Bytes spki(SignatureSuite suite, Bytes point) {
    try {
      return Bytes.of(
          new SubjectPublicKeyInfo(algorithm(suite), point.toByteArray()).getEncoded("DER"));
    } catch (IOException e) {
      throw new IllegalStateException("a key that was checked has an encoding", e);
    }
  }

  /** The suite. */
  public SignatureSuite suite() {
    return suite;
  }

  /** 04‖X‖Y with 65 bytes, or the 32 bytes of an Ed25519 key. */
  public Bytes point() {
    return point;
  }

  /** The SubjectPublicKeyInfo in DER. */
  public Bytes toSpki() {
    return spki(suite, point);
  }

  /** The SubjectPublicKeyInfo as one PEM block. */
  public String toPem() {
    return new Pem(PEM_LABEL, toSpki()).text();
  }

  /** The members of the JWK. */
  public Jwk toJwk() {
    if (suite == SignatureSuite.ED25519) {
      return new Jwk(suite.keyType(), suite.curve(), point, Optional.empty());
    }
    int field = Signature.curve(suite).fieldLength();
    return new Jwk(
        suite.keyType(),
        suite.curve(),
        point.slice(1, 1 + field),
        Optional.of(point.slice(1 + field, 1 + 2 * field)));
  }

  /** The RFC 7638 thumbprint. */
  public String thumbprint() {
    return toJwk().thumbprint();
  }

  /**
   * Checks a signature; returns if it is this key's signature of the message.
   *
   * @throws SignatureRefusedException if the signature is of another suite, or not this key's of
   *     this message
   */
  public void verify(Bytes message, Signature signature) {
    if (signature.suite() != suite) {
      throw new SignatureRefusedException(
          SignatureRefusal.SIGNATURE_OF_OTHER_SUITE,
          Map.of("signature", signature.suite().name(), "key", suite.name()));
    }
    if (!verification.accepts(message, signature)) {
      throw SignatureRefusedException.of(SignatureRefusal.SIGNATURE_INVALID);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifyingKey that && suite == that.suite && point.equals(that.point);
  }

  @Override
  public int hashCode() {
    return point.hashCode();
  }

  /** The suite and the thumbprint. */
  @Override
  public String toString() {
    return suite + " " + thumbprint();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.signature;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.huxin.crypto.bytes.Bytes;

/**
 * The public key of a certificate of Hyperledger Fabric: ECDSA on P-256 or P-384, or Ed25519. P-384
 * is no suite of the protocol and stands here alone, since Fabric's networks may use it
 * (proto/spec/suites.md, section Fabric). Immutable and safe for all threads; equal by algorithm
 * and point.
 */
public final class CertificateKey {
  /** The largest SubjectPublicKeyInfo, of P-384, has 120 bytes. */
  private static final int MAX_SPKI = 1024;

  private final Optional<WeierstrassCurve> curve;
  private final Bytes spki;
  private final EcdsaVerification ecdsa;
  private final Optional<VerifyingKey> edwards;

  private CertificateKey(
      Optional<WeierstrassCurve> curve,
      Bytes spki,
      EcdsaVerification ecdsa,
      Optional<VerifyingKey> edwards) {
    this.curve = curve;
    this.spki = spki;
    this.ecdsa = ecdsa;
    this.edwards = edwards;
  }

  /**
   * Reads a SubjectPublicKeyInfo: a named curve and an uncompressed point, or an Ed25519 key.
   *
   * @throws KeyRefusedException if it is not exactly that, or of another algorithm
   */
  public static CertificateKey ofSpki(Bytes der) {
    if (der.length() > MAX_SPKI) {
      throw new KeyRefusedException(
          KeyRefusal.KEY_TOO_LARGE, Map.of("limit", Integer.toString(MAX_SPKI)));
    }
    SubjectPublicKeyInfo info = read(der);
    if (info.getAlgorithm().getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)) {
      for (WeierstrassCurve curve :
          new WeierstrassCurve[] {WeierstrassCurve.P256, WeierstrassCurve.P384}) {
        if (curve.oid().equals(info.getAlgorithm().getParameters())) {
          Bytes point = Bytes.of(info.getPublicKeyData().getBytes());
          return new CertificateKey(
              Optional.of(curve),
              der,
              SignatureProvider.current().ecdsa(curve.publicKey(point), der),
              Optional.empty());
        }
      }
      throw KeyRefusedException.of(KeyRefusal.KEY_SUITE_UNKNOWN);
    }
    VerifyingKey key = VerifyingKey.ofSpki(der);
    return new CertificateKey(
        Optional.empty(), der, (hash, message, pair) -> false, Optional.of(key));
  }

  private static SubjectPublicKeyInfo read(Bytes der) {
    try {
      SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(der.toByteArray());
      if (info != null && Bytes.of(info.getEncoded("DER")).equals(der)) {
        return info;
      }
    } catch (IOException | RuntimeException e) {
      // Bouncy Castle's parsers throw several kinds; the refusal below is the one answer.
    }
    throw KeyRefusedException.of(KeyRefusal.KEY_MALFORMED);
  }

  /** Whether it is an Ed25519 key. */
  public boolean isEd25519() {
    return edwards.isPresent();
  }

  /** The SubjectPublicKeyInfo in DER. */
  public Bytes toSpki() {
    return spki;
  }

  /**
   * Checks the signature of a message by an identity: ECDSA with the lower s and this hash, or
   * Ed25519 over the message itself. Like Fabric it reads the pair (r, s) at the beginning of the
   * bytes and pays no heed to what follows.
   *
   * @param hash what the message is hashed with under ECDSA
   * @throws SignatureRefusedException if it is not this key's signature of the message, or has the
   *     higher s
   */
  public void verify(SignatureHash hash, Bytes message, Bytes signature) {
    if (edwards.isPresent()) {
      edwards.get().verify(message, new Signature(SignatureSuite.ED25519, signature));
      return;
    }
    WeierstrassCurve on = curve.orElseThrow();
    EcdsaValue pair = EcdsaValue.ofLeadingDer(signature).requireRange(on.order());
    if (on.isHigh(pair.s())) {
      throw SignatureRefusedException.of(SignatureRefusal.SIGNATURE_HIGH_S);
    }
    require(ecdsa.accepts(hash, message, pair));
  }

  /**
   * Checks the signature of a certificate or revocation list by its authority, which may have
   * either s.
   *
   * @param hash what the signed part is hashed with under ECDSA
   * @return the signature with the lower s, so that whoever has one certificate has one form of it
   * @throws SignatureRefusedException if it is not this key's signature of the signed part
   */
  public Bytes verifyIssued(SignatureHash hash, Bytes signed, Bytes signature) {
    if (edwards.isPresent()) {
      edwards.get().verify(signed, new Signature(SignatureSuite.ED25519, signature));
      return signature;
    }
    WeierstrassCurve on = curve.orElseThrow();
    EcdsaValue pair = EcdsaValue.ofDer(signature).requireRange(on.order());
    require(ecdsa.accepts(hash, signed, pair));
    return on.isHigh(pair.s())
        ? new EcdsaValue(pair.r(), on.order().subtract(pair.s())).toDer()
        : signature;
  }

  private static void require(boolean accepted) {
    if (!accepted) {
      throw SignatureRefusedException.of(SignatureRefusal.SIGNATURE_INVALID);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CertificateKey that && spki.equals(that.spki);
  }

  @Override
  public int hashCode() {
    return spki.hashCode();
  }

  /** The algorithm, not the key. */
  @Override
  public String toString() {
    return curve.map(WeierstrassCurve::name).orElse("ED25519");
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;

/**
 * An ECDSA P-256 key pair, Fabric's own suite. Immutable. Signs deterministically (RFC 6979), so
 * that signing needs no randomness. A throw-away key of development and tests: it can be read out.
 */
public final class P256KeyPair {
  private static final X9ECParameters CURVE = CustomNamedCurves.getByName("P-256");
  private static final ECNamedDomainParameters DOMAIN =
      new ECNamedDomainParameters(SECObjectIdentifiers.secp256r1, CURVE);
  private static final BigInteger HALF_ORDER = DOMAIN.getN().shiftRight(1);

  private final ECPrivateKeyParameters privateKey;
  private final ECPublicKeyParameters publicKey;

  private P256KeyPair(ECPrivateKeyParameters privateKey, ECPublicKeyParameters publicKey) {
    this.privateKey = privateKey;
    this.publicKey = publicKey;
  }

  /** A fresh pair. */
  public static P256KeyPair generate(SecureRandom random) {
    ECKeyPairGenerator generator = new ECKeyPairGenerator();
    generator.init(new ECKeyGenerationParameters(DOMAIN, random));
    AsymmetricCipherKeyPair pair = generator.generateKeyPair();
    return new P256KeyPair(
        (ECPrivateKeyParameters) pair.getPrivate(), (ECPublicKeyParameters) pair.getPublic());
  }

  /**
   * Reads a PKCS#8 private key in PEM.
   *
   * @throws IllegalArgumentException if it is not a P-256 key in that form
   */
  public static P256KeyPair fromPem(String pem) {
    try {
      if (PrivateKeyFactory.createKey(Pem.decode("PRIVATE KEY", pem).toByteArray())
              instanceof ECPrivateKeyParameters key
          && key.getParameters().getCurve().equals(DOMAIN.getCurve())) {
        ECPrivateKeyParameters named = new ECPrivateKeyParameters(key.getD(), DOMAIN);
        return new P256KeyPair(
            named,
            new ECPublicKeyParameters(
                new FixedPointCombMultiplier().multiply(DOMAIN.getG(), key.getD()), DOMAIN));
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("not a PKCS#8 private key", e);
    }
    throw new IllegalArgumentException("not a P-256 key");
  }

  /** The private key as PKCS#8 in PEM. */
  public String toPem() {
    return Pem.encode("PRIVATE KEY", pkcs8());
  }

  /** The private key for who signs through the JDK. */
  public PrivateKey toPrivateKey() {
    try {
      return KeyFactory.getInstance("EC")
          .generatePrivate(new PKCS8EncodedKeySpec(pkcs8().toByteArray()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK knows P-256", e);
    }
  }

  /** The signature over SHA-256 of a message: DER, with the lower S that Fabric demands. */
  public Bytes sign(Bytes message) {
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(true, privateKey);
    BigInteger[] rs =
        signer.generateSignature(DigestAlgorithm.SHA_256.digest(message).value().toByteArray());
    ASN1EncodableVector pair = new ASN1EncodableVector(2);
    pair.add(new ASN1Integer(rs[0]));
    pair.add(
        new ASN1Integer(rs[1].compareTo(HALF_ORDER) > 0 ? DOMAIN.getN().subtract(rs[1]) : rs[1]));
    try {
      return Bytes.of(new DERSequence(pair).getEncoded());
    } catch (IOException e) {
      throw new IllegalStateException("two integers can be written", e);
    }
  }

  SubjectPublicKeyInfo subjectPublicKeyInfo() {
    try {
      return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(publicKey);
    } catch (IOException e) {
      throw new IllegalStateException("a named curve can be written", e);
    }
  }

  /** The first 20 bytes of SHA-256 of the public point: RFC 7093 section 2, method 1. */
  Bytes keyIdentifier() {
    return DigestAlgorithm.SHA_256
        .digest(Bytes.of(publicKey.getQ().getEncoded(false)))
        .value()
        .slice(0, 20);
  }

  private Bytes pkcs8() {
    try {
      return Bytes.of(PrivateKeyInfoFactory.createPrivateKeyInfo(privateKey).getEncoded());
    } catch (IOException e) {
      throw new IllegalStateException("a P-256 key can be written", e);
    }
  }
}

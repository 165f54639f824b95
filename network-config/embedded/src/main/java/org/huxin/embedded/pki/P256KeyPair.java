// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.pki;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.refusal.RefusedException;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.Signer;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.fabric.access.Pem;

/**
 * An ECDSA P-256 key pair, Fabric's own suite. Immutable and safe for all threads. A throw-away key
 * of development and tests: it can be read out.
 */
public final class P256KeyPair {
  private final SigningKey key;
  private final Signer signer;

  private P256KeyPair(SigningKey key, SecureRandom random) {
    this.key = key;
    this.signer = key.signer(random);
  }

  /** A fresh pair. */
  public static P256KeyPair generate(SecureRandom random) {
    return new P256KeyPair(SigningKey.generate(SignatureSuite.P256, random), random);
  }

  /**
   * Reads a PKCS#8 private key in PEM.
   *
   * @throws IllegalArgumentException if it is not a P-256 key in that form
   */
  public static P256KeyPair fromPem(String pem) {
    try {
      SigningKey key = SigningKey.ofPem(pem);
      if (key.suite() == SignatureSuite.P256) {
        return new P256KeyPair(key, new SecureRandom());
      }
    } catch (RefusedException e) {
      throw new IllegalArgumentException("not a PKCS#8 private key", e);
    }
    throw new IllegalArgumentException("not a P-256 key");
  }

  /** The private key as PKCS#8 in PEM. */
  public String toPem() {
    return key.toPem();
  }

  /** The private key for who signs through the JDK. */
  public PrivateKey toPrivateKey() {
    try {
      return KeyFactory.getInstance("EC")
          .generatePrivate(
              new PKCS8EncodedKeySpec(Pem.decode("PRIVATE KEY", toPem()).toByteArray()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK knows P-256", e);
    }
  }

  /** The signature over SHA-256 of a message: DER, with the lower S that Fabric demands. */
  public Bytes sign(Bytes message) {
    return signer.sign(message).toDer();
  }

  SubjectPublicKeyInfo subjectPublicKeyInfo() {
    return SubjectPublicKeyInfo.getInstance(key.publicKey().toSpki().toByteArray());
  }

  /** The first 20 bytes of SHA-256 of the public point: RFC 7093 section 2, method 1. */
  Bytes keyIdentifier() {
    return DigestAlgorithm.SHA_256.digest(key.publicKey().point()).value().slice(0, 20);
  }
}

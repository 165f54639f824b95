// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.signature;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Map;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.bouncycastle.util.BigIntegers;
import org.huxin.crypto.bytes.Bytes;

/**
 * A private key in memory. Immutable and safe for all threads. Its text form never shows the key;
 * whoever asks for {@link #toPem} takes care of it.
 */
public final class SigningKey {
  private static final String PEM_LABEL = "PRIVATE KEY";

  /** The largest PKCS#8 file of a suite has some 150 bytes; attributes may add to it. */
  private static final int MAX_PKCS8 = 4096;

  private static final int SECRET_LENGTH = 32;

  private final SignatureSuite suite;
  private final Bytes secret;
  private final VerifyingKey publicKey;

  private SigningKey(SignatureSuite suite, Bytes secret, VerifyingKey publicKey) {
    this.suite = suite;
    this.secret = secret;
    this.publicKey = publicKey;
  }

  /** A fresh key. */
  public static SigningKey generate(SignatureSuite suite, SecureRandom random) {
    while (true) {
      byte[] secret = new byte[SECRET_LENGTH];
      random.nextBytes(secret);
      try {
        return ofSecret(suite, Bytes.of(secret));
      } catch (KeyRefusedException e) {
        // A number beyond the curve's order, once in some 2^32 tries: draw again.
      }
    }
  }

  /**
   * The key of a secret.
   *
   * @param secret 32 bytes: the private number, or the seed of an Ed25519 key
   * @throws KeyRefusedException if the number is out of range
   */
  public static SigningKey ofSecret(SignatureSuite suite, Bytes secret) {
    if (secret.length() != SECRET_LENGTH) {
      throw KeyRefusedException.of(KeyRefusal.SCALAR_OUT_OF_RANGE);
    }
    Bytes point;
    if (suite == SignatureSuite.ED25519) {
      byte[] encoded = new byte[Ed25519.PUBLIC_KEY_SIZE];
      Ed25519.generatePublicKey(secret.toByteArray(), 0, encoded, 0);
      point = Bytes.of(encoded);
    } else {
      WeierstrassCurve curve = Signature.curve(suite);
      point = curve.publicPoint(curve.privateKey(new BigInteger(1, secret.toByteArray())));
    }
    return new SigningKey(suite, secret, VerifyingKey.ofPoint(suite, point));
  }

  /**
   * Reads a PKCS#8 PrivateKeyInfo (RFC 5958) with a named curve, unencrypted.
   *
   * @throws KeyRefusedException if it is not that, of no suite, or names a public key that is not
   *     its own
   */
  public static SigningKey ofPkcs8(Bytes der) {
    if (der.length() > MAX_PKCS8) {
      throw new KeyRefusedException(
          KeyRefusal.KEY_TOO_LARGE, Map.of("limit", Integer.toString(MAX_PKCS8)));
    }
    try {
      PrivateKeyInfo info = PrivateKeyInfo.getInstance(der.toByteArray());
      if (info.getEncoded().length != der.length()) {
        throw KeyRefusedException.of(KeyRefusal.KEY_MALFORMED);
      }
      SignatureSuite suite = VerifyingKey.suite(info.getPrivateKeyAlgorithm());
      return suite == SignatureSuite.ED25519 ? edwards(info) : weierstrass(suite, info);
    } catch (KeyRefusedException e) {
      throw e;
    } catch (IOException | RuntimeException e) { // Bouncy Castle's parsers throw several kinds
      throw KeyRefusedException.of(KeyRefusal.KEY_MALFORMED);
    }
  }

  private static SigningKey edwards(PrivateKeyInfo info) throws IOException {
    ASN1OctetString seed = ASN1OctetString.getInstance(info.parsePrivateKey());
    return belonging(
        ofSecret(SignatureSuite.ED25519, Bytes.of(seed.getOctets())), info.parsePublicKey());
  }

  private static SigningKey weierstrass(SignatureSuite suite, PrivateKeyInfo info)
      throws IOException {
    ECPrivateKey key = ECPrivateKey.getInstance(info.parsePrivateKey());
    BigInteger scalar = key.getKey();
    if (scalar.bitLength() > SECRET_LENGTH * Byte.SIZE) {
      throw KeyRefusedException.of(KeyRefusal.SCALAR_OUT_OF_RANGE);
    }
    Bytes secret = Bytes.of(BigIntegers.asUnsignedByteArray(SECRET_LENGTH, scalar));
    return belonging(ofSecret(suite, secret), key.getPublicKey());
  }

  private static SigningKey belonging(SigningKey key, Object named) {
    if (named instanceof ASN1BitString bits
        && !Bytes.of(bits.getBytes()).equals(key.publicKey.point())) {
      throw KeyRefusedException.of(KeyRefusal.KEY_PAIR_MISMATCH);
    }
    return key;
  }

  /**
   * Reads one PEM block {@code PRIVATE KEY}.
   *
   * @throws KeyRefusedException if it is not that, or not a key of a suite
   */
  public static SigningKey ofPem(String text) {
    return ofPkcs8(Pem.parse(text).require(PEM_LABEL));
  }

  /** The PKCS#8 form as one PEM block: the private key itself. */
  public String toPem() {
    try {
      PrivateKeyInfo info;
      if (suite == SignatureSuite.ED25519) {
        info =
            new PrivateKeyInfo(
                VerifyingKey.algorithm(suite), new DEROctetString(secret.toByteArray()));
      } else {
        BigInteger scalar = new BigInteger(1, secret.toByteArray());
        ECPrivateKey key =
            new ECPrivateKey(
                SECRET_LENGTH * Byte.SIZE,
                scalar,
                new DERBitString(publicKey.point().toByteArray()),
                null);
        info = new PrivateKeyInfo(VerifyingKey.algorithm(suite), key);
      }
      return new Pem(PEM_LABEL, Bytes.of(info.getEncoded("DER"))).text();
    } catch (IOException e) {
      throw new IllegalStateException("a key that was checked has an encoding", e);
    }
  }

  /** The suite. */
  public SignatureSuite suite() {
    return suite;
  }

  /** The public key. */
  public VerifyingKey publicKey() {
    return publicKey;
  }

  /**
   * The 32 bytes of the private number or seed, for key agreement within this module's packages.
   */
  Bytes secret() {
    return secret;
  }

  /**
   * A signer with this key.
   *
   * @param random for SM2, whose every signature needs a fresh number; the other suites do not draw
   *     from it
   */
  public Signer signer(SecureRandom random) {
    return new InMemorySigner(this, random);
  }

  /** The public key's text form. */
  @Override
  public String toString() {
    return "private key of " + publicKey;
  }
}

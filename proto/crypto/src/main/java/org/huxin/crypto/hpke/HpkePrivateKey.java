// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.hpke;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Map;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.hpke.HPKE;
import org.huxin.crypto.bytes.Bytes;

/** A key to open with. Immutable; its text form shows nothing of it. */
public final class HpkePrivateKey {
  /** What one ciphertext may hold: a usage's trail has some hundred bytes, so this is ample. */
  public static final int MAX_LENGTH = 1 << 16;

  private final Bytes secret;
  private final HpkePublicKey publicKey;

  private HpkePrivateKey(Bytes secret, HpkePublicKey publicKey) {
    this.secret = secret;
    this.publicKey = publicKey;
  }

  /**
   * The key of a private number.
   *
   * @param secret 32 bytes
   * @throws HpkeRefusedException if the number is 0 or not less than the order of P-256
   */
  public static HpkePrivateKey ofSecret(Bytes secret) {
    X9ECParameters curve = CustomNamedCurves.getByName("P-256");
    BigInteger scalar = new BigInteger(1, secret.toByteArray());
    boolean inRange = scalar.signum() > 0 && scalar.compareTo(curve.getN()) < 0;
    if (secret.length() != HpkeSuite.SECRET_LENGTH || !inRange) {
      throw HpkeRefusedException.of(HpkeRefusal.HPKE_KEY);
    }
    Bytes point = Bytes.of(curve.getG().multiply(scalar).normalize().getEncoded(false));
    return new HpkePrivateKey(secret, new HpkePublicKey(point));
  }

  /** A fresh key: RFC 9180 section 7.1.3 from 32 random bytes. */
  public static HpkePrivateKey generate(SecureRandom random) {
    byte[] seed = new byte[HpkeSuite.SECRET_LENGTH];
    random.nextBytes(seed);
    HPKE hpke = HpkeSuite.create();
    AsymmetricCipherKeyPair pair = hpke.deriveKeyPair(seed);
    return ofSecret(Bytes.of(hpke.serializePrivateKey(pair.getPrivate())));
  }

  /** The public key. */
  public HpkePublicKey publicKey() {
    return publicKey;
  }

  /** The 32 bytes of the private number: for keeping it, nothing else. */
  public Bytes secret() {
    return secret;
  }

  /**
   * Opens what {@link HpkePublicKey#seal} made.
   *
   * @throws HpkeRefusedException if it was not sealed for this key, info and associated data
   */
  public Bytes open(Bytes info, Bytes aad, Bytes sealed) {
    int least = HpkeSuite.POINT_LENGTH + HpkeSuite.TAG_LENGTH;
    if (sealed.length() < least || sealed.length() > MAX_LENGTH) {
      throw new HpkeRefusedException(
          HpkeRefusal.HPKE_LENGTH, Map.of("length", Integer.toString(sealed.length())));
    }
    Bytes encapsulated = sealed.slice(0, HpkeSuite.POINT_LENGTH);
    var unused = HpkeSuite.publicKey(encapsulated);
    try {
      byte[] plaintext =
          HpkeSuite.create()
              .setupBaseR(
                  encapsulated.toByteArray(),
                  HpkeSuite.keyPair(secret, publicKey.point()),
                  info.toByteArray())
              .open(
                  aad.toByteArray(),
                  sealed.slice(HpkeSuite.POINT_LENGTH, sealed.length()).toByteArray());
      return Bytes.of(plaintext);
    } catch (InvalidCipherTextException e) {
      throw HpkeRefusedException.of(HpkeRefusal.HPKE_NOT_OPENED);
    }
  }

  /** The public key's text form. */
  @Override
  public String toString() {
    return "private key of " + publicKey;
  }
}

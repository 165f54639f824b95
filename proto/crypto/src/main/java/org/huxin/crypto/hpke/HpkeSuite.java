// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.hpke;

import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.huxin.crypto.bytes.Bytes;

/** The one HPKE suite of the protocol, made anew for each use: Bouncy Castle's object has state. */
final class HpkeSuite {
  /** Nsk of DHKEM(P-256): RFC 9180 section 7.1. */
  static final int SECRET_LENGTH = 32;

  /** Npk and Nenc of DHKEM(P-256). */
  static final int POINT_LENGTH = 65;

  /** Nt of AES-128-GCM. */
  static final int TAG_LENGTH = 16;

  private HpkeSuite() {}

  static HPKE create() {
    return new HPKE(
        HPKE.mode_base, HPKE.kem_P256_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM128);
  }

  static AsymmetricKeyParameter publicKey(Bytes point) {
    if (point.length() != POINT_LENGTH) {
      throw HpkeRefusedException.of(HpkeRefusal.HPKE_KEY);
    }
    try {
      return create().deserializePublicKey(point.toByteArray());
    } catch (RuntimeException e) { // Bouncy Castle throws several kinds for a bad point
      throw HpkeRefusedException.of(HpkeRefusal.HPKE_KEY);
    }
  }

  static AsymmetricCipherKeyPair keyPair(Bytes secret, Bytes point) {
    try {
      return create().deserializePrivateKey(secret.toByteArray(), point.toByteArray());
    } catch (RuntimeException e) { // as above
      throw HpkeRefusedException.of(HpkeRefusal.HPKE_KEY);
    }
  }
}

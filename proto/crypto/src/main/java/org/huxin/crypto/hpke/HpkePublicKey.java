// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.hpke;

import java.security.SecureRandom;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.huxin.crypto.bytes.Bytes;

/**
 * A key to encrypt to.
 *
 * @param point 04‖X‖Y of a point on P-256, 65 bytes
 */
public record HpkePublicKey(Bytes point) {
  /**
   * A key to encrypt to.
   *
   * @throws HpkeRefusedException if the point is not one of P-256
   */
  public HpkePublicKey {
    AsymmetricKeyParameter unused = HpkeSuite.publicKey(point);
  }

  /**
   * Seals a message once: RFC 9180 section 6.1, base mode.
   *
   * @param info what the application binds the keys to
   * @param aad what the ciphertext is bound to besides
   * @return the encapsulated key (65 bytes) ‖ ciphertext ‖ tag (16 bytes)
   */
  public Bytes seal(Bytes info, Bytes aad, Bytes plaintext, SecureRandom random) {
    byte[] seed = new byte[HpkeSuite.SECRET_LENGTH];
    random.nextBytes(seed);
    return seal(info, aad, plaintext, HpkeSuite.create().deriveKeyPair(seed));
  }

  Bytes seal(Bytes info, Bytes aad, Bytes plaintext, AsymmetricCipherKeyPair ephemeral) {
    HPKE hpke = HpkeSuite.create();
    HPKEContextWithEncapsulation context =
        hpke.setupBaseS(HpkeSuite.publicKey(point), info.toByteArray(), ephemeral);
    try {
      Bytes sealed = Bytes.of(context.seal(aad.toByteArray(), plaintext.toByteArray()));
      return Bytes.concat(Bytes.of(context.getEncapsulation()), sealed);
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("sealing does not fail on any message", e);
    }
  }
}

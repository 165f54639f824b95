// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.profile;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.util.Map;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.Signer;

/** Who signs for a profile's identity. Stateless. */
public final class ProfileSigner {
  private ProfileSigner() {}

  /**
   * The private key of the profile.
   *
   * @param random that signers of other suites draw from
   * @throws ProfileRefusedException {@link ProfileRefusal#SIGNER_MISSING} if it holds none, or as
   *     {@link #checked}
   */
  public static Signer of(Profile profile, SecureRandom random) {
    PrivateKeyPem key =
        profile
            .identity()
            .privateKey()
            .orElseThrow(() -> ProfileRefusedException.of(ProfileRefusal.SIGNER_MISSING));
    return checked(profile, key.key().signer(random));
  }

  /**
   * A key of P-384 that is the identity's.
   *
   * @throws ProfileRefusedException {@link ProfileRefusal#KEY_OF_OTHER_CERTIFICATE}
   */
  public static ECPrivateKey checked(Profile profile, ECPrivateKey key) {
    byte[] sample = new byte[32];
    try {
      java.security.Signature signing = java.security.Signature.getInstance("SHA256withECDSA");
      signing.initSign(key);
      signing.update(sample);
      byte[] signature = signing.sign();
      signing.initVerify(profile.identity().certificate().first().getPublicKey());
      signing.update(sample);
      if (signing.verify(signature)) {
        return key;
      }
    } catch (GeneralSecurityException e) {
      // The certificate's key is of another kind, and so another's.
    }
    throw ProfileRefusedException.of(ProfileRefusal.KEY_OF_OTHER_CERTIFICATE);
  }

  /**
   * A signer that is the identity's.
   *
   * @throws ProfileRefusedException {@link ProfileRefusal#SUITE_NOT_OF_FABRIC} or {@link
   *     ProfileRefusal#KEY_OF_OTHER_CERTIFICATE}
   */
  public static Signer checked(Profile profile, Signer signer) {
    SignatureSuite suite = signer.publicKey().suite();
    if (suite == SignatureSuite.SM) {
      throw new ProfileRefusedException(
          ProfileRefusal.SUITE_NOT_OF_FABRIC, Map.of("suite", suite.name()));
    }
    Bytes certified =
        Bytes.of(profile.identity().certificate().first().getPublicKey().getEncoded());
    if (!certified.equals(signer.publicKey().toSpki())) {
      throw ProfileRefusedException.of(ProfileRefusal.KEY_OF_OTHER_CERTIFICATE);
    }
    return signer;
  }
}

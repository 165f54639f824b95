// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.write;

import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.signature.Signature;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.Signer;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.crypto.signature.VerifyingKey;
import org.huxin.seal.certificate.Certificate;

/**
 * Somebody with a key and a certificate.
 *
 * @param key the key
 * @param certificate the certificate
 */
public record SampleParty(SigningKey key, Certificate certificate) {
  /** The SM2 key of a name: it protects nothing. */
  public static SigningKey key(String name) {
    return SigningKey.ofSecret(
        SignatureSuite.SM, DigestAlgorithm.SM3.digest(Bytes.utf8("huxin sample " + name)).value());
  }

  /** Signs; the random number of a signature follows from key and message. */
  public static Signer signer(SigningKey key) {
    return new Signer() {
      @Override
      public VerifyingKey publicKey() {
        return key.publicKey();
      }

      @Override
      public Signature sign(Bytes message) {
        String seed = key.publicKey().thumbprint() + DigestAlgorithm.SM3.digest(message);
        return key.signer(new SampleRandom(seed)).sign(message);
      }
    };
  }

  /** Signs; the random number of a signature follows from key and message. */
  public Signer signer() {
    return signer(key);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.signature;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import org.huxin.crypto.bytes.Bytes;

/** Checks through a JCA provider. The form of keys and signatures was checked before. */
final class JcaVerification implements SignatureVerification {
  private final Provider provider;
  private final String algorithm;
  private final PublicKey key;

  JcaVerification(Provider provider, SignatureSuite suite, Bytes spki) {
    this.provider = provider;
    boolean edwards = suite == SignatureSuite.ED25519;
    this.algorithm = edwards ? "EdDSA" : "SHA256withECDSAinP1363Format";
    try {
      // The native provider checks with Ed25519 keys but does not read them: the platform does.
      KeyFactory factory =
          edwards ? KeyFactory.getInstance("Ed25519") : KeyFactory.getInstance("EC", provider);
      this.key = factory.generatePublic(new X509EncodedKeySpec(spki.toByteArray()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(provider.getName() + " refuses a key that was checked", e);
    }
  }

  /** For ECDSA with any of Fabric's hashes; the form of the key was checked before. */
  static EcdsaVerification ecdsa(Provider provider, Bytes spki) {
    PublicKey key;
    try {
      key =
          KeyFactory.getInstance("EC", provider)
              .generatePublic(new X509EncodedKeySpec(spki.toByteArray()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(provider.getName() + " refuses a key that was checked", e);
    }
    return (hash, message, pair) -> {
      try {
        java.security.Signature verifier =
            java.security.Signature.getInstance(hash.signature(), provider);
        verifier.initVerify(key);
        verifier.update(hash.prepare(message).asByteBuffer());
        return verifier.verify(pair.toDer().toByteArray());
      } catch (SignatureException e) {
        return false;
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(provider.getName() + " cannot verify " + hash, e);
      }
    };
  }

  @Override
  public boolean accepts(Bytes message, Signature signature) {
    try {
      java.security.Signature verifier = java.security.Signature.getInstance(algorithm, provider);
      verifier.initVerify(key);
      verifier.update(message.asByteBuffer());
      return verifier.verify(signature.value().toByteArray());
    } catch (SignatureException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(provider.getName() + " cannot verify " + algorithm, e);
    }
  }
}

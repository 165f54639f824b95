// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.signature;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import org.huxin.crypto.bytes.Bytes;

/**
 * Signs with a key that a JCA provider holds, such as one on a PKCS#11 token that never leaves it.
 * Safe for all threads as far as the provider is. For P256: tokens with SM2 have no common JCA
 * names.
 */
public final class JcaSigner implements Signer {
  private final Provider provider;
  private final PrivateKey handle;
  private final VerifyingKey publicKey;

  /**
   * A signer for a key that a provider holds.
   *
   * @param provider the provider, opened and logged in by the caller
   * @param handle its handle of the private key
   * @param publicKey the public key that belongs to it; each signature is checked against it
   * @throws IllegalArgumentException if the public key is of another suite than P256
   */
  public JcaSigner(Provider provider, PrivateKey handle, VerifyingKey publicKey) {
    if (publicKey.suite() != SignatureSuite.P256) {
      throw new IllegalArgumentException("keys that a JCA provider holds are of suite P256");
    }
    this.provider = provider;
    this.handle = handle;
    this.publicKey = publicKey;
  }

  @Override
  public VerifyingKey publicKey() {
    return publicKey;
  }

  @Override
  public Signature sign(Bytes message) {
    try {
      java.security.Signature signer =
          java.security.Signature.getInstance("SHA256withECDSA", provider);
      signer.initSign(handle);
      signer.update(message.asByteBuffer());
      EcdsaValue pair = EcdsaValue.ofDer(Bytes.of(signer.sign()));
      Signature signature =
          InMemorySigner.lowered(pair.requireRange(WeierstrassCurve.P256.order()));
      publicKey.verify(message, signature);
      return signature;
    } catch (GeneralSecurityException e) {
      throw new SigningFailedException(provider.getName() + " did not sign", e);
    } catch (SignatureRefusedException e) {
      throw new SigningFailedException(
          provider.getName() + " signed with another key than the one named", e);
    }
  }
}

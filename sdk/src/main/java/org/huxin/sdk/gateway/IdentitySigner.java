// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.gateway;

import java.security.GeneralSecurityException;
import java.security.interfaces.ECPrivateKey;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.signature.Signature;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.Signer;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.client.identity.Signers;

/** Who signs for the identity, as the gateway client calls it: with messages, not digests. */
final class IdentitySigner implements org.hyperledger.fabric.client.identity.Signer {
  private final org.hyperledger.fabric.client.identity.Signer signing;

  private IdentitySigner(org.hyperledger.fabric.client.identity.Signer signing) {
    this.signing = signing;
  }

  /** Any signer of the protocol. */
  static IdentitySigner of(Signer signer) {
    return new IdentitySigner(message -> sign(signer, message));
  }

  /** A key of P-384, which Fabric uses with SHA-256 as any other curve. */
  static IdentitySigner of(ECPrivateKey key) {
    org.hyperledger.fabric.client.identity.Signer ofDigests = Signers.newPrivateKeySigner(key);
    return new IdentitySigner(message -> ofDigests.sign(Hash.SHA256.apply(message)));
  }

  private static byte[] sign(Signer signer, byte[] message) {
    Signature signature = signer.sign(Bytes.of(message));
    Bytes bytes =
        signature.suite() == SignatureSuite.ED25519 ? signature.value() : signature.toDer();
    return bytes.toByteArray();
  }

  @Override
  public byte[] sign(byte[] message) {
    try {
      return signing.sign(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key that was read signs", e);
    }
  }
}

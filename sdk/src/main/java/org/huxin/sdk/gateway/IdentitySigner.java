// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.gateway;

import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.signature.Signature;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.Signer;

/** Any signer of the protocol, as the gateway client calls it: with messages, not digests. */
final class IdentitySigner implements org.hyperledger.fabric.client.identity.Signer {
  private final Signer signer;

  IdentitySigner(Signer signer) {
    this.signer = signer;
  }

  @Override
  public byte[] sign(byte[] message) {
    Signature signature = signer.sign(Bytes.of(message));
    Bytes bytes =
        signature.suite() == SignatureSuite.ED25519 ? signature.value() : signature.toDer();
    return bytes.toByteArray();
  }
}

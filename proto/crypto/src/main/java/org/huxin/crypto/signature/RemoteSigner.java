// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.signature;

import org.huxin.crypto.bytes.Bytes;

/**
 * Signs by asking a service that holds the key, such as a city's signature server (签名验签服务器). What
 * the service returns is checked before it is used. Safe for all threads as far as the service is.
 */
public final class RemoteSigner implements Signer {
  /** The call to the service. */
  @FunctionalInterface
  public interface Service {
    /**
     * Has a message signed.
     *
     * @return the 64 bytes of the fixed-length form (proto/spec/suites.md)
     * @throws SigningFailedException if the service cannot be reached or refuses
     */
    Bytes sign(Bytes message);
  }

  private final VerifyingKey publicKey;
  private final Service service;

  /** A signer whose key the service holds. */
  public RemoteSigner(VerifyingKey publicKey, Service service) {
    this.publicKey = publicKey;
    this.service = service;
  }

  @Override
  public VerifyingKey publicKey() {
    return publicKey;
  }

  @Override
  public Signature sign(Bytes message) {
    try {
      Signature signature = new Signature(publicKey.suite(), service.sign(message));
      publicKey.verify(message, signature);
      return signature;
    } catch (SignatureRefusedException e) {
      throw new SigningFailedException("the service returned no signature of the named key", e);
    }
  }
}

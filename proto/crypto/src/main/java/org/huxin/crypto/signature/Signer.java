// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.signature;

import org.huxin.crypto.bytes.Bytes;

/**
 * The seam to whatever holds a private key: a file, a PKCS#11 token, a remote service.
 * Implementations must be safe for all threads, and must return only signatures that {@link
 * #publicKey} verifies. A call may block on a device or a network; whether and how it is tried
 * again is the implementation's business.
 */
public interface Signer {

  /** The public key that verifies what this signs. */
  VerifyingKey publicKey();

  /**
   * Signs a message of any length.
   *
   * @throws SigningFailedException if the key's holder cannot or will not sign
   */
  Signature sign(Bytes message);
}

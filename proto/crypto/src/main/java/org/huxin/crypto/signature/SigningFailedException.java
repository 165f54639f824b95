// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.signature;

/** A private key's holder cannot or will not sign: a device is gone, a service refuses. */
public final class SigningFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The reason in words, without any key material. */
  public SigningFailedException(String reason) {
    super(reason);
  }

  /** The reason in words, without any key material, and what lies beneath it. */
  public SigningFailedException(String reason, Throwable cause) {
    super(reason, cause);
  }
}

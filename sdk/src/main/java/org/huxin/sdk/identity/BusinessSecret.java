// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.identity;

import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.mac.HmacSha256;

/**
 * The secret of an authority behind which its businesses stand: the ledger knows a business by its
 * commitment, HMAC-SHA-256 of its code under this secret, and nobody else can try codes out. Keep
 * it as long as businesses are to be found again. Its text form shows nothing.
 */
public final class BusinessSecret {
  /** As many bytes as a salt: too many to guess. */
  public static final int MIN_LENGTH = 16;

  private final Bytes secret;

  /**
   * A secret.
   *
   * @throws IllegalArgumentException if it has fewer than sixteen bytes
   */
  public BusinessSecret(Bytes secret) {
    if (secret.length() < MIN_LENGTH) {
      throw new IllegalArgumentException("a secret has at least " + MIN_LENGTH + " bytes");
    }
    this.secret = secret;
  }

  /**
   * The commitment to a business.
   *
   * @param code what the authority's own system calls it
   */
  public Digest commitment(String code) {
    return new Digest(DigestAlgorithm.SHA_256, HmacSha256.mac(secret, Bytes.utf8(code)));
  }

  /** Nothing of the secret. */
  @Override
  public String toString() {
    return "business secret";
  }
}

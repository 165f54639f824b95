// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.id;

import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;

/**
 * The root of trust: SHA-256 of the canonical genesis configuration. Stands in every statement.
 *
 * @param digest the digest; text form as that of every digest
 */
public record LedgerId(Digest digest) implements Comparable<LedgerId> {
  /**
   * Such a digest.
   *
   * @throws IllegalArgumentException if it is of another algorithm
   */
  public LedgerId {
    if (digest.algorithm() != DigestAlgorithm.SHA_256) {
      throw new IllegalArgumentException("a digest of another algorithm");
    }
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException if the text is not that of such a digest
   */
  public static LedgerId parse(String text) {
    return new LedgerId(Digest.parse(text));
  }

  @Override
  public int compareTo(LedgerId other) {
    return digest.compareTo(other.digest);
  }

  @Override
  public String toString() {
    return digest.toString();
  }
}

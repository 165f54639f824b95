// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.id;

import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;

/**
 * The name of a seal on the ledger: SM3 of the ASCII bytes of its esID (GB/T 38540).
 *
 * @param digest the digest; text form as that of every digest
 */
public record SealKey(Digest digest) implements Comparable<SealKey> {
  /**
   * Such a digest.
   *
   * @throws IllegalArgumentException if it is of another algorithm
   */
  public SealKey {
    if (digest.algorithm() != DigestAlgorithm.SM3) {
      throw new IllegalArgumentException("a digest of another algorithm");
    }
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException if the text is not that of such a digest
   */
  public static SealKey parse(String text) {
    return new SealKey(Digest.parse(text));
  }

  @Override
  public int compareTo(SealKey other) {
    return digest.compareTo(other.digest);
  }

  @Override
  public String toString() {
    return digest.toString();
  }
}

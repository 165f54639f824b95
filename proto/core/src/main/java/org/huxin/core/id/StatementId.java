// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.id;

import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;

/**
 * The name of a statement: SHA-256 of its JWS signing input, so that a re-signed statement is the
 * same statement.
 *
 * @param digest the digest; text form as that of every digest
 */
public record StatementId(Digest digest) implements Comparable<StatementId> {
  /**
   * Such a digest.
   *
   * @throws IllegalArgumentException if it is of another algorithm
   */
  public StatementId {
    if (digest.algorithm() != DigestAlgorithm.SHA_256) {
      throw new IllegalArgumentException("a digest of another algorithm");
    }
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException if the text is not that of such a digest
   */
  public static StatementId parse(String text) {
    return new StatementId(Digest.parse(text));
  }

  @Override
  public int compareTo(StatementId other) {
    return digest.compareTo(other.digest);
  }

  @Override
  public String toString() {
    return digest.toString();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.id;

import org.huxin.crypto.digest.Digest;

/**
 * The name of a licence on the ledger: H("huxin/anchor/1", identifier, nonce), which nobody can
 * compute without the nonce (proto/spec/references.md).
 *
 * @param digest the digest; text form as that of every digest
 */
public record AnchorKey(Digest digest) implements Comparable<AnchorKey> {

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException if the text is not that of such a digest
   */
  public static AnchorKey parse(String text) {
    return new AnchorKey(Digest.parse(text));
  }

  @Override
  public int compareTo(AnchorKey other) {
    return digest.compareTo(other.digest);
  }

  @Override
  public String toString() {
    return digest.toString();
  }
}

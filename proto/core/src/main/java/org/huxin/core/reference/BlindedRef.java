// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.reference;

import org.huxin.core.codec.Codec;
import org.huxin.core.codec.Codecs;
import org.huxin.crypto.digest.Digest;

/**
 * A name for a licence that only one authorization or use knows, so that a window that has once
 * seen a document cannot follow its later life.
 *
 * @param digest the hash; text form as that of every digest
 */
public record BlindedRef(Digest digest) implements Comparable<BlindedRef> {
  /** The JSON form. */
  public static final Codec<BlindedRef> CODEC =
      Codecs.map(Codecs.DIGEST, "digest", BlindedRef::new, BlindedRef::digest);

  @Override
  public int compareTo(BlindedRef other) {
    return digest.compareTo(other.digest);
  }

  @Override
  public String toString() {
    return digest.toString();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.reference;

import org.huxin.core.codec.Codec;
import org.huxin.core.codec.Codecs;
import org.huxin.crypto.digest.Digest;

/**
 * A holder in a licence record: H("huxin/holder/1", code type, code, salt) in the algorithm of the
 * batch.
 *
 * @param digest the hash; text form as that of every digest
 */
public record HolderCommitment(Digest digest) implements Comparable<HolderCommitment> {
  /** The JSON form. */
  public static final Codec<HolderCommitment> CODEC =
      Codecs.map(Codecs.DIGEST, "digest", HolderCommitment::new, HolderCommitment::digest);

  @Override
  public int compareTo(HolderCommitment other) {
    return digest.compareTo(other.digest);
  }

  @Override
  public String toString() {
    return digest.toString();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.reference;

import org.huxin.core.codec.Codec;
import org.huxin.core.codec.Codecs;
import org.huxin.crypto.digest.Digest;

/**
 * A person in an attestation or a commitment: H("huxin/subject/1", code type, code, salt).
 *
 * @param digest the hash; text form as that of every digest
 */
public record SubjectCommitment(Digest digest) implements Comparable<SubjectCommitment> {
  /** The JSON form. */
  public static final Codec<SubjectCommitment> CODEC =
      Codecs.map(Codecs.DIGEST, "digest", SubjectCommitment::new, SubjectCommitment::digest);

  @Override
  public int compareTo(SubjectCommitment other) {
    return digest.compareTo(other.digest);
  }

  @Override
  public String toString() {
    return digest.toString();
  }
}

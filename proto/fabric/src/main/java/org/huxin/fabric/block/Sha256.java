// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.block;

import com.google.protobuf.ByteString;
import java.security.MessageDigest;
import org.huxin.crypto.digest.DigestAlgorithm;

/** SHA-256 over protobuf's byte strings. */
public final class Sha256 {
  private Sha256() {}

  /** The digest of all the parts, one after the other. */
  public static ByteString of(ByteString... parts) {
    MessageDigest digest = DigestAlgorithm.SHA_256.newMessageDigest();
    for (ByteString part : parts) {
      digest.update(part.asReadOnlyByteBuffer());
    }
    return ByteString.copyFrom(digest.digest());
  }
}

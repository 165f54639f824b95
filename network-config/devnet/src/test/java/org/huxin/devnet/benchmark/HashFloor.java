// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.benchmark;

import java.security.DigestException;
import java.security.MessageDigest;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;

/** Hashing and nothing else. */
final class HashFloor {
  private static final int NODE = 65;

  private final MessageDigest digest;
  private final byte[] node = new byte[NODE];
  private final byte[] result = new byte[DigestAlgorithm.LENGTH];

  HashFloor(DigestAlgorithm algorithm) {
    this.digest = algorithm.newMessageDigest();
  }

  byte[] data(Bytes data) {
    data.updateTo(digest);
    return finish();
  }

  byte[] nodes(int count) {
    for (int i = 0; i < count; i++) {
      digest.update(node);
      finish();
    }
    return result;
  }

  private byte[] finish() {
    try {
      int written = digest.digest(result, 0, result.length);
      assert written == result.length;
      return result;
    } catch (DigestException e) {
      throw new IllegalStateException(e);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.write;

import java.security.SecureRandom;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;

/** Randomness that is the same in every run: the digests of a seed and a counter. */
public final class SampleRandom extends SecureRandom {
  private static final long serialVersionUID = 1L;

  private final String seed;
  private int counter;

  /** The randomness of a seed. */
  public SampleRandom(String seed) {
    this.seed = seed;
  }

  @Override
  public synchronized void nextBytes(byte[] target) {
    for (int at = 0; at < target.length; at += DigestAlgorithm.LENGTH) {
      Bytes block = DigestAlgorithm.SHA_256.digest(Bytes.utf8(seed + "/" + counter++)).value();
      block.slice(0, Math.min(block.length(), target.length - at)).copyTo(target, at);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.digest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.bouncycastle.jcajce.provider.digest.SM3;
import org.huxin.crypto.bytes.Bytes;

/** The digest algorithms of the protocol: a closed set, each of 32 bytes. */
public enum DigestAlgorithm {
  /** GB/T 32905-2016, from Bouncy Castle. */
  SM3("sm3") {
    @Override
    public MessageDigest newMessageDigest() {
      // The class itself, not the provider: loading the provider costs a second of start-up.
      return new SM3.Digest();
    }
  },
  /** FIPS 180-4, from the JDK, whose implementation uses the processor's instructions. */
  SHA_256("sha256") {
    @Override
    public MessageDigest newMessageDigest() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }
  };

  /** The length of every digest of the protocol, in bytes. */
  public static final int LENGTH = 32;

  private final String label;

  DigestAlgorithm(String label) {
    this.label = label;
  }

  /** The name in texts and files: {@code sm3} or {@code sha256}. */
  public String label() {
    return label;
  }

  /** The algorithm with this {@link #label}, or empty if the protocol has none of that name. */
  public static Optional<DigestAlgorithm> ofLabel(String label) {
    for (DigestAlgorithm algorithm : values()) {
      if (algorithm.label.equals(label)) {
        return Optional.of(algorithm);
      }
    }
    return Optional.empty();
  }

  /** A fresh, mutable digest for one thread. */
  public abstract MessageDigest newMessageDigest();

  /** The digest of the given bytes. */
  public Digest digest(Bytes data) {
    MessageDigest digest = newMessageDigest();
    data.updateTo(digest);
    return new Digest(this, Bytes.of(digest.digest()));
  }
}

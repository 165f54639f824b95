// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.digest;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.text.Normalizer;
import org.huxin.crypto.bytes.Bytes;

/**
 * The hash of a tuple: H(u32be(length) ‖ part …) over its parts in order, the tag first
 * (proto/spec/digest.md). The lengths make two different tuples two different inputs; the tag keeps
 * the uses of the hash apart. Mutable and for one thread: add the parts, then finish once.
 */
public final class TupleHash {
  private final DigestAlgorithm algorithm;
  private final MessageDigest digest;

  private TupleHash(DigestAlgorithm algorithm) {
    this.algorithm = algorithm;
    this.digest = algorithm.newMessageDigest();
  }

  /**
   * Begins a tuple.
   *
   * @param tag names what is hashed, such as {@code huxin/anchor/1}
   */
  public static TupleHash begin(DigestAlgorithm algorithm, String tag) {
    return new TupleHash(algorithm).add(tag);
  }

  /** Adds a byte string, which may be empty. */
  @CanIgnoreReturnValue
  public TupleHash add(Bytes part) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length()).flip());
    part.updateTo(digest);
    return this;
  }

  /**
   * Adds a text as UTF-8.
   *
   * @throws IllegalArgumentException if the text is not in Unicode normalization form C, or holds a
   *     lone surrogate: the same name must not have two hashes
   */
  @CanIgnoreReturnValue
  public TupleHash add(String part) {
    if (!Normalizer.isNormalized(part, Normalizer.Form.NFC)) {
      throw new IllegalArgumentException("a hashed text must be in normalization form C");
    }
    if (part.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
      throw new IllegalArgumentException("a hashed text must not hold a lone surrogate");
    }
    return add(Bytes.utf8(part));
  }

  /** The hash of all parts. Ends this tuple: nothing may be added after. */
  public Digest finish() {
    return new Digest(algorithm, Bytes.of(digest.digest()));
  }
}

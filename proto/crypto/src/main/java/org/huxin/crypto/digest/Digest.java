// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.digest;

import com.google.errorprone.annotations.Immutable;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.huxin.crypto.bytes.Bytes;

/**
 * A digest together with its algorithm. Text form: {@code sm3:} or {@code sha256:} and 64
 * lower-case hexadecimal digits (proto/spec/digest.md).
 *
 * @param algorithm the algorithm that made it
 * @param value exactly {@link DigestAlgorithm#LENGTH} bytes
 */
@Immutable
public record Digest(DigestAlgorithm algorithm, Bytes value) implements Comparable<Digest> {
  private static final int BUFFER = 16 * 1024;

  /**
   * A digest of known value.
   *
   * @throws IllegalArgumentException if the value is not 32 bytes long
   */
  public Digest {
    if (value.length() != DigestAlgorithm.LENGTH) {
      throw new IllegalArgumentException(
          "a digest has " + DigestAlgorithm.LENGTH + " bytes, not " + value.length());
    }
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException if the text is not a known label, a colon and 64 lower-case
   *     hexadecimal digits
   */
  public static Digest parse(String text) {
    int colon = text.indexOf(':');
    DigestAlgorithm algorithm =
        DigestAlgorithm.ofLabel(colon < 0 ? "" : text.substring(0, colon))
            .orElseThrow(() -> new IllegalArgumentException("no such digest algorithm"));
    Digest digest = new Digest(algorithm, Bytes.fromHex(text.substring(colon + 1)));
    if (!digest.toString().equals(text)) {
      throw new IllegalArgumentException("hexadecimal digits must be lower case");
    }
    return digest;
  }

  /**
   * The digest of all that a stream still holds, in constant memory. Does not close the stream.
   *
   * @throws IOException if the stream cannot be read
   */
  public static Digest of(DigestAlgorithm algorithm, InputStream stream) throws IOException {
    MessageDigest digest = algorithm.newMessageDigest();
    byte[] buffer = new byte[BUFFER];
    for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
      digest.update(buffer, 0, n);
    }
    return new Digest(algorithm, Bytes.of(digest.digest()));
  }

  @Override
  public int compareTo(Digest other) {
    int byAlgorithm = algorithm.compareTo(other.algorithm);
    return byAlgorithm != 0 ? byAlgorithm : value.compareTo(other.value);
  }

  /** The text form. */
  @Override
  public String toString() {
    return algorithm.label() + ":" + value.hex();
  }
}

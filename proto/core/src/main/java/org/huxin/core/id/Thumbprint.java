// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.id;

import java.util.Map;
import org.huxin.crypto.signature.VerifyingKey;

/**
 * The name of a holder's key: its RFC 7638 thumbprint.
 *
 * @param text 43 characters of base64url
 */
public record Thumbprint(String text) implements Comparable<Thumbprint> {
  /** 32 bytes in base64url. */
  public static final int LENGTH = 43;

  /**
   * A thumbprint.
   *
   * @throws IdentifierRefusedException if it is not the base64url of 32 bytes
   */
  public Thumbprint {
    if (text.length() != LENGTH) {
      throw new IdentifierRefusedException(
          IdentifierRefusal.ID_LENGTH,
          Map.of("expected", Integer.toString(LENGTH), "found", Integer.toString(text.length())));
    }
    try {
      var unused = org.huxin.crypto.bytes.Bytes.fromBase64Url(text);
    } catch (IllegalArgumentException e) {
      throw IdentifierRefusedException.of(IdentifierRefusal.ID_STRUCTURE);
    }
  }

  /**
   * Reads a thumbprint.
   *
   * @throws IdentifierRefusedException if it is not the base64url of 32 bytes
   */
  public static Thumbprint parse(String text) {
    return new Thumbprint(text);
  }

  /** The thumbprint of a key. */
  public static Thumbprint of(VerifyingKey key) {
    return new Thumbprint(key.thumbprint());
  }

  @Override
  public int compareTo(Thumbprint other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.id;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose key signed: the {@code kid} of a JWS. An authority's key is named by the authority and a
 * number, a holder's by the key itself.
 */
public sealed interface KeyId {
  /** 18 characters, a number sign and up to six digits, or 43 of base64url: nothing is longer. */
  int MAX_LENGTH = 43;

  /**
   * An authority's key.
   *
   * @param authority whose
   * @param number which of its keys, from 1 to {@link #MAX_NUMBER}
   */
  record OfAuthority(Uscc authority, int number) implements KeyId {
    /** More keys than an authority that renews one every day for a lifetime has. */
    public static final int MAX_NUMBER = 99_999;

    /**
     * An authority's key.
     *
     * @throws IdentifierRefusedException if the number is out of range
     */
    public OfAuthority {
      if (number < 1 || number > MAX_NUMBER) {
        throw new IdentifierRefusedException(
            IdentifierRefusal.ID_STRUCTURE, Map.of("part", "number"));
      }
    }

    @Override
    public String toString() {
      return authority + "#" + number;
    }
  }

  /**
   * A holder's key.
   *
   * @param thumbprint the key's RFC 7638 thumbprint
   */
  record OfHolder(Thumbprint thumbprint) implements KeyId {
    @Override
    public String toString() {
      return thumbprint.toString();
    }
  }

  /**
   * Reads a {@code kid}.
   *
   * @throws IdentifierRefusedException if it is neither form
   */
  static KeyId parse(String text) {
    Matcher authority = Forms.OF_AUTHORITY.matcher(text);
    if (authority.matches()) {
      int number = Integer.parseInt(String.valueOf(authority.group(2)));
      return new OfAuthority(Uscc.parse(String.valueOf(authority.group(1))), number);
    }
    return new OfHolder(Thumbprint.parse(text));
  }

  /** The forms; an interface has no private constants. */
  final class Forms {
    private static final Pattern OF_AUTHORITY = Pattern.compile("(.{18})#([1-9][0-9]{0,4})");

    private Forms() {}
  }
}

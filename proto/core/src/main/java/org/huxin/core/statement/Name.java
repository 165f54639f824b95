// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.statement;

import org.huxin.core.codec.Codec;
import org.huxin.core.codec.Codecs;

/**
 * The name of an authority, a licence type, an attribute, an item, a material, a division or a
 * city: with {@link Title} the only texts of the ledger that people write freely.
 *
 * @param text 1 to {@link #MAX_LENGTH} characters in normalization form C, without control
 *     characters, and holding nothing that looks like a citizen ID or a mobile number
 */
public record Name(String text) implements Comparable<Name> {
  /** The longest official names of authorities have some sixty characters. */
  public static final int MAX_LENGTH = 100;

  /** The JSON form. */
  public static final Codec<Name> CODEC =
      Codecs.freeText("name", MAX_LENGTH, Name::new, Name::text);

  /**
   * A text that was screened.
   *
   * @throws TextRefusedException if it is refused
   */
  public Name {
    FreeText.screen(text, MAX_LENGTH);
  }

  @Override
  public int compareTo(Name other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}

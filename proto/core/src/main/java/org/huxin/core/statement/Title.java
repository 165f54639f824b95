// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.statement;

import org.huxin.core.codec.Codec;
import org.huxin.core.codec.Codecs;

/**
 * The title of an agreement: with {@link Name} the only texts of the ledger that people write
 * freely.
 *
 * @param text 1 to {@link #MAX_LENGTH} characters in normalization form C, without control
 *     characters, and holding nothing that looks like a citizen ID or a mobile number
 */
public record Title(String text) implements Comparable<Title> {
  /** Titles of documents between governments run long. */
  public static final int MAX_LENGTH = 200;

  /** The JSON form. */
  public static final Codec<Title> CODEC =
      Codecs.freeText("title", MAX_LENGTH, Title::new, Title::text);

  /**
   * A text that was screened.
   *
   * @throws TextRefusedException if it is refused
   */
  public Title {
    FreeText.screen(text, MAX_LENGTH);
  }

  @Override
  public int compareTo(Title other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}

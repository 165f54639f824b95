// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.statement;

import java.util.regex.Pattern;
import org.huxin.core.codec.Codec;
import org.huxin.core.codec.Codecs;

/**
 * A word out of a list that is kept outside of the ledger: a purpose, a reason, a channel, a
 * material.
 *
 * @param text an upper-case letter, then upper-case letters, digits and underscores
 */
public record Code(String text) implements Comparable<Code> {
  /** Code lists of the field use up to some twenty characters. */
  public static final int MAX_LENGTH = 32;

  /** The JSON form. */
  public static final Codec<Code> CODEC = Codecs.text("code", MAX_LENGTH, Code::new, Code::text);

  private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]*");

  /**
   * Of that form.
   *
   * @throws IllegalArgumentException if the text has another form
   */
  public Code {
    if (text.length() > MAX_LENGTH || !FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("not of the form of a code");
    }
  }

  @Override
  public int compareTo(Code other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}

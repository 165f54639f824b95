// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.statement;

import java.util.regex.Pattern;
import org.huxin.core.codec.Codec;
import org.huxin.core.codec.Codecs;

/**
 * The short name of an attribute of a licence type, such as {@code ZZMC} or {@code KZ_JYFW}: GB/T
 * 36903.
 *
 * @param text a Latin letter, then letters, digits and underscores
 */
public record FieldName(String text) implements Comparable<FieldName> {
  /** The short names of the standard have up to some twenty characters. */
  public static final int MAX_LENGTH = 32;

  /** The JSON form. */
  public static final Codec<FieldName> CODEC =
      Codecs.text("field name", MAX_LENGTH, FieldName::new, FieldName::text);

  private static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  /**
   * Of that form.
   *
   * @throws IllegalArgumentException if the text has another form
   */
  public FieldName {
    if (text.length() > MAX_LENGTH || !FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("not of the form of a field name");
    }
  }

  @Override
  public int compareTo(FieldName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}

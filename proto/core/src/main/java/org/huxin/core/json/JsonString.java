// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.json;

/**
 * A text of Unicode scalar values; possibly empty.
 *
 * @param value holds no lone surrogate
 */
public record JsonString(String value) implements JsonValue {
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  /**
   * A text.
   *
   * @throws IllegalArgumentException if it holds a lone surrogate, which has no UTF-8 form
   */
  public JsonString {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException("a JSON string must not hold a lone surrogate");
    }
  }

  /** Whether every surrogate stands in a pair, so that the text has a UTF-8 form. */
  static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void appendCanonical(StringBuilder out) {
    appendQuoted(value, out);
  }

  /** Appends a text in quotes with RFC 8785's escapes: the short ones where JSON has them. */
  static void appendQuoted(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> {
          if (c < 0x20) {
            out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 0xf]);
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  @Override
  public String kind() {
    return "string";
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.state;

import java.util.Comparator;

/**
 * Compares texts by their UTF-8 bytes, as Fabric orders keys. That is the order of code points, and
 * differs from Java's order of UTF-16 units where surrogates meet the characters from U+E000 on.
 */
public final class Utf8Order {
  /** The order. */
  public static final Comparator<String> COMPARATOR = Utf8Order::compare;

  private Utf8Order() {}

  private static int compare(String left, String right) {
    int length = Math.min(left.length(), right.length());
    for (int i = 0; i < length; i++) {
      char l = left.charAt(i);
      char r = right.charAt(i);
      if (l != r) {
        // Of a surrogate and another unit, the surrogate stands for a character after all others.
        boolean comparable = Character.isSurrogate(l) == Character.isSurrogate(r);
        return comparable ? l - r : Character.isSurrogate(l) ? 1 : -1;
      }
    }
    return left.length() - right.length();
  }
}

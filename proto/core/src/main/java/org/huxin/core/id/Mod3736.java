// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.id;

/**
 * ISO/IEC 7064 MOD 37,36, and the widespread wrong variant of it, which production systems use and
 * which therefore must be told apart from a slip (proto/spec/identifier.md, Legacy variant).
 */
final class Mod3736 {
  private static final int M = 36;

  private Mod3736() {}

  static char check(String body) {
    int p = M;
    for (int i = 0; i < body.length(); i++) {
      int sum = (p + Alphabet.BASE_36.valueOf(body.charAt(i))) % M;
      p = doubled(sum);
    }
    return Alphabet.BASE_36.at((M + 1 - p) % M);
  }

  /** Letters count one too high, are reduced by M + 1 first, and the result is read one too low. */
  static char legacyCheck(String body) {
    int p = M;
    for (int i = 0; i < body.length(); i++) {
      int value = Alphabet.BASE_36.valueOf(body.charAt(i));
      boolean letter = value > 9;
      int sum = p + value + (letter ? 1 : 0);
      int first = letter && sum > M + 1 ? sum % (M + 1) : sum;
      p = doubled(first % M);
    }
    return Alphabet.BASE_36.at(M - p);
  }

  private static int doubled(int sum) {
    return (sum == 0 ? M : sum) * 2 % (M + 1);
  }
}

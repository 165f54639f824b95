// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.id;

import java.util.ArrayList;
import java.util.List;

/**
 * Groups of digits with nothing but separators between them: what a reader takes for one number, or
 * for several (proto/spec/personal-data.md, rule 4).
 *
 * @param characters digits and the letter X, without the separators
 * @param bounds where each group starts in {@code characters}, and at last its length
 * @param end the position in the text behind the run
 */
record DigitRun(String characters, List<Integer> bounds, int end) {
  /** More characters than this between two groups are no longer one number's punctuation. */
  private static final int MAX_GAP = 3;

  private static final String SEPARATORS = " -−._/·・()";

  /** The run that starts with the digit at a position. */
  static DigitRun at(String text, int from) {
    StringBuilder characters = new StringBuilder();
    List<Integer> bounds = new ArrayList<>();
    int end = from;
    int at = from;
    boolean adjacent = false;
    while (at >= 0) {
      boolean digit = isDigit(text.charAt(at));
      if (!digit || !adjacent) {
        bounds.add(characters.length());
      }
      characters.append(digit ? text.charAt(at) : 'X');
      end = at + 1;
      at = next(text, end);
      adjacent = digit && at == end;
    }
    bounds.add(characters.length());
    return new DigitRun(characters.toString(), List.copyOf(bounds), end);
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isCheckLetter(char c) {
    return c == 'X' || c == 'x';
  }

  /** The next character of the run, over a gap or none; −1 if the run ends here. */
  private static int next(String text, int from) {
    int at = from;
    while (at < text.length() && at - from < MAX_GAP && SEPARATORS.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    boolean goesOn =
        at < text.length() && (isDigit(text.charAt(at)) || isCheckLetter(text.charAt(at)));
    return goesOn ? at : -1;
  }
}

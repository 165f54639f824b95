// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.id;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Set;

/**
 * Finds what looks like a citizen ID or a mobile number in a text, however it is disguised:
 * full-width digits, spaces, dashes or dots between digits (proto/spec/personal-data.md). It guards
 * the few free texts of the ledger; a number that merely looks like one is refused too, which there
 * is right.
 */
public final class PersonalDataDetector {
  /** What can be found. */
  public enum Kind {
    /** 公民身份号码, GB 11643-1999: eighteen characters whose check character holds. */
    CITIZEN_ID,
    /** The older form of fifteen digits with a calendar date inside. */
    CITIZEN_ID_15,
    /** A mobile number: eleven digits, 13 to 19, with or without 86 before. */
    MOBILE_NUMBER
  }

  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";

  private PersonalDataDetector() {}

  /** What the text holds; empty if nothing is found. */
  public static Set<Kind> find(String text) {
    Set<Kind> found = EnumSet.noneOf(Kind.class);
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
    int from = 0;
    while (from < plain.length()) {
      if (digit(plain, from) < 0 || isLetter(plain, from - 1)) {
        from++;
        continue;
      }
      StringBuilder run = new StringBuilder();
      int end = run(plain, from, run);
      judge(run.toString(), isLetter(plain, end), found);
      from = end;
    }
    return found;
  }

  /** Collects digits from a position on, over single separators; an X may end the run. */
  private static int run(String text, int from, StringBuilder run) {
    int at = from;
    while (at < text.length()) {
      int digit = digit(text, at);
      if (digit >= 0) {
        run.append((char) ('0' + digit));
      } else if (isCheckLetter(text.charAt(at)) && run.length() == 17) {
        run.append('X');
        return at + 1;
      } else if (!(isSeparator(text.charAt(at)) && continues(text, at + 1))) {
        return at;
      }
      at++;
    }
    return at;
  }

  private static boolean continues(String text, int at) {
    return at < text.length() && (digit(text, at) >= 0 || isCheckLetter(text.charAt(at)));
  }

  private static void judge(String run, boolean letterAfter, Set<Kind> found) {
    if (letterAfter) {
      return; // the digits belong to a longer code, such as a credit code
    }
    for (int from = 0; from + 11 <= run.length(); from++) {
      if (from + 18 <= run.length() && isCitizenId(run.substring(from, from + 18))) {
        found.add(Kind.CITIZEN_ID);
      }
    }
    if (run.length() == 15 && isDate("19" + run.substring(6, 12)) && isRegion(run)) {
      found.add(Kind.CITIZEN_ID_15);
    }
    boolean withCountry = run.length() == 13 && run.startsWith("86");
    String mobile = withCountry ? run.substring(2) : run;
    if (mobile.length() == 11 && mobile.charAt(0) == '1' && mobile.charAt(1) >= '3') {
      found.add(Kind.MOBILE_NUMBER);
    }
  }

  private static boolean isCitizenId(String text) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      if (text.charAt(i) == 'X') {
        return false;
      }
      sum += WEIGHTS[i] * (text.charAt(i) - '0');
    }
    return CHECKS.charAt(sum % 11) == text.charAt(17)
        && isRegion(text)
        && isDate(text.substring(6, 14));
  }

  /** The first digit of a division code is 1 to 9; 9 stands for those born in no province. */
  private static boolean isRegion(String text) {
    return text.charAt(0) != '0';
  }

  private static boolean isDate(String digits) {
    int month = Integer.parseInt(digits.substring(4, 6));
    int day = Integer.parseInt(digits.substring(6, 8));
    // Test persons have the day 1900-01-01 and month or day 00 in older files: those count too.
    return month <= 12 && day <= 31;
  }

  private static int digit(String text, int at) {
    return at >= 0 && at < text.length() ? Character.digit(text.charAt(at), 10) : -1;
  }

  private static boolean isLetter(String text, int at) {
    if (at < 0 || at >= text.length()) {
      return false;
    }
    char c = text.charAt(at);
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private static boolean isCheckLetter(char c) {
    return c == 'X' || c == 'x';
  }

  private static boolean isSeparator(char c) {
    return c == ' ' || c == '-' || c == '.' || c == '_' || c == '/' || c == '·' || c == '\t';
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.id;

import java.util.regex.Pattern;

/** The form of a 公民身份号码, GB 11643-1999: division, date of birth, sequence and check character. */
final class CitizenNumber {
  static final int LENGTH = 18;

  private static final int OLD_LENGTH = 15;
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";
  private static final String MONTH_AND_DAY = "(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])";

  /** The centuries in which a living person, and those in old files, can be born. */
  private static final Pattern FORM =
      Pattern.compile("[1-9][0-9]{5}(18|19|20)[0-9]{2}" + MONTH_AND_DAY + "[0-9]{3}[0-9X]");

  private static final Pattern OLD_FORM =
      Pattern.compile("[1-9][0-9]{5}[0-9]{2}" + MONTH_AND_DAY + "[0-9]{3}");

  private CitizenNumber() {}

  /** Whether the text is eighteen characters of that form and their check character holds. */
  static boolean holds(String text) {
    if (text.length() != LENGTH || !FORM.matcher(text).matches()) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (text.charAt(i) - '0');
    }
    return CHECKS.charAt(sum % CHECKS.length()) == text.charAt(LENGTH - 1);
  }

  /** Whether the text has the older form: fifteen digits, without century and check character. */
  static boolean hasOldForm(String text) {
    return text.length() == OLD_LENGTH && OLD_FORM.matcher(text).matches();
  }
}

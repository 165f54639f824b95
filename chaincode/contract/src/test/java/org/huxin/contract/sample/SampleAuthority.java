// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.sample;

import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.Uscc;

/** Credit codes of authorities that do not exist: their check characters hold. */
public final class SampleAuthority {
  private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

  private SampleAuthority() {}

  /**
   * The credit code of an authority.
   *
   * @param division the division in which it was registered
   * @param number tells it from others there, from 1 to 99
   */
  public static Uscc in(DivisionCode division, int number) {
    String organisation = "MB9T0" + (number < 10 ? "90" : "9") + number;
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * Character.digit(organisation.charAt(i), Character.MAX_RADIX);
    }
    int check = (11 - sum % 11) % 11;
    String body = "11" + division + organisation + (check == 10 ? "X" : Integer.toString(check));
    return Uscc.parse(body + Uscc.check(body));
  }
}

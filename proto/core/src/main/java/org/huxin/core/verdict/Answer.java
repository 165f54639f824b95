// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.verdict;

import java.util.Collection;

/** A summary's three values. */
public enum Answer {
  /** All that was asked is in order, and something was asked. */
  YES,
  /** Something is not in order. */
  NO,
  /** It cannot be told, or nothing was asked. */
  CANNOT_TELL;

  static Answer of(Collection<Outcome> outcomes) {
    if (outcomes.contains(Outcome.FAILED)) {
      return NO;
    }
    boolean told = outcomes.contains(Outcome.OK) && !outcomes.contains(Outcome.UNKNOWN);
    return told ? YES : CANNOT_TELL;
  }
}

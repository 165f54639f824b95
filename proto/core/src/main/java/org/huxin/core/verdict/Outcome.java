// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.verdict;

/** How an aspect came out. "Cannot tell" is never shown as "false". */
public enum Outcome {
  /** Nobody asked. Says nothing either way. */
  NOT_ASKED,
  /** Judged, and in order. */
  OK,
  /** Asked, but it cannot be told from what is at hand. */
  UNKNOWN,
  /** Judged, and not in order. */
  FAILED;

  /**
   * The worse of two halves of the same aspect: FAILED over UNKNOWN over OK; a half that was not
   * asked adds nothing.
   */
  public Outcome worse(Outcome other) {
    return compareTo(other) >= 0 ? this : other;
  }
}

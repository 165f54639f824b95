// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.verdict;

/** The whole verdict in a word. */
public enum Validity {
  /** All that was asked is in order. */
  VALID,
  /** At least one aspect is not in order. */
  INVALID,
  /** Nothing is known to be wrong, but something that was asked cannot be told. */
  INDETERMINATE
}

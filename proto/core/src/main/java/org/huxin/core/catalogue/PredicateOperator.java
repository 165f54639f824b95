// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.catalogue;

/** How an attribute is compared. */
public enum PredicateOperator {
  /** Is the value. */
  EQ,
  /** Is one of several values, separated by a comma. */
  ONE_OF,
  /** Contains the value. */
  CONTAINS,
  /** Is at least the value, as a number. */
  AT_LEAST
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.agreement;

/** What makes a version of a stored agreement. */
public enum AgreementChange {
  /** A party proposed it. */
  PROPOSED,
  /** A party signed it. */
  SIGNED,
  /** A party rejected it. */
  REJECTED,
  /** A party suspended it. */
  SUSPENDED,
  /** A party resumed what it had suspended. */
  RESUMED,
  /** A party gave notice. */
  NOTICE_GIVEN,
  /** The next version took its place. */
  REPLACED
}

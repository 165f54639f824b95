// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.dispute;

/** Who raises a dispute. */
public enum Raiser {
  /** Who holds the licence. */
  HOLDER,
  /** Who uses it. */
  CONSUMER,
  /** An auditor. */
  AUDITOR
}

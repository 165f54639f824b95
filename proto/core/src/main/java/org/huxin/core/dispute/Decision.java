// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.dispute;

/** How a dispute is decided. */
public enum Decision {
  /** The licence is wrong. */
  UPHELD,
  /** It is right. */
  DISMISSED
}

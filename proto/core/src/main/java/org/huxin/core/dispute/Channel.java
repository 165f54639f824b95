// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.dispute;

/** Where it was raised: 12345 and others. */
public enum Channel {
  /** At a window. */
  WINDOW,
  /** Online. */
  ONLINE,
  /** By the hotline 12345. */
  HOTLINE_12345,
  /** At the issuer. */
  ISSUER,
  /** At a consumer. */
  CONSUMER
}

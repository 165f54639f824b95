// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.catalogue;

/** How an attribute is to be handled. */
public enum Sensitivity {
  /** Anybody may know it. */
  PUBLIC,
  /** For authorities. */
  INTERNAL,
  /** Personal information. */
  PERSONAL,
  /** Sensitive personal information. */
  SENSITIVE
}

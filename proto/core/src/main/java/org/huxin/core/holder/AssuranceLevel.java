// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.holder;

/** How sure an identity provider is who holds a key. */
public enum AssuranceLevel {
  /** By a name and a number that were compared. */
  BASIC,
  /** By a document that was checked, in person or by video. */
  VERIFIED,
  /** By biometrics against the national identity. */
  HIGH
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.licence;

/** Why a batch is void. */
public enum VoidReason {
  /** It should not have been anchored. */
  ANCHORED_IN_ERROR,
  /** It was anchored before. */
  DUPLICATE,
  /** Its key was compromised. */
  KEY_COMPROMISED
}

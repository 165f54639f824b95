// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.authority;

/** What a key is for. */
public enum KeyUse {
  /** Signs statements. */
  SIGN,
  /** Signs the checkpoints of a node (Ed25519). */
  NOTE
}

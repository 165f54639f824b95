// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.bundle;

import org.huxin.crypto.refusal.RefusalCode;

/** Why a bundle does not hold (proto/spec/bundle.md, Refusals). */
public enum BundleRefusal implements RefusalCode {
  /** The cities do not agree on the checkpoint. Evidence: {@code code} and that of the refusal. */
  CHECKPOINT_REFUSED,
  /** A state proof does not hold against the checkpoint's root. Evidence: {@code code}. */
  STATE_NOT_PROVEN,
  /** Who the members are is not proven, or nobody is. */
  MEMBERSHIP_NOT_PROVEN,
  /** Fewer trusted cities are members than must agree. Evidence: {@code cities}, {@code needed}. */
  TOO_FEW_MEMBERS,
  /** The cities do not agree on the checkpoint of a key change. Evidence: {@code code}. */
  KEY_CHANGE_REFUSED,
  /** A key change is older than the keys that are pinned, or than the change before it. */
  KEY_CHANGE_TOO_OLD,
  /** A key change proves no note key in force of a trusted city's node. */
  KEY_CHANGE_WITHOUT_KEY
}

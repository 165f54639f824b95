// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.licence;

/** Why a later licence takes the place of an earlier one. */
public enum SupersedeReason {
  /** 延续. */
  RENEWED,
  /** 变更. */
  CHANGED,
  /** 更正. */
  CORRECTED,
  /** 转入. */
  TRANSFERRED_IN
}

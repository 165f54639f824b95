// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.seal;

/** What happens to a seal. */
public enum SealAction {
  /** 停用. */
  DISABLE,
  /** 恢复. */
  RESTORE,
  /** 注销. */
  CANCEL,
  /** 更换. */
  REPLACE
}

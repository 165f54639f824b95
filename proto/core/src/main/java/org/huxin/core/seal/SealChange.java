// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.seal;

/** What makes a version of a seal. */
public enum SealChange {
  /** 备案. */
  FILED,
  /** 停用. */
  DISABLED,
  /** 恢复. */
  RESTORED,
  /** 注销. */
  CANCELLED,
  /** 更换. */
  REPLACED
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.licence;

/** What happens to a licence. */
public enum StatusAction {
  /** 暂扣. */
  SUSPEND,
  /** 发还. */
  RESUME,
  /** 撤销: unlawfully issued; may reach back. */
  WITHDRAW,
  /** 吊销: a penalty. */
  REVOKE,
  /** 注销. */
  CANCEL,
  /** 办理转出. */
  TRANSFER_OUT,
  /** 取消办理转出. */
  CANCEL_TRANSFER_OUT,
  /** The destination has taken it over. */
  CLOSE,
  /** An entry of a compromised key is struck out. */
  ANNUL
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.licence;

/** What makes a version of a licence's status. */
public enum StatusEvent {
  /** 暂扣. */
  SUSPEND,
  /** 发还. */
  RESUME,
  /** 撤销. */
  WITHDRAW,
  /** 吊销. */
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
  ANNUL,
  /** A later licence takes its place. */
  SUPERSEDE,
  /** A dispute about it was accepted. */
  DISPUTE_BEGINS,
  /** A dispute about it ended. */
  DISPUTE_ENDS;

  /** The event that an action asks for. */
  public static StatusEvent of(StatusAction action) {
    return valueOf(action.name());
  }

  /** Whether it changes where the licence stands, rather than flags it. */
  public boolean changesStatus() {
    return this != DISPUTE_BEGINS && this != DISPUTE_ENDS;
  }
}

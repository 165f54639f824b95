// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.seal;

/** Why a seal is cancelled: 国办发〔2025〕33号, article 18. */
public enum SealCancellation {
  /** 更名. */
  RENAMED,
  /** 解散. */
  DISSOLVED,
  /** 被撤销. */
  REVOKED,
  /** 被吊销. */
  LICENCE_REVOKED,
  /** 破产. */
  BANKRUPT,
  /** 分立. */
  SPLIT,
  /** 合并. */
  MERGED,
  /** The key is lost or leaked. */
  KEY_COMPROMISED
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.seal;

/** What kind of seal: 国办发〔2025〕33号. */
public enum SealKind {
  /** 法定名称章. */
  STATUTORY_NAME,
  /** 业务专用章. */
  BUSINESS,
  /** 内设机构章. */
  INTERNAL_BODY,
  /** 个人名章. */
  PERSONAL_NAME
}

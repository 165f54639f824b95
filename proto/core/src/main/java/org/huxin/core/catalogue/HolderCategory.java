// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.catalogue;

/** Who holds licences of a type: GB/T 36902. */
public enum HolderCategory {
  /** 自然人. */
  PERSON,
  /** 法人. */
  ORGANISATION,
  /** 混合. */
  MIXED
}

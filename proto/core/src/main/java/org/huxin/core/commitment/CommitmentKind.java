// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.commitment;

/** What kind of promise. */
public enum CommitmentKind {
  /** 告知承诺. */
  INFORMED_COMMITMENT,
  /** 容缺受理. */
  DEFERRED_MATERIAL
}

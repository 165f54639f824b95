// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.catalogue;

/** Whether a material must be there at once. */
public enum MaterialMode {
  /** Yes. */
  MUST,
  /** 容缺: it may be handed in later. */
  DEFERRABLE,
  /** 告知承诺: a promise may stand for it. */
  COMMITMENT
}

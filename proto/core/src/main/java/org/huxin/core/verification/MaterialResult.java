// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.verification;

/** How a material stands. */
public enum MaterialResult {
  /** A licence serves: nothing is to be asked for. */
  SATISFIED,
  /** No licence serves, and it must be there. */
  MISSING,
  /** 容缺: it may follow. */
  DEFERRABLE,
  /** 告知承诺: a promise serves in its place. */
  COMMITMENT
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.commitment;

/** How a promise ends. */
public enum Settlement {
  /** It was kept. */
  FULFILLED,
  /** It was not kept: by a supervisor, after it was due. */
  BREACHED,
  /** It is no longer asked for. */
  WAIVED
}

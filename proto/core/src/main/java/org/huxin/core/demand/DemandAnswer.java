// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.demand;

/** How a demand is answered. */
public enum DemandAnswer {
  /** Somebody can supply it. */
  MATCHED,
  /** It is supplied. */
  SUPPLIED,
  /** It is not. */
  REFUSED
}

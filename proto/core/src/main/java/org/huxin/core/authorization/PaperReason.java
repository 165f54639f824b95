// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.authorization;

/** Why a paper was asked for. */
public enum PaperReason {
  /** There is no licence. */
  NO_LICENCE,
  /** It is not recognised here. */
  NOT_RECOGNISED,
  /** It is not valid. */
  NOT_VALID,
  /** The holder chose paper. */
  HOLDER_CHOSE_PAPER,
  /** Something else. */
  OTHER
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.demand;

import org.huxin.core.lifecycle.LifeCycleRefusedException;

/** Where a demand stands, and what may become of it (proto/spec/life-cycles.md, Demand). */
public enum DemandStatus {
  /** Posted. */
  DEMANDED,
  /** Somebody can supply it. */
  MATCHED,
  /** Supplied. */
  SUPPLIED,
  /** Refused. */
  REFUSED,
  /** Withdrawn. */
  WITHDRAWN;

  /**
   * Where it stands after an answer: matched first, then supplied; refused from either.
   *
   * @throws LifeCycleRefusedException if it cannot be answered so
   */
  public DemandStatus answer(DemandAnswer answer) {
    boolean open = this == DEMANDED || this == MATCHED;
    boolean allowed =
        switch (answer) {
          case MATCHED -> this == DEMANDED;
          case SUPPLIED -> this == MATCHED;
          case REFUSED -> open;
        };
    if (!allowed) {
      throw LifeCycleRefusedException.notAllowed(this, answer.name());
    }
    return switch (answer) {
      case MATCHED -> MATCHED;
      case SUPPLIED -> SUPPLIED;
      case REFUSED -> REFUSED;
    };
  }

  /**
   * Where it stands after the demander withdraws.
   *
   * @throws LifeCycleRefusedException if it has ended
   */
  public DemandStatus withdraw() {
    if (this != DEMANDED && this != MATCHED) {
      throw LifeCycleRefusedException.notAllowed(this, "WITHDRAW");
    }
    return WITHDRAWN;
  }
}

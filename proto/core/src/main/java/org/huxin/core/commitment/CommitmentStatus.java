// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.commitment;

import java.time.Instant;
import org.huxin.core.lifecycle.LifeCycleRefusal;
import org.huxin.core.lifecycle.LifeCycleRefusedException;

/** Where a promise stands, and what may become of it (proto/spec/life-cycles.md, Commitment). */
public enum CommitmentStatus {
  /** Made. */
  MADE,
  /** Kept in time. */
  FULFILLED,
  /** Kept after it was due. */
  FULFILLED_LATE,
  /** Not kept. */
  BREACHED,
  /** No longer asked for. */
  WAIVED;

  /**
   * Where it stands after it is settled.
   *
   * @param at when it is settled
   * @param dueAt when it was due
   * @throws LifeCycleRefusedException if it was settled before, or is called breached before it was
   *     due
   */
  public CommitmentStatus settle(Settlement settlement, Instant at, Instant dueAt) {
    if (this != MADE) {
      throw LifeCycleRefusedException.notAllowed(this, settlement.name());
    }
    boolean late = at.isAfter(dueAt);
    return switch (settlement) {
      case FULFILLED -> late ? FULFILLED_LATE : FULFILLED;
      case WAIVED -> WAIVED;
      case BREACHED -> {
        if (!late) {
          throw LifeCycleRefusedException.of(LifeCycleRefusal.NOT_YET_DUE, "dueAt", dueAt);
        }
        yield BREACHED;
      }
    };
  }
}

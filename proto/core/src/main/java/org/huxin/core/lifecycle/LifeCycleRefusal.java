// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.lifecycle;

import org.huxin.crypto.refusal.RefusalCode;

/** Why a change of state is refused (proto/spec/life-cycles.md, Refusals). */
public enum LifeCycleRefusal implements RefusalCode {
  /**
   * No such change from this state, or not by this party. Evidence: {@code from}, {@code action}.
   */
  TRANSITION_NOT_ALLOWED,
  /** This party has no suspension of its own here. */
  NOT_SUSPENDED_BY_PARTY,
  /** This party has suspended already. */
  ALREADY_SUSPENDED_BY_PARTY,
  /** This party has signed already. */
  ALREADY_SIGNED,
  /** Not one of the parties. */
  NOT_A_PARTY,
  /** The window begins later. Evidence: {@code from}. */
  NOT_YET_IN_FORCE,
  /** The window is past. Evidence: {@code until}. */
  NO_LONGER_IN_FORCE,
  /** It was revoked. */
  REVOKED,
  /** All uses are used. Evidence: {@code maxUses}. */
  EXHAUSTED,
  /** Only after the due date. Evidence: {@code dueAt}. */
  NOT_YET_DUE,
  /** The deadline is past. Evidence: {@code deadline}. */
  DEADLINE_PASSED,
  /** It was escalated once before. */
  ALREADY_ESCALATED,
  /** A period is open, or overlaps. */
  PERIOD_OVERLAPS,
  /** No period is open. */
  NO_OPEN_PERIOD
}

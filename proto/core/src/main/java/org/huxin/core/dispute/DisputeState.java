// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.dispute;

import java.time.Instant;
import java.util.Optional;
import org.huxin.core.lifecycle.LifeCycleRefusal;
import org.huxin.core.lifecycle.LifeCycleRefusedException;

/**
 * Where a dispute stands, and what may become of it (proto/spec/life-cycles.md, Dispute). That it
 * is overdue or closed is derived.
 *
 * @param status where it stands
 * @param escalated whether it was taken to the supervisor
 * @param escalateBy until when a dismissed dispute may be escalated; empty before
 */
public record DisputeState(Status status, boolean escalated, Optional<Instant> escalateBy) {

  /** Where a dispute stands. */
  public enum Status {
    /** Raised. */
    FILED,
    /** Taken up: the licence is flagged. */
    ACCEPTED,
    /** Not taken up. */
    NOT_ACCEPTED,
    /** The licence is wrong. */
    UPHELD,
    /** A later licence has put it right. */
    CORRECTED,
    /** The licence is right. */
    DISMISSED,
    /** With the supervisor. */
    ESCALATED,
    /** Withdrawn by the raiser. */
    WITHDRAWN
  }

  /** In which capacity a party acts. */
  public enum Party {
    /** Who issued the licence. */
    ISSUER,
    /** Who raised the dispute. */
    RAISER,
    /** Who supervises. */
    SUPERVISOR
  }

  /** A dispute that was just raised. */
  public static final DisputeState FILED = new DisputeState(Status.FILED, false, Optional.empty());

  /**
   * The issuer takes it up.
   *
   * @throws LifeCycleRefusedException if it is not just filed, or another party acts
   */
  public DisputeState accept(Party party) {
    require(status == Status.FILED && party == Party.ISSUER, "ACCEPT");
    return to(Status.ACCEPTED);
  }

  /**
   * The issuer does not take it up.
   *
   * @throws LifeCycleRefusedException if it is not just filed, or another party acts
   */
  public DisputeState reject(Party party) {
    require(status == Status.FILED && party == Party.ISSUER, "REJECT");
    return to(Status.NOT_ACCEPTED);
  }

  /**
   * The issuer decides, or after an escalation the supervisor.
   *
   * @param escalateBy until when a dismissal may be escalated
   * @throws LifeCycleRefusedException if there is nothing for this party to decide
   */
  public DisputeState decide(Party party, Decision decision, Instant escalateBy) {
    boolean byIssuer = status == Status.ACCEPTED && party == Party.ISSUER;
    boolean bySupervisor = status == Status.ESCALATED && party == Party.SUPERVISOR;
    require(byIssuer || bySupervisor, "DECIDE");
    if (decision == Decision.UPHELD) {
      return to(Status.UPHELD);
    }
    return new DisputeState(Status.DISMISSED, escalated, Optional.of(escalateBy));
  }

  /**
   * The raiser takes a dismissed dispute to the supervisor: once, before the deadline.
   *
   * @throws LifeCycleRefusedException if it is not dismissed, was escalated before, the deadline is
   *     past, or another party acts
   */
  public DisputeState escalate(Party party, Instant at) {
    require(status == Status.DISMISSED && party == Party.RAISER, "ESCALATE");
    if (escalated) {
      throw LifeCycleRefusedException.of(LifeCycleRefusal.ALREADY_ESCALATED);
    }
    Instant deadline = escalateBy.orElseThrow();
    if (at.isAfter(deadline)) {
      throw LifeCycleRefusedException.of(LifeCycleRefusal.DEADLINE_PASSED, "deadline", deadline);
    }
    return new DisputeState(Status.ESCALATED, true, Optional.empty());
  }

  /**
   * A later licence of the issuer has put it right.
   *
   * @throws LifeCycleRefusedException if it is not upheld, or another party acts
   */
  public DisputeState correct(Party party) {
    require(status == Status.UPHELD && party == Party.ISSUER, "CORRECT");
    return to(Status.CORRECTED);
  }

  /**
   * The raiser withdraws, as long as it is not decided.
   *
   * @throws LifeCycleRefusedException if it is decided, or another party acts
   */
  public DisputeState withdraw(Party party) {
    boolean open =
        status == Status.FILED || status == Status.ACCEPTED || status == Status.ESCALATED;
    require(open && party == Party.RAISER, "WITHDRAW");
    return to(Status.WITHDRAWN);
  }

  /** Whether the licence is flagged as disputed. */
  public boolean flags() {
    return status == Status.ACCEPTED || status == Status.ESCALATED || status == Status.UPHELD;
  }

  /** Whether nothing more can become of it at a time. */
  public boolean isClosed(Instant time) {
    return switch (status) {
      case CORRECTED, NOT_ACCEPTED, WITHDRAWN -> true;
      case DISMISSED -> escalated || time.isAfter(escalateBy.orElseThrow());
      case FILED, ACCEPTED, UPHELD, ESCALATED -> false;
    };
  }

  private DisputeState to(Status next) {
    return new DisputeState(next, escalated, Optional.empty());
  }

  private void require(boolean allowed, String action) {
    if (!allowed) {
      throw LifeCycleRefusedException.notAllowed(status, action);
    }
  }
}

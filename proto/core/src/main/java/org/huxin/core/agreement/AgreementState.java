// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.agreement;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.lifecycle.LifeCycleRefusal;
import org.huxin.core.lifecycle.LifeCycleRefusedException;

/**
 * Where a version of an agreement stands, and what may become of it (proto/spec/life-cycles.md,
 * Agreement). Immutable.
 *
 * @param status where it stands
 * @param parties the cities; unmodifiable
 * @param signedBy those that signed; unmodifiable
 * @param suspendedBy those that suspended; unmodifiable
 * @param endsAt when a notice takes effect; empty without notice
 */
public record AgreementState(
    Status status,
    SortedSet<DivisionCode> parties,
    SortedSet<DivisionCode> signedBy,
    SortedSet<DivisionCode> suspendedBy,
    Optional<Instant> endsAt) {

  /** Where a version stands. */
  public enum Status {
    /** Not every party has signed. */
    PROPOSED,
    /** Every party has signed. */
    ACTIVE,
    /** A party rejected it. */
    REJECTED,
    /** The next version is in force. */
    REPLACED
  }

  /** Unmodifiable copies of the given sets. */
  public AgreementState {
    parties = Collections.unmodifiableSortedSet(new TreeSet<>(parties));
    signedBy = Collections.unmodifiableSortedSet(new TreeSet<>(signedBy));
    suspendedBy = Collections.unmodifiableSortedSet(new TreeSet<>(suspendedBy));
  }

  /** A version that nobody has signed. */
  public static AgreementState proposed(SortedSet<DivisionCode> parties) {
    return new AgreementState(
        Status.PROPOSED,
        parties,
        Collections.emptySortedSet(),
        Collections.emptySortedSet(),
        Optional.empty());
  }

  /**
   * A party signs; with the last signature the version is active.
   *
   * @throws LifeCycleRefusedException if it is not proposed, or the city is no party or has signed
   */
  public AgreementState sign(DivisionCode city) {
    require(Status.PROPOSED, "SIGN", city);
    TreeSet<DivisionCode> signed = new TreeSet<>(signedBy);
    if (!signed.add(city)) {
      throw LifeCycleRefusedException.of(LifeCycleRefusal.ALREADY_SIGNED);
    }
    Status next = signed.equals(parties) ? Status.ACTIVE : Status.PROPOSED;
    return new AgreementState(next, parties, signed, suspendedBy, endsAt);
  }

  /**
   * A party rejects.
   *
   * @throws LifeCycleRefusedException if it is not proposed, or the city is no party
   */
  public AgreementState reject(DivisionCode city) {
    require(Status.PROPOSED, "REJECT", city);
    return new AgreementState(Status.REJECTED, parties, signedBy, suspendedBy, endsAt);
  }

  /**
   * A party suspends: the rules into and out of it rest.
   *
   * @throws LifeCycleRefusedException if it is not active, or the city is no party or has suspended
   */
  public AgreementState suspend(DivisionCode city) {
    require(Status.ACTIVE, "SUSPEND", city);
    TreeSet<DivisionCode> suspended = new TreeSet<>(suspendedBy);
    if (!suspended.add(city)) {
      throw LifeCycleRefusedException.of(LifeCycleRefusal.ALREADY_SUSPENDED_BY_PARTY);
    }
    return new AgreementState(status, parties, signedBy, suspended, endsAt);
  }

  /**
   * A party resumes what it suspended.
   *
   * @throws LifeCycleRefusedException if it is not active, or the city is no party or has not
   *     suspended
   */
  public AgreementState resume(DivisionCode city) {
    require(Status.ACTIVE, "RESUME", city);
    TreeSet<DivisionCode> suspended = new TreeSet<>(suspendedBy);
    if (!suspended.remove(city)) {
      throw LifeCycleRefusedException.of(LifeCycleRefusal.NOT_SUSPENDED_BY_PARTY);
    }
    return new AgreementState(status, parties, signedBy, suspended, endsAt);
  }

  /**
   * A party gives notice: it ends after the notice; a second notice does not put it off.
   *
   * @param at when the notice is given
   * @param noticeSeconds how long it runs, at least 1
   * @throws LifeCycleRefusedException if it is not active, or the city is no party
   */
  public AgreementState giveNotice(DivisionCode city, Instant at, long noticeSeconds) {
    require(Status.ACTIVE, "GIVE_NOTICE", city);
    Instant end = at.plusSeconds(noticeSeconds);
    Instant first = endsAt.filter(earlier -> earlier.isBefore(end)).orElse(end);
    return new AgreementState(status, parties, signedBy, suspendedBy, Optional.of(first));
  }

  /**
   * The next version is in force.
   *
   * @throws LifeCycleRefusedException if this one is not active
   */
  public AgreementState replace() {
    if (status != Status.ACTIVE) {
      throw LifeCycleRefusedException.notAllowed(status, "REPLACE");
    }
    return new AgreementState(Status.REPLACED, parties, signedBy, suspendedBy, endsAt);
  }

  /** Whether it binds two cities at a time: active, not ended, and suspended by neither. */
  public boolean binds(DivisionCode one, DivisionCode other, Instant time) {
    boolean ended = endsAt.isPresent() && !time.isBefore(endsAt.get());
    return status == Status.ACTIVE
        && !ended
        && parties.contains(one)
        && parties.contains(other)
        && !suspendedBy.contains(one)
        && !suspendedBy.contains(other);
  }

  private void require(Status expected, String action, DivisionCode city) {
    if (status != expected) {
      throw LifeCycleRefusedException.notAllowed(status, action);
    }
    if (!parties.contains(city)) {
      throw LifeCycleRefusedException.of(LifeCycleRefusal.NOT_A_PARTY);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.licence;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.Uscc;
import org.huxin.core.lifecycle.LifeCycleRefusal;
import org.huxin.core.lifecycle.LifeCycleRefusedException;

/**
 * Where a licence stands on the ledger, and what may become of it (proto/spec/life-cycles.md,
 * Licence). Expiry is no state: the record says it, and to the ledger an expired licence is valid.
 *
 * @param status where it stands
 * @param suspendedBy who suspended it; not empty exactly if it is suspended; unmodifiable
 * @param destination where it is being transferred to; present exactly if it is transferred out
 */
public record LicenceState(
    Status status, SortedSet<Uscc> suspendedBy, Optional<DivisionCode> destination) {

  /** Where a licence stands. */
  public enum Status {
    /** 有效. */
    VALID,
    /** 暂扣. */
    SUSPENDED,
    /** 撤销. */
    WITHDRAWN,
    /** 吊销. */
    REVOKED,
    /** 注销. */
    CANCELLED,
    /** A later licence took its place. */
    SUPERSEDED,
    /** 办理转出. */
    TRANSFERRED_OUT,
    /** Taken over by the destination. */
    CLOSED
  }

  /** In which capacity a party acts on a licence. */
  public enum Party {
    /** Who issued it, or succeeds to that. */
    ISSUER,
    /** The issuer's superior. */
    SUPERIOR,
    /** Who supervises the type in the division. */
    SUPERVISOR,
    /** An issuer of the city that a transfer names. */
    DESTINATION
  }

  /** A licence to which nothing has happened. */
  public static final LicenceState VALID =
      new LicenceState(Status.VALID, Collections.emptySortedSet(), Optional.empty());

  /**
   * A state.
   *
   * @throws IllegalArgumentException if suspensions or a destination stand where none belongs, or
   *     are missing where they do
   */
  public LicenceState {
    suspendedBy = Collections.unmodifiableSortedSet(new TreeSet<>(suspendedBy));
    if ((status == Status.SUSPENDED) == suspendedBy.isEmpty()
        || (status == Status.TRANSFERRED_OUT) != destination.isPresent()) {
      throw new IllegalArgumentException("suspensions and destination belong to their states");
    }
  }

  /**
   * A party adds its own suspension.
   *
   * @throws LifeCycleRefusedException if the licence is neither valid nor suspended, the party may
   *     not suspend, or has done so
   */
  public LicenceState suspend(Party party, Uscc by) {
    require(isAlive() && (party == Party.ISSUER || party == Party.SUPERVISOR), "SUSPEND");
    TreeSet<Uscc> parties = new TreeSet<>(suspendedBy);
    if (!parties.add(by)) {
      throw LifeCycleRefusedException.of(LifeCycleRefusal.ALREADY_SUSPENDED_BY_PARTY);
    }
    return new LicenceState(Status.SUSPENDED, parties, Optional.empty());
  }

  /**
   * A party lifts a suspension; it stays suspended while another party's remains.
   *
   * @param whose whose suspension: the party's own, its predecessor's, or for the superior the
   *     issuer's
   * @throws LifeCycleRefusedException if the licence is not suspended, or not by that party
   */
  public LicenceState resume(Party party, Uscc whose) {
    require(status == Status.SUSPENDED && party != Party.DESTINATION, "RESUME");
    TreeSet<Uscc> parties = new TreeSet<>(suspendedBy);
    if (!parties.remove(whose)) {
      throw LifeCycleRefusedException.of(LifeCycleRefusal.NOT_SUSPENDED_BY_PARTY);
    }
    return parties.isEmpty()
        ? VALID
        : new LicenceState(Status.SUSPENDED, parties, Optional.empty());
  }

  /**
   * 撤销, 吊销 and 注销: withdrawn by the issuer or its superior, revoked by the supervisor, cancelled by
   * the issuer.
   *
   * @throws LifeCycleRefusedException if the licence has ended or moved, or another party acts
   * @throws IllegalArgumentException if the action is no such end
   */
  public LicenceState end(StatusAction action, Party party) {
    boolean competent =
        switch (action) {
          case WITHDRAW -> party == Party.ISSUER || party == Party.SUPERIOR;
          case REVOKE -> party == Party.SUPERVISOR;
          case CANCEL -> party == Party.ISSUER;
          default -> throw new IllegalArgumentException("not an end");
        };
    require(isAlive() && competent, action.name());
    Status end =
        action == StatusAction.WITHDRAW
            ? Status.WITHDRAWN
            : action == StatusAction.REVOKE ? Status.REVOKED : Status.CANCELLED;
    return new LicenceState(end, Collections.emptySortedSet(), Optional.empty());
  }

  /**
   * A later licence of the issuer takes its place. A suspended one cannot be renewed away.
   *
   * @throws LifeCycleRefusedException if the licence is not valid, or another party acts
   */
  public LicenceState supersede(Party party) {
    require(status == Status.VALID && party == Party.ISSUER, "SUPERSEDE");
    return new LicenceState(Status.SUPERSEDED, Collections.emptySortedSet(), Optional.empty());
  }

  /**
   * 办理转出: the issuer sends it to another city.
   *
   * @throws LifeCycleRefusedException if the licence is not valid, or another party acts
   */
  public LicenceState transferOut(Party party, DivisionCode to) {
    require(status == Status.VALID && party == Party.ISSUER, "TRANSFER_OUT");
    return new LicenceState(Status.TRANSFERRED_OUT, Collections.emptySortedSet(), Optional.of(to));
  }

  /**
   * 取消办理转出: the issuer calls it back.
   *
   * @throws LifeCycleRefusedException if the licence is not transferred out, or another party acts
   */
  public LicenceState cancelTransferOut(Party party) {
    require(status == Status.TRANSFERRED_OUT && party == Party.ISSUER, "CANCEL_TRANSFER_OUT");
    return VALID;
  }

  /**
   * The destination has issued its own.
   *
   * @throws LifeCycleRefusedException if the licence is not transferred out, or another party acts
   */
  public LicenceState close(Party party) {
    require(status == Status.TRANSFERRED_OUT && party == Party.DESTINATION, "CLOSE");
    return new LicenceState(Status.CLOSED, Collections.emptySortedSet(), Optional.empty());
  }

  private boolean isAlive() {
    return status == Status.VALID || status == Status.SUSPENDED;
  }

  private void require(boolean allowed, String action) {
    if (!allowed) {
      throw LifeCycleRefusedException.notAllowed(status, action);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.licence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Uscc;

/**
 * All that happened to a licence, and where it stood after any of it and at any time
 * (proto/spec/batch-and-status.md, Status at a time). Immutable.
 */
public final class StatusLine {
  /** Nothing has happened. */
  public static final StatusLine EMPTY = new StatusLine(List.of(), change -> true);

  private final List<StatusChange> changes;
  private final Predicate<StatusChange> counts;

  private StatusLine(List<StatusChange> changes, Predicate<StatusChange> counts) {
    this.changes = List.copyOf(changes);
    this.counts = counts;
  }

  /**
   * Where a licence stands.
   *
   * @param state its state
   * @param last the change that put it there; empty if nothing did
   * @param version the version of that change; 0 if nothing did
   */
  public record Standing(LicenceState state, Optional<StatusChange> last, int version) {}

  /** A line of changes that all count. */
  public static StatusLine of(List<StatusChange> changes) {
    return new StatusLine(changes, change -> true);
  }

  /**
   * A line of changes.
   *
   * @param changes all of them, oldest first
   * @param counts whether a change counts: not if a compromised key made it
   */
  public static StatusLine of(List<StatusChange> changes, Predicate<StatusChange> counts) {
    return new StatusLine(changes, counts);
  }

  /** Where it stands after all that happened, whatever the legal dates. */
  public Standing now() {
    return fold(Optional.empty(), change -> true);
  }

  /**
   * Where it stands at a legal time, as the ledger knew by another: after the highest version that
   * was recorded by then and takes effect by the legal time. Suspensions are those that have begun
   * by then: a later one that takes effect earlier does not bring the others forward.
   *
   * @param knownAt empty for all that it knows
   */
  public Standing at(Instant asOf, Optional<Instant> knownAt) {
    return fold(knownAt, change -> !change.effectiveFrom().isAfter(asOf));
  }

  /** An entry, whether it counts or not; empty if there is none of that version. */
  public Optional<StatusChange> change(int version) {
    return version >= 1 && version <= changes.size()
        ? Optional.of(changes.get(version - 1))
        : Optional.empty();
  }

  /** Whether the entry of a version was struck out, as far as the ledger knows. */
  public boolean isStruck(int version) {
    return struck(Optional.empty()).contains(version);
  }

  /**
   * The disputes that were accepted and had not ended, as the ledger knew by a time.
   *
   * @param knownAt empty for all that it knows
   */
  public Set<StatementId> openDisputes(Optional<Instant> knownAt) {
    Set<Integer> struck = struck(knownAt);
    TreeSet<StatementId> open = new TreeSet<>();
    for (int version = 1; version <= changes.size(); version++) {
      StatusChange change = changes.get(version - 1);
      boolean known = knownAt.isEmpty() || !change.at().isAfter(knownAt.get());
      if (!known || struck.contains(version) || !counts.test(change)) {
        continue;
      }
      if (change.action() == StatusEvent.DISPUTE_BEGINS) {
        open.add(change.dispute().orElseThrow());
      } else if (change.action() == StatusEvent.DISPUTE_ENDS) {
        open.remove(change.dispute().orElseThrow());
      }
    }
    return Collections.unmodifiableSet(open);
  }

  /** The changes of status that count, as the ledger knew by a time, oldest first. */
  public List<StatusChange> standing(Optional<Instant> knownAt) {
    Set<Integer> struck = struck(knownAt);
    List<StatusChange> standing = new ArrayList<>();
    for (int version = 1; version <= changes.size(); version++) {
      if (stands(changes.get(version - 1), version, struck, knownAt)) {
        standing.add(changes.get(version - 1));
      }
    }
    return standing;
  }

  private Standing fold(Optional<Instant> knownAt, Predicate<StatusChange> inEffect) {
    Set<Integer> struck = struck(knownAt);
    // Kept apart: a licence that is called back is suspended by whoever has not lifted it.
    TreeSet<Uscc> suspendedBy = new TreeSet<>();
    Standing standing = new Standing(LicenceState.VALID, Optional.empty(), 0);
    for (int version = 1; version <= changes.size(); version++) {
      StatusChange change = changes.get(version - 1);
      if (stands(change, version, struck, knownAt) && inEffect.test(change)) {
        suspend(suspendedBy, change);
        standing = new Standing(after(standing.state(), change), Optional.of(change), version);
      }
    }
    boolean suspended =
        standing.state().status() == LicenceState.Status.VALID && !suspendedBy.isEmpty();
    return suspended
        ? new Standing(
            new LicenceState(LicenceState.Status.SUSPENDED, suspendedBy, Optional.empty()),
            standing.last(),
            standing.version())
        : standing;
  }

  private boolean stands(
      StatusChange change, int version, Set<Integer> struck, Optional<Instant> knownAt) {
    boolean known = knownAt.isEmpty() || !change.at().isAfter(knownAt.get());
    return known
        && change.action().changesStatus()
        && change.action() != StatusEvent.ANNUL
        && !struck.contains(version)
        && counts.test(change);
  }

  /** The versions that stand no longer: an annulment may itself have been struck out later. */
  private Set<Integer> struck(Optional<Instant> knownAt) {
    Set<Integer> struck = new HashSet<>();
    for (int version = changes.size(); version >= 1; version--) {
      StatusChange change = changes.get(version - 1);
      boolean known = knownAt.isEmpty() || !change.at().isAfter(knownAt.get());
      if (known && !struck.contains(version) && counts.test(change)) {
        change.strikes().ifPresent(struck::add);
      }
    }
    return struck;
  }

  /** Each party adds its own suspension, and lifts that or the one that the entry names. */
  private static void suspend(Set<Uscc> suspendedBy, StatusChange change) {
    if (change.action() == StatusEvent.SUSPEND) {
      suspendedBy.add(authority(change));
    } else if (change.action() == StatusEvent.RESUME) {
      suspendedBy.remove(change.lifted().orElseGet(() -> authority(change)));
    }
  }

  /**
   * The state that a change leaves, suspensions aside. Whether it was allowed was judged when it
   * was accepted; here, those between may be missing: not in effect yet, struck out, or of a
   * compromised key.
   */
  private static LicenceState after(LicenceState state, StatusChange change) {
    return switch (change.action()) {
      case WITHDRAW -> ended(LicenceState.Status.WITHDRAWN);
      case REVOKE -> ended(LicenceState.Status.REVOKED);
      case CANCEL -> ended(LicenceState.Status.CANCELLED);
      case SUPERSEDE -> ended(LicenceState.Status.SUPERSEDED);
      case CLOSE -> ended(LicenceState.Status.CLOSED);
      case TRANSFER_OUT -> transferredOut(change.destination().orElseThrow());
      case CANCEL_TRANSFER_OUT ->
          state.status() == LicenceState.Status.TRANSFERRED_OUT ? LicenceState.VALID : state;
      case SUSPEND, RESUME, ANNUL, DISPUTE_BEGINS, DISPUTE_ENDS -> state;
    };
  }

  private static LicenceState transferredOut(DivisionCode destination) {
    return new LicenceState(
        LicenceState.Status.TRANSFERRED_OUT,
        Collections.emptySortedSet(),
        Optional.of(destination));
  }

  private static LicenceState ended(LicenceState.Status status) {
    return new LicenceState(status, Collections.emptySortedSet(), Optional.empty());
  }

  private static Uscc authority(StatusChange change) {
    if (change.by() instanceof KeyId.OfAuthority kid) {
      return kid.authority();
    }
    throw new IllegalStateException("a holder's key changed a status");
  }
}

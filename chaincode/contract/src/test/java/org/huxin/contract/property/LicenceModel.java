// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.property;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huxin.core.licence.StatusEvent;
import org.huxin.core.refusal.LedgerRefusal;

/**
 * One licence: all that was recorded of it. For every question all of it is looked through anew;
 * what ended it comes before where it was sent, and that before who suspended it.
 */
final class LicenceModel {
  /** Who acts. */
  enum Who {
    ISSUER,
    SUCCESSOR,
    SUPERIOR,
    SUPERVISOR,
    SECOND_SUPERVISOR,
    DESTINATION,
    STRANGER;

    boolean isIssuer() {
      return this == ISSUER || this == SUCCESSOR;
    }

    boolean supervises() {
      return this == SUPERVISOR || this == SECOND_SUPERVISOR;
    }
  }

  /** Where it stands. */
  enum Stand {
    VALID,
    SUSPENDED,
    WITHDRAWN,
    REVOKED,
    CANCELLED,
    SUPERSEDED,
    TRANSFERRED_OUT,
    CLOSED
  }

  /** Where a licence may be sent. */
  enum Place {
    DESTINATION_DISTRICT,
    DESTINATION_CITY,
    THIRD_CITY,
    OWN_CITY,
    NOWHERE
  }

  /** Since when an authority's first key was compromised, and when that was recorded. */
  record Theft(Instant since, Instant recorded) {}

  /**
   * What is asked.
   *
   * @param replaces 0 for nothing
   * @param strikes 0 for nothing
   */
  record Request(
      StatusEvent event,
      Instant effective,
      Place place,
      boolean agreed,
      int replaces,
      int strikes) {}

  private record Entry(
      StatusEvent event,
      Who by,
      boolean firstKey,
      Instant effective,
      Instant at,
      Place place,
      Who lifted,
      int strikes) {}

  private final List<Entry> entries;
  private final Map<Who, Theft> thefts;

  LicenceModel(Map<Who, Theft> thefts) {
    this(List.of(), thefts);
  }

  private LicenceModel(List<Entry> entries, Map<Who, Theft> thefts) {
    this.entries = new ArrayList<>(entries);
    this.thefts = thefts;
  }

  LicenceModel copy() {
    return new LicenceModel(entries, thefts);
  }

  int version() {
    return entries.size();
  }

  private boolean isForged(Entry entry, Instant knownAt) {
    return Optional.ofNullable(thefts.get(entry.by()))
        .filter(theft -> entry.firstKey() && !theft.recorded().isAfter(knownAt))
        .filter(theft -> !entry.at().isBefore(theft.since()))
        .isPresent();
  }

  /** The numbers of the entries that were struck out, as far as was known. */
  private Set<Integer> struck(Instant knownAt) {
    Set<Integer> struck = new HashSet<>();
    for (int number = entries.size(); number > 0; number--) {
      Entry entry = entries.get(number - 1);
      if (entry.strikes() > 0 && !entry.at().isAfter(knownAt) && !struck.contains(number)) {
        struck.add(entry.strikes());
      }
    }
    return struck;
  }

  private List<Entry> standing(Instant asOf, Instant knownAt, boolean withForged) {
    Set<Integer> struck = struck(knownAt);
    List<Entry> standing = new ArrayList<>();
    for (int number = 1; number <= entries.size(); number++) {
      Entry entry = entries.get(number - 1);
      boolean known = !entry.at().isAfter(knownAt) && !entry.effective().isAfter(asOf);
      boolean counts = withForged || !isForged(entry, knownAt);
      if (known && counts && !struck.contains(number)) {
        standing.add(entry);
      }
    }
    return standing;
  }

  /** Where it stood for whoever asked as of a legal time, as was known at another. */
  Stand at(Instant asOf, Instant knownAt) {
    return stand(standing(asOf, knownAt, false));
  }

  /** Where it stands for the next statement: all that is recorded, whoever's key it was. */
  Stand now() {
    return stand(standing(Instant.MAX, Instant.MAX, true));
  }

  Set<Who> suspending() {
    return suspending(standing(Instant.MAX, Instant.MAX, true));
  }

  private static Set<Who> suspending(List<Entry> standing) {
    Set<Who> suspending = EnumSet.noneOf(Who.class);
    for (Entry each : standing) {
      if (each.event() == StatusEvent.SUSPEND) {
        suspending.add(each.by());
      } else if (each.event() == StatusEvent.RESUME) {
        suspending.remove(each.lifted());
      }
    }
    return suspending;
  }

  private static Stand stand(List<Entry> standing) {
    Stand stand = suspending(standing).isEmpty() ? Stand.VALID : Stand.SUSPENDED;
    for (Entry each : standing) {
      if (each.event() == StatusEvent.TRANSFER_OUT) {
        stand = Stand.TRANSFERRED_OUT;
      } else if (each.event() == StatusEvent.CANCEL_TRANSFER_OUT) {
        stand = suspending(standing).isEmpty() ? Stand.VALID : Stand.SUSPENDED;
      }
    }
    Map<StatusEvent, Stand> ends = new EnumMap<>(StatusEvent.class);
    ends.put(StatusEvent.WITHDRAW, Stand.WITHDRAWN);
    ends.put(StatusEvent.REVOKE, Stand.REVOKED);
    ends.put(StatusEvent.CANCEL, Stand.CANCELLED);
    ends.put(StatusEvent.SUPERSEDE, Stand.SUPERSEDED);
    ends.put(StatusEvent.CLOSE, Stand.CLOSED);
    for (Entry each : standing) {
      stand = ends.getOrDefault(each.event(), stand);
    }
    return stand;
  }

  /** Where it was last sent. */
  private Place sentTo() {
    return standing(Instant.MAX, Instant.MAX, true).stream()
        .filter(each -> each.event() == StatusEvent.TRANSFER_OUT)
        .reduce((first, second) -> second)
        .orElseThrow()
        .place();
  }

  /** Whose suspension somebody lifts; empty if there is none that he may. */
  private Optional<Who> lifted(Who by) {
    Set<Who> suspending = suspending();
    if (suspending.contains(by)) {
      return Optional.of(by);
    }
    boolean forTheIssuer = by == Who.SUCCESSOR || by == Who.SUPERIOR;
    return Optional.of(Who.ISSUER).filter(issuer -> forTheIssuer && suspending.contains(issuer));
  }

  /** Why a status statement would be refused; empty if it is not. */
  Optional<LedgerRefusal> whyNot(Request request, Who by, Instant now) {
    if (request.event() != StatusEvent.WITHDRAW && request.effective().isBefore(now)) {
      return Optional.of(LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED);
    }
    if (request.event() != StatusEvent.SUSPEND && request.replaces() != version()) {
      return Optional.of(
          request.replaces() == 0 ? LedgerRefusal.REPLACES_MISSING : LedgerRefusal.STALE_VERSION);
    }
    Stand stand = now();
    boolean alive = stand == Stand.VALID || stand == Stand.SUSPENDED;
    return switch (request.event()) {
      case SUSPEND ->
          unless(by.isIssuer() || by.supervises(), LedgerRefusal.NOT_COMPETENT)
              .or(() -> unless(alive, LedgerRefusal.TRANSITION_NOT_ALLOWED))
              .or(
                  () ->
                      unless(!suspending().contains(by), LedgerRefusal.ALREADY_SUSPENDED_BY_PARTY));
      case RESUME -> whyNotResumed(by, stand);
      case WITHDRAW -> whyNotEnded(by.isIssuer() || by == Who.SUPERIOR, alive);
      case REVOKE -> whyNotEnded(by.supervises(), alive);
      case CANCEL -> whyNotEnded(by.isIssuer(), alive);
      case SUPERSEDE -> whyNotEnded(by.isIssuer(), stand == Stand.VALID);
      case TRANSFER_OUT ->
          whyNotEnded(by.isIssuer(), stand == Stand.VALID)
              .or(() -> unless(request.place() != Place.NOWHERE, LedgerRefusal.CITY_NOT_MEMBER))
              .or(
                  () ->
                      unless(
                          request.place() != Place.OWN_CITY,
                          LedgerRefusal.DESTINATION_NOT_ANOTHER_CITY));
      case CANCEL_TRANSFER_OUT -> whyNotEnded(by.isIssuer(), stand == Stand.TRANSFERRED_OUT);
      case CLOSE -> whyNotClosed(request, by, stand);
      case ANNUL ->
          unless(isStrikable(request.strikes(), by), LedgerRefusal.ENTRY_NOT_TO_BE_STRUCK);
      case DISPUTE_BEGINS, DISPUTE_ENDS -> throw new IllegalArgumentException("no request");
    };
  }

  private static Optional<LedgerRefusal> unless(boolean holds, LedgerRefusal refusal) {
    return holds ? Optional.empty() : Optional.of(refusal);
  }

  private static Optional<LedgerRefusal> whyNotEnded(boolean competent, boolean possible) {
    return unless(competent, LedgerRefusal.NOT_COMPETENT)
        .or(() -> unless(possible, LedgerRefusal.TRANSITION_NOT_ALLOWED));
  }

  private Optional<LedgerRefusal> whyNotResumed(Who by, Stand stand) {
    boolean party = by.isIssuer() || by.supervises() || by == Who.SUPERIOR;
    if (stand == Stand.SUSPENDED && lifted(by).isPresent()) {
      return Optional.empty();
    }
    return unless(party, LedgerRefusal.NOT_COMPETENT)
        .or(() -> unless(stand == Stand.SUSPENDED, LedgerRefusal.TRANSITION_NOT_ALLOWED))
        .or(() -> Optional.of(LedgerRefusal.NOT_SUSPENDED_BY_PARTY));
  }

  private Optional<LedgerRefusal> whyNotClosed(Request request, Who by, Stand stand) {
    if (stand != Stand.TRANSFERRED_OUT) {
      return Optional.of(LedgerRefusal.TRANSITION_NOT_ALLOWED);
    }
    boolean issues = by.isIssuer() || by == Who.DESTINATION || by == Who.STRANGER;
    return unless(issues, LedgerRefusal.ROLE_NOT_IN_FORCE)
        .or(
            () ->
                unless(
                    by == Who.DESTINATION && sentTo() == Place.DESTINATION_DISTRICT,
                    LedgerRefusal.NOT_COMPETENT))
        .or(() -> unless(request.agreed(), LedgerRefusal.AGREEMENT_DOES_NOT_COVER));
  }

  private boolean isStrikable(int number, Who by) {
    if (number < 1 || number > entries.size() || struck(Instant.MAX).contains(number)) {
      return false;
    }
    Entry entry = entries.get(number - 1);
    boolean own = entry.by() == by || (entry.by() == Who.ISSUER && by == Who.SUCCESSOR);
    return own && isForged(entry, Instant.MAX);
  }

  /** Why the destination's batch would not take it over; empty if it does. */
  Optional<LedgerRefusal> whyNotTakenOver(boolean atTheDestination, boolean agreed) {
    boolean sent = atTheDestination && now() == Stand.TRANSFERRED_OUT && isTheDestination(sentTo());
    return unless(now() == Stand.TRANSFERRED_OUT, LedgerRefusal.TRANSITION_NOT_ALLOWED)
        .or(() -> unless(sent, LedgerRefusal.NOT_COMPETENT))
        .or(() -> unless(agreed, LedgerRefusal.AGREEMENT_DOES_NOT_COVER));
  }

  private static boolean isTheDestination(Place place) {
    return place == Place.DESTINATION_DISTRICT || place == Place.DESTINATION_CITY;
  }

  /** Records it. */
  void record(Request request, Who by, boolean firstKey, Instant committedAt) {
    Instant last = entries.isEmpty() ? committedAt : entries.get(entries.size() - 1).at();
    Instant at = last.isAfter(committedAt) ? last : committedAt;
    boolean withTheBatch =
        request.event() == StatusEvent.SUPERSEDE || request.effective().equals(Instant.MIN);
    entries.add(
        new Entry(
            request.event(),
            by,
            firstKey,
            withTheBatch ? at : request.effective(),
            at,
            request.place(),
            request.event() == StatusEvent.RESUME ? lifted(by).orElseThrow() : by,
            request.strikes()));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.property;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.huxin.contract.sample.SampleCity;
import org.huxin.core.refusal.LedgerRefusal;

/** The versions of one agreement between some of the cities. */
final class AgreementModel {
  /** Where a version stands. */
  enum Stand {
    PROPOSED,
    ACTIVE,
    REJECTED,
    REPLACED
  }

  /** What a party does. */
  enum Act {
    SIGN,
    REJECT,
    SUSPEND,
    RESUME,
    NOTICE
  }

  /** What a version says. */
  record Terms(Set<SampleCity> parties, Instant validTo, int noticeSeconds) {}

  /** A version. */
  static final class Version {
    final Terms terms;
    final Set<SampleCity> signed = EnumSet.noneOf(SampleCity.class);
    final Set<SampleCity> suspended = EnumSet.noneOf(SampleCity.class);
    Stand stand = Stand.PROPOSED;
    Instant ends = Instant.MAX;
    Instant last;
    int changes;

    private Version(Terms terms, Instant last, int changes) {
      this.terms = terms;
      this.last = last;
      this.changes = changes;
    }

    private Instant record(Instant now) {
      last = now.isBefore(last) ? last : now;
      changes++;
      return last;
    }

    /** Whether licences of one city are recognised in another. */
    boolean binds(SampleCity one, SampleCity other, Instant time) {
      boolean rests = suspended.contains(one) || suspended.contains(other);
      return stand == Stand.ACTIVE
          && terms.parties().contains(one)
          && terms.parties().contains(other)
          && !rests
          && time.isBefore(ends);
    }
  }

  private final Map<Integer, Version> versions = new TreeMap<>();

  AgreementModel(Terms terms, Instant now) {
    versions.put(1, new Version(terms, now, 1));
  }

  Map<Integer, Version> versions() {
    return versions;
  }

  Optional<Version> find(int number) {
    return Optional.ofNullable(versions.get(number));
  }

  private Version get(int number) {
    return find(number).orElseThrow();
  }

  /** Why terms may not be proposed by a city; empty if they may. */
  static Optional<LedgerRefusal> whyNotProposed(
      Terms terms, SampleCity city, Instant now, int shortestNotice) {
    if (!terms.parties().contains(city)) {
      return Optional.of(LedgerRefusal.NOT_A_PARTY);
    }
    if (terms.noticeSeconds() < shortestNotice) {
      return Optional.of(LedgerRefusal.NOTICE_TOO_SHORT);
    }
    return now.isBefore(terms.validTo())
        ? Optional.empty()
        : Optional.of(LedgerRefusal.NO_LONGER_IN_FORCE);
  }

  /** Why a party's act would be refused; empty if it is not. */
  Optional<LedgerRefusal> whyNot(
      Act act,
      int number,
      SampleCity signer,
      SampleCity city,
      boolean sameTerms,
      int replaces,
      Instant now) {
    Version version = versions.get(number);
    if (version == null) {
      return Optional.of(LedgerRefusal.NOT_FOUND);
    }
    if (act == Act.RESUME && replaces != version.changes) {
      return Optional.of(LedgerRefusal.STALE_VERSION);
    }
    if (signer != city) {
      return Optional.of(LedgerRefusal.NOT_COMPETENT);
    }
    if (act == Act.SIGN && !sameTerms) {
      return Optional.of(LedgerRefusal.TERMS_DIFFER);
    }
    if (act == Act.SIGN && !now.isBefore(version.terms.validTo())) {
      return Optional.of(LedgerRefusal.NO_LONGER_IN_FORCE);
    }
    Stand needed = act == Act.SIGN || act == Act.REJECT ? Stand.PROPOSED : Stand.ACTIVE;
    if (version.stand != needed) {
      return Optional.of(LedgerRefusal.TRANSITION_NOT_ALLOWED);
    }
    if (!version.terms.parties().contains(city)) {
      return Optional.of(LedgerRefusal.NOT_A_PARTY);
    }
    return switch (act) {
      case SIGN -> when(version.signed.contains(city), LedgerRefusal.ALREADY_SIGNED);
      case SUSPEND ->
          when(version.suspended.contains(city), LedgerRefusal.ALREADY_SUSPENDED_BY_PARTY);
      case RESUME -> when(!version.suspended.contains(city), LedgerRefusal.NOT_SUSPENDED_BY_PARTY);
      case REJECT, NOTICE -> Optional.empty();
    };
  }

  private static Optional<LedgerRefusal> when(boolean refused, LedgerRefusal refusal) {
    return refused ? Optional.of(refusal) : Optional.empty();
  }

  void act(Act act, int number, SampleCity city, Instant now) {
    Version version = get(number);
    Instant at = version.record(now);
    switch (act) {
      case SIGN -> sign(number, city, now);
      case REJECT -> version.stand = Stand.REJECTED;
      case SUSPEND -> version.suspended.add(city);
      case RESUME -> version.suspended.remove(city);
      case NOTICE -> {
        Instant end = at.plusSeconds(version.terms.noticeSeconds());
        version.ends = end.isBefore(version.ends) ? end : version.ends;
      }
    }
  }

  private void sign(int number, SampleCity city, Instant now) {
    Version version = get(number);
    version.signed.add(city);
    if (version.signed.equals(version.terms.parties())) {
      version.stand = Stand.ACTIVE;
      find(number - 1)
          .ifPresent(
              before -> {
                before.stand = Stand.REPLACED;
                var unused = before.record(now);
              });
    }
  }

  /** Why the next version would not be proposed; empty if it is. */
  Optional<LedgerRefusal> whyNotAmended(
      int number, Terms terms, SampleCity city, int replaces, Instant now, int shortestNotice) {
    Version before = versions.get(number - 1);
    if (before == null) {
      return Optional.of(LedgerRefusal.NOT_FOUND);
    }
    if (replaces != before.changes) {
      return Optional.of(LedgerRefusal.STALE_VERSION);
    }
    Optional<LedgerRefusal> terms1 = whyNotProposed(terms, city, now, shortestNotice);
    if (terms1.isPresent()) {
      return terms1;
    }
    if (!before.terms.parties().contains(city)) {
      return Optional.of(LedgerRefusal.NOT_A_PARTY);
    }
    if (before.stand != Stand.ACTIVE) {
      return Optional.of(LedgerRefusal.TRANSITION_NOT_ALLOWED);
    }
    if (!now.isBefore(before.ends)) {
      return Optional.of(LedgerRefusal.NO_LONGER_IN_FORCE);
    }
    if (!terms.parties().containsAll(before.terms.parties())) {
      return Optional.of(LedgerRefusal.PARTY_LEFT_OUT);
    }
    return when(
        find(number).filter(next -> next.stand != Stand.REJECTED).isPresent(),
        LedgerRefusal.ALREADY_EXISTS);
  }

  void amend(int number, Terms terms, Instant now) {
    Optional<Version> rejected = find(number);
    Instant last = rejected.map(each -> each.last).filter(now::isBefore).orElse(now);
    versions.put(
        number, new Version(terms, last, rejected.map(each -> each.changes).orElse(0) + 1));
  }
}

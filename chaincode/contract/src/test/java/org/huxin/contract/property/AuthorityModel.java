// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.property;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huxin.core.authority.Role;
import org.huxin.core.refusal.LedgerRefusal;

/** The keys and roles of one authority: all that was ever said of them. */
final class AuthorityModel {
  /** A role from a time on, until another if there is one. */
  record Grant(Role role, Instant from, Instant to) {
    boolean covers(Role asked, Instant time) {
      return role == asked && !time.isBefore(from) && time.isBefore(to);
    }
  }

  private record Roles(Instant at, List<Grant> named) {}

  private record End(Instant from, Instant compromised, Instant at) {}

  private record Key(String material, Instant from, Instant to, Instant at, List<End> ends) {}

  private final List<Roles> roles = new ArrayList<>();
  private final Map<Integer, Key> keys = new TreeMap<>();
  private Instant last;
  private int version = 1;

  AuthorityModel(Grant grant, String material, Instant at) {
    last = at;
    roles.add(new Roles(at, List.of(grant)));
    keys.put(1, new Key(material, at, Instant.MAX, at, new ArrayList<>()));
  }

  int version() {
    return version;
  }

  /** What the latest statement about its roles named. */
  List<Grant> named() {
    return roles.get(roles.size() - 1).named();
  }

  private Instant record(Instant committedAt) {
    last = committedAt.isBefore(last) ? last : committedAt;
    version++;
    return last;
  }

  /** Whether it had a role at a time, as was known at another. */
  boolean has(Role role, Instant time, Instant knownAt) {
    int known = (int) roles.stream().filter(each -> !each.at().isAfter(knownAt)).count();
    return has(role, time, known);
  }

  /** A statement about roles holds from then on; what went before stays, and may be added to. */
  private boolean has(Role role, Instant time, int known) {
    if (known == 0) {
      return false;
    }
    Roles latest = roles.get(known - 1);
    boolean named = latest.named().stream().anyMatch(grant -> grant.covers(role, time));
    return named || (time.isBefore(latest.at()) && has(role, time, known - 1));
  }

  Optional<LedgerRefusal> whyNotNamed(List<Grant> grants, Instant issuedAt) {
    for (Grant grant : grants) {
      boolean stands =
          named().stream()
              .anyMatch(
                  each ->
                      each.equals(grant)
                          || (each.role() == grant.role()
                              && each.from().equals(grant.from())
                              && !each.to().isBefore(issuedAt)));
      if (!stands && grant.from().isBefore(issuedAt)) {
        return Optional.of(LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED);
      }
    }
    return Optional.empty();
  }

  void name(List<Grant> grants, Instant committedAt) {
    roles.add(new Roles(record(committedAt), grants));
  }

  Optional<LedgerRefusal> whyNotAdded(int number, String material) {
    if (keys.containsKey(number)) {
      return Optional.of(LedgerRefusal.KEY_NUMBER_USED);
    }
    return keys.values().stream().anyMatch(key -> key.material().equals(material))
        ? Optional.of(LedgerRefusal.KEY_REUSED)
        : Optional.empty();
  }

  void add(int number, String material, Instant from, Instant to, Instant committedAt) {
    keys.put(number, new Key(material, from, to, record(committedAt), new ArrayList<>()));
  }

  /** A key that is known; empty if it is not. */
  private Optional<Key> key(int number, Instant knownAt) {
    return Optional.ofNullable(keys.get(number)).filter(key -> !key.at().isAfter(knownAt));
  }

  boolean isInForce(int number, Instant time, Instant knownAt) {
    return key(number, knownAt)
        .filter(key -> !time.isBefore(key.from()) && time.isBefore(key.to()))
        .filter(
            key ->
                key.ends().stream()
                    .filter(end -> !end.at().isAfter(knownAt))
                    .noneMatch(end -> !end.from().isAfter(time)))
        .isPresent();
  }

  boolean isCompromised(int number, Instant time, Instant knownAt) {
    return key(number, knownAt).stream()
        .flatMap(key -> key.ends().stream())
        .anyMatch(end -> !end.at().isAfter(knownAt) && !end.compromised().isAfter(time));
  }

  /**
   * Why it would be refused that a key ends.
   *
   * @param compromised from when on nothing counts that it committed; the far future for never
   */
  Optional<LedgerRefusal> whyNotEnded(
      int number, Instant from, Instant compromised, boolean byItself, Instant now) {
    Optional<Key> key = key(number, Instant.MAX);
    if (key.isEmpty()) {
      return Optional.of(LedgerRefusal.KEY_UNKNOWN);
    }
    boolean ahead = !compromised.equals(Instant.MAX) && compromised.isAfter(now);
    if (from.isBefore(now) || ahead) {
      return Optional.of(LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED);
    }
    Instant ends = from.isBefore(last) ? last : from;
    List<End> known = key.get().ends();
    boolean sooner = known.stream().map(End::from).allMatch(ends::isBefore);
    boolean worse = known.stream().map(End::compromised).allMatch(compromised::isBefore);
    boolean places = known.size() < (byItself ? 2 : 4);
    boolean more = sooner || (worse && !compromised.equals(Instant.MAX));
    return more && places ? Optional.empty() : Optional.of(LedgerRefusal.KEY_ALREADY_RETIRED);
  }

  void end(int number, Instant from, Instant compromised, Instant committedAt) {
    Instant at = record(committedAt);
    key(number, Instant.MAX)
        .orElseThrow()
        .ends()
        .add(new End(from.isBefore(at) ? at : from, compromised, at));
  }

  /** Why a statement of a key would be refused before anything that it says. */
  Optional<LedgerRefusal> whyNotSigned(int number, Instant issuedAt, Instant committedAt) {
    if (issuedAt.isBefore(committedAt.minusSeconds(604_800))) {
      return Optional.of(LedgerRefusal.STATEMENT_TOO_OLD);
    }
    if (issuedAt.isAfter(committedAt.plusSeconds(300))) {
      return Optional.of(LedgerRefusal.STATEMENT_FROM_FUTURE);
    }
    if (!keys.containsKey(number)) {
      return Optional.of(LedgerRefusal.KEY_UNKNOWN);
    }
    if (isCompromised(number, committedAt, Instant.MAX)) {
      return Optional.of(LedgerRefusal.KEY_COMPROMISED);
    }
    return isInForce(number, issuedAt, Instant.MAX) && isInForce(number, committedAt, Instant.MAX)
        ? Optional.empty()
        : Optional.of(LedgerRefusal.KEY_NOT_IN_FORCE);
  }
}

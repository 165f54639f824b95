// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.property;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huxin.core.id.SealKey;
import org.huxin.core.id.Uscc;
import org.huxin.core.refusal.LedgerRefusal;

/**
 * Seals as a list of what happened, which is looked through anew for every question. One maker's
 * first key may turn out to be compromised.
 */
final class SealModel {
  /** What happens to a seal. */
  enum What {
    DISABLE,
    RESTORE,
    CANCEL,
    REPLACE
  }

  /** Where a seal stands. */
  enum Stand {
    ACTIVE,
    DISABLED,
    CANCELLED,
    REPLACED
  }

  /** A happening; key 0 for what had happened before the filing. */
  record Happening(What what, Instant date, Instant recorded, String key) {
    boolean ends() {
      return what == What.CANCEL || what == What.REPLACE;
    }
  }

  /** A filed seal. */
  static final class Filed {
    final Uscc maker;
    final Uscc owner;
    final List<Happening> happenings = new ArrayList<>();
    Instant lastRecorded;
    int version = 1;

    Filed(Uscc maker, Uscc owner, Instant recorded) {
      this.maker = maker;
      this.owner = owner;
      this.lastRecorded = recorded;
    }
  }

  private final Map<SealKey, Filed> seals = new HashMap<>();
  private String compromisedKey = "";
  private Instant compromisedSince = Instant.MAX;
  private Instant compromiseRecorded = Instant.MAX;

  Optional<Filed> find(SealKey seal) {
    return Optional.ofNullable(seals.get(seal));
  }

  private Filed get(SealKey seal) {
    return find(seal).orElseThrow();
  }

  void compromise(String key, Instant since, Instant recorded) {
    compromisedKey = key;
    compromisedSince = since;
    compromiseRecorded = recorded;
  }

  /** Where a seal stood at a legal time, as was known at another. */
  Stand at(SealKey seal, Instant time, Instant knownAt) {
    Optional<Happening> end = Optional.empty();
    Optional<Happening> last = Optional.empty();
    for (Happening each : get(seal).happenings) {
      if (!counts(each, knownAt) || each.date().isAfter(time)) {
        continue;
      }
      if (each.ends() && end.isEmpty()) {
        end = Optional.of(each);
      }
      if (!each.ends() && (last.isEmpty() || !each.date().isBefore(last.get().date()))) {
        last = Optional.of(each);
      }
    }
    if (end.isPresent()) {
      return end.get().what() == What.CANCEL ? Stand.CANCELLED : Stand.REPLACED;
    }
    return last.isPresent() && last.get().what() == What.DISABLE ? Stand.DISABLED : Stand.ACTIVE;
  }

  private boolean counts(Happening each, Instant knownAt) {
    boolean forged =
        each.key().equals(compromisedKey)
            && !each.recorded().isBefore(compromisedSince)
            && !compromiseRecorded.isAfter(knownAt);
    return !forged && !each.recorded().isAfter(knownAt);
  }

  /** Why a filing would be refused, of what had happened before; empty if it is not. */
  Optional<LedgerRefusal> whyNotFiled(
      SealKey seal, boolean isMaker, List<Happening> past, Instant issuedAt) {
    if (!isMaker) {
      return Optional.of(LedgerRefusal.ROLE_NOT_IN_FORCE);
    }
    if (seals.containsKey(seal)) {
      return Optional.of(LedgerRefusal.ALREADY_EXISTS);
    }
    boolean disabled = false;
    boolean ended = false;
    Instant last = Instant.MIN;
    for (Happening each : past) {
      if (each.date().isBefore(last) || each.date().isAfter(issuedAt)) {
        return Optional.of(LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED);
      }
      boolean possible = disabled ? each.what() != What.DISABLE : each.what() != What.RESTORE;
      if (ended || !possible) {
        return Optional.of(LedgerRefusal.TRANSITION_NOT_ALLOWED);
      }
      ended = each.ends();
      disabled = each.what() == What.DISABLE;
      last = each.date();
    }
    return Optional.empty();
  }

  void file(SealKey seal, Filed filed) {
    seals.put(seal, filed);
  }

  /** Why a change would be refused; empty if it is not. */
  Optional<LedgerRefusal> whyNotChanged(
      SealKey seal, What what, Instant date, Uscc signer, Optional<Integer> replaces) {
    Filed filed = seals.get(seal);
    if (filed == null) {
      return Optional.of(LedgerRefusal.NOT_FOUND);
    }
    boolean takesAway = what == What.DISABLE || what == What.CANCEL;
    if (!takesAway && !replaces.equals(Optional.of(filed.version))) {
      return Optional.of(LedgerRefusal.STALE_VERSION);
    }
    if (!signer.equals(filed.maker) && !(takesAway && signer.equals(filed.owner))) {
      return Optional.of(LedgerRefusal.NOT_COMPETENT);
    }
    boolean dated = what == What.DISABLE || what == What.RESTORE;
    boolean early =
        filed.happenings.stream()
            .anyMatch(each -> counts(each, Instant.MAX) && each.date().isAfter(date));
    if (dated && early) {
      return Optional.of(LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED);
    }
    return Optional.empty();
  }

  /** Why a seal cannot take another's place; empty if it can. */
  Optional<LedgerRefusal> whyNotSuccessor(SealKey seal, SealKey successor) {
    Filed next = seals.get(successor);
    if (next == null) {
      return Optional.of(LedgerRefusal.NOT_FOUND);
    }
    if (!next.owner.equals(get(seal).owner)) {
      return Optional.of(LedgerRefusal.SEAL_OF_OTHER_OWNER);
    }
    return isEnded(successor) || seal.equals(successor)
        ? Optional.of(LedgerRefusal.SEAL_ENDED)
        : Optional.empty();
  }

  private boolean isEnded(SealKey seal) {
    Stand stand = at(seal, Instant.MAX, Instant.MAX);
    return stand == Stand.CANCELLED || stand == Stand.REPLACED;
  }

  /** Why nothing of a kind can happen to a seal any more or now; empty if it can. */
  Optional<LedgerRefusal> whyNotPossible(SealKey seal, What what) {
    Stand stand = at(seal, Instant.MAX, Instant.MAX);
    boolean possible =
        switch (what) {
          case DISABLE -> stand == Stand.ACTIVE;
          case RESTORE -> stand == Stand.DISABLED;
          case CANCEL, REPLACE -> !isEnded(seal);
        };
    return possible ? Optional.empty() : Optional.of(LedgerRefusal.TRANSITION_NOT_ALLOWED);
  }

  void change(SealKey seal, What what, Instant date, Instant committedAt, String key) {
    Filed filed = get(seal);
    Instant recorded = committedAt.isBefore(filed.lastRecorded) ? filed.lastRecorded : committedAt;
    filed.happenings.add(new Happening(what, date, recorded, key));
    filed.lastRecorded = recorded;
    filed.version++;
  }
}

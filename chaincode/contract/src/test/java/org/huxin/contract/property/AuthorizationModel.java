// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.property;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huxin.core.id.StatementId;
import org.huxin.core.refusal.LedgerRefusal;

/** What a holder granted of one licence, what his agent passed on of it, and what was used. */
final class AuthorizationModel {
  /** Whose key signs. */
  enum Who {
    HOLDER,
    SUCCESSOR,
    AGENT,
    STRANGER;

    /** Whether it may speak for another's key: its own, or the one whose place it took. */
    boolean speaksFor(Who other) {
      return this == other || (this == SUCCESSOR && other == HOLDER);
    }
  }

  /** Which consumer. */
  enum Consumer {
    ASKER,
    OTHER
  }

  /** What a grant says. */
  record Grant(
      Who by,
      Instant issuedAt,
      Optional<Consumer> grantee,
      boolean withAgent,
      Optional<StatementId> parent,
      Set<String> fields,
      Set<String> items,
      int maxUses,
      Instant notBefore,
      Instant notAfter) {}

  private static final class Standing {
    private final Grant grant;
    private final Instant at;
    private int used;
    private boolean revoked;

    private Standing(Grant grant, Instant at) {
      this.grant = grant;
      this.at = at;
    }
  }

  private record Revocation(StatementId grant, Who by) {}

  private final Duration longest;
  private final Set<String> scopeFields;
  private final Map<StatementId, Standing> grants = new HashMap<>();
  private final Set<Revocation> revocations = new HashSet<>();
  private final Map<Who, Instant> ended = new EnumMap<>(Who.class);
  private Instant scopeCloses = Instant.MAX;

  AuthorizationModel(Duration longest, Set<String> scopeFields) {
    this.longest = longest;
    this.scopeFields = scopeFields;
  }

  /** Whether the ledger has a grant. */
  boolean isGranted(StatementId id) {
    return grants.containsKey(id);
  }

  /** How often a grant was used. */
  int used(StatementId id) {
    return get(id).used;
  }

  /** Whether a grant was withdrawn. */
  boolean isRevoked(StatementId id) {
    return get(id).revoked;
  }

  private Standing get(StatementId id) {
    return Optional.ofNullable(grants.get(id)).orElseThrow();
  }

  private static Optional<LedgerRefusal> when(boolean refused, LedgerRefusal refusal) {
    return refused ? Optional.of(refusal) : Optional.empty();
  }

  private boolean hadEnded(Who key, Instant time) {
    return Optional.ofNullable(ended.get(key)).filter(since -> !time.isBefore(since)).isPresent();
  }

  private Optional<LedgerRefusal> whyNotSigned(Who key, Instant now) {
    return when(hadEnded(key, now), LedgerRefusal.HOLDER_KEY_RETIRED);
  }

  private Optional<LedgerRefusal> whyNotOpen(Instant issuedAt, Instant now) {
    boolean open = issuedAt.isBefore(scopeCloses) && now.isBefore(scopeCloses);
    return when(!open, LedgerRefusal.USE_SCOPE_NOT_OPEN);
  }

  Optional<LedgerRefusal> whyNotGranted(StatementId id, Grant grant, Instant now) {
    Instant from =
        grant.notBefore().isBefore(grant.issuedAt()) ? grant.notBefore() : grant.issuedAt();
    boolean outside =
        grant.grantee().equals(Optional.of(Consumer.OTHER))
            || !scopeFields.containsAll(grant.fields());
    return whyNotSigned(grant.by(), now)
        .or(() -> when(revocations.contains(new Revocation(id, grant.by())), LedgerRefusal.REVOKED))
        .or(() -> when(!now.isBefore(grant.notAfter()), LedgerRefusal.NO_LONGER_IN_FORCE))
        .or(() -> when(grant.notAfter().isAfter(from.plus(longest)), LedgerRefusal.LIMIT_EXCEEDED))
        .or(() -> whyNotOpen(grant.issuedAt(), now))
        .or(() -> when(outside, LedgerRefusal.OUTSIDE_USE_SCOPE))
        .or(() -> grant.parent().flatMap(parent -> whyNotPassedOn(parent, grant, now)));
  }

  private Optional<LedgerRefusal> whyNotPassedOn(StatementId id, Grant grant, Instant now) {
    if (!grants.containsKey(id)) {
      return Optional.of(LedgerRefusal.NOT_FOUND);
    }
    Standing parent = get(id);
    Grant wider = parent.grant;
    boolean within =
        (wider.grantee().isEmpty() || wider.grantee().equals(grant.grantee()))
            && wider.fields().containsAll(grant.fields())
            && wider.items().containsAll(grant.items())
            && grant.maxUses() <= wider.maxUses()
            && !grant.notBefore().isBefore(wider.notBefore())
            && !grant.notAfter().isAfter(wider.notAfter());
    return when(!wider.withAgent() || grant.by() != Who.AGENT, LedgerRefusal.NOT_COMPETENT)
        .or(() -> when(parent.revoked, LedgerRefusal.REVOKED))
        .or(() -> when(!now.isBefore(wider.notAfter()), LedgerRefusal.NO_LONGER_IN_FORCE))
        .or(() -> when(parent.used == wider.maxUses(), LedgerRefusal.EXHAUSTED))
        .or(() -> when(hadEnded(wider.by(), parent.at), LedgerRefusal.HOLDER_KEY_RETIRED))
        .or(() -> when(!within, LedgerRefusal.WIDER_THAN_PARENT));
  }

  void grant(StatementId id, Grant grant, Instant now) {
    grants.put(id, new Standing(grant, now));
  }

  /** Why a withdrawal, of what a key is said to have granted, would be refused. */
  Optional<LedgerRefusal> whyNotRevoked(StatementId id, Who grantor, Who by, Instant now) {
    return whyNotSigned(by, now)
        .or(() -> when(!by.speaksFor(grantor), LedgerRefusal.NOT_COMPETENT))
        .or(() -> when(revocations.contains(new Revocation(id, grantor)), LedgerRefusal.REVOKED))
        .or(
            () ->
                when(
                    grants.containsKey(id) && get(id).grant.by() != grantor,
                    LedgerRefusal.NOT_COMPETENT));
  }

  void revoke(StatementId id, Who grantor) {
    revocations.add(new Revocation(id, grantor));
    if (grants.containsKey(id)) {
      get(id).revoked = true;
    }
  }

  /** Why it would be refused that a key ends. */
  Optional<LedgerRefusal> whyNotEnded(Who key, Instant since, Who by, Instant now) {
    return whyNotSigned(by, now)
        .or(() -> when(since.isAfter(now), LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED))
        .or(() -> when(!by.speaksFor(key), LedgerRefusal.NOT_COMPETENT))
        .or(() -> when(ended.containsKey(key), LedgerRefusal.ALREADY_EXISTS));
  }

  void end(Who key, Instant since) {
    ended.put(key, since);
  }

  void closeScope(Instant at) {
    scopeCloses = at;
  }

  /** Why a use, under several grants at once, would be refused. */
  Optional<LedgerRefusal> whyNotUsed(
      List<StatementId> ids, Consumer by, Set<String> fields, String item, Instant now) {
    Set<StatementId> counted = new HashSet<>();
    Optional<LedgerRefusal> refusal = Optional.empty();
    for (StatementId id : ids) {
      refusal = refusal.or(() -> whyNotUsed(id, counted, by, fields, item, now));
    }
    return refusal;
  }

  private Optional<LedgerRefusal> whyNotUsed(
      StatementId id,
      Set<StatementId> counted,
      Consumer by,
      Set<String> fields,
      String item,
      Instant now) {
    if (!grants.containsKey(id)) {
      return Optional.of(LedgerRefusal.NOT_FOUND);
    }
    Grant grant = get(id).grant;
    return when(!grant.grantee().equals(Optional.of(by)), LedgerRefusal.NOT_COMPETENT)
        .or(() -> when(!grant.items().contains(item), LedgerRefusal.OUTSIDE_AUTHORIZATION))
        .or(() -> whyNotOpen(now, now))
        .or(() -> grant.parent().flatMap(parent -> whyNotCounted(parent, counted, now)))
        .or(() -> whyNotCounted(id, counted, now))
        .or(() -> when(!grant.fields().containsAll(fields), LedgerRefusal.OUTSIDE_AUTHORIZATION));
  }

  private Optional<LedgerRefusal> whyNotCounted(
      StatementId id, Set<StatementId> counted, Instant now) {
    if (!counted.add(id)) {
      return Optional.empty();
    }
    Standing standing = get(id);
    Instant at = now.isBefore(standing.at) ? standing.at : now;
    return when(hadEnded(standing.grant.by(), standing.at), LedgerRefusal.HOLDER_KEY_RETIRED)
        .or(() -> when(standing.revoked, LedgerRefusal.REVOKED))
        .or(() -> when(at.isBefore(standing.grant.notBefore()), LedgerRefusal.NOT_YET_IN_FORCE))
        .or(() -> when(!at.isBefore(standing.grant.notAfter()), LedgerRefusal.NO_LONGER_IN_FORCE))
        .or(() -> when(standing.used == standing.grant.maxUses(), LedgerRefusal.EXHAUSTED));
  }

  /** Counts a use: each grant once, and once each that it was passed on from. */
  void use(List<StatementId> ids) {
    Set<StatementId> counted = new HashSet<>(ids);
    ids.forEach(id -> get(id).grant.parent().ifPresent(counted::add));
    counted.forEach(id -> get(id).used++);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.authority;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Uscc;
import org.huxin.core.ledger.Entity;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.EntityType;
import org.huxin.core.ledger.History;
import org.huxin.core.ledger.Revision;
import org.huxin.core.statement.Endpoint;
import org.huxin.core.statement.Name;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.hpke.HpkePublicKey;

/**
 * An authority: what it may do and with which keys it says so.
 *
 * @param uscc its credit code
 * @param name its name
 * @param division where it acts
 * @param superior the authority right above it
 * @param roles what it may do and might do; unmodifiable
 * @param keys its keys, also those that ended; unmodifiable
 * @param trailKey what usages of its licences are sealed to where the record names no key
 * @param endpoints of its services; unmodifiable
 * @param undone for a governor: statements of a compromised key that were undone, and when;
 *     unmodifiable
 * @param history what made each version
 */
public record Authority(
    Uscc uscc,
    Name name,
    DivisionCode division,
    Optional<Uscc> superior,
    List<HeldRole> roles,
    List<HeldKey> keys,
    Optional<HpkePublicKey> trailKey,
    List<Endpoint> endpoints,
    List<Revision> undone,
    History<Revision> history)
    implements Entity {
  /** Nine roles, each opened anew some times. */
  public static final int MAX_ROLES = 64;

  /** A key a year for a lifetime. */
  public static final int MAX_KEYS = 64;

  /** Its services are reached at a few addresses. */
  public static final int MAX_ENDPOINTS = 8;

  /** What a thief signs before it is noticed. */
  public static final int MAX_UNDONE = 1_024;

  private static final Field<Authority, Uscc> USCC = required("uscc", Terms.USCC, Authority::uscc);
  private static final Field<Authority, Name> NAME = required("name", Name.CODEC, Authority::name);
  private static final Field<Authority, DivisionCode> DIVISION =
      required("division", Terms.DIVISION, Authority::division);
  private static final Field<Authority, Optional<Uscc>> SUPERIOR =
      optional("superior", Terms.USCC, Authority::superior);
  private static final Field<Authority, List<HeldRole>> ROLES =
      required("roles", ListCodec.list(HeldRole.CODEC, 0, MAX_ROLES), Authority::roles);
  private static final Field<Authority, List<HeldKey>> KEYS =
      required("keys", ListCodec.list(HeldKey.CODEC, 0, MAX_KEYS), Authority::keys);
  private static final Field<Authority, Optional<HpkePublicKey>> TRAIL_KEY =
      optional("trailKey", Terms.TRAIL_KEY, Authority::trailKey);
  private static final Field<Authority, List<Endpoint>> ENDPOINTS =
      required("endpoints", ListCodec.list(Endpoint.CODEC, 0, MAX_ENDPOINTS), Authority::endpoints);
  private static final Field<Authority, List<Revision>> UNDONE =
      required("undone", ListCodec.list(Revision.CODEC, 0, MAX_UNDONE), Authority::undone);
  private static final Field<Authority, History<Revision>> HISTORY =
      required("history", Revision.HISTORY, Authority::history);

  /** The JSON form. */
  public static final ObjectCodec<Authority> CODEC =
      ObjectCodec.of(
          members ->
              new Authority(
                  members.get(USCC),
                  members.get(NAME),
                  members.get(DIVISION),
                  members.get(SUPERIOR),
                  members.get(ROLES),
                  members.get(KEYS),
                  members.get(TRAIL_KEY),
                  members.get(ENDPOINTS),
                  members.get(UNDONE),
                  members.get(HISTORY)),
          USCC,
          NAME,
          DIVISION,
          SUPERIOR,
          ROLES,
          KEYS,
          TRAIL_KEY,
          ENDPOINTS,
          UNDONE,
          HISTORY);

  /** The kind of entity. */
  public static final EntityType<Authority> ENTITY =
      EntityType.of("authority", 1, Authority.class, CODEC);

  /** Copies of the given lists. */
  public Authority {
    roles = List.copyOf(roles);
    keys = List.copyOf(keys);
    endpoints = List.copyOf(endpoints);
    undone = List.copyOf(undone);
  }

  /** The key of such an entity. */
  public static EntityKey<Authority> key(Uscc uscc) {
    return ENTITY.key(uscc.text());
  }

  /** The next version, with other roles. */
  public Authority withRoles(List<HeldRole> others, Revision revision) {
    return new Authority(
        uscc,
        name,
        division,
        superior,
        others,
        keys,
        trailKey,
        endpoints,
        undone,
        history.append(revision));
  }

  /** The next version, with other keys. */
  public Authority withKeys(List<HeldKey> others, Revision revision) {
    return new Authority(
        uscc,
        name,
        division,
        superior,
        roles,
        others,
        trailKey,
        endpoints,
        undone,
        history.append(revision));
  }

  /** Whether it has the role of a governor, in force or not. */
  public boolean isGovernor() {
    return roles.stream().anyMatch(each -> each.role() == Role.GOVERNOR && each.stands());
  }

  /** One of its keys, in force or not. */
  public Optional<HeldKey> key(int number) {
    return keys.stream().filter(key -> key.number() == number).findFirst();
  }

  /**
   * Whether it has a role at a legal time, as the ledger knew by another.
   *
   * @param knownAt empty for all that it knows
   */
  public boolean has(Role role, Instant time, Optional<Instant> knownAt) {
    return roles.stream().anyMatch(each -> each.role() == role && each.holds(time, knownAt));
  }

  /**
   * Whether a statement of this governor was undone, as the ledger knew by a time.
   *
   * @param knownAt empty for all that it knows
   */
  public boolean hasUndone(StatementId statement, Optional<Instant> knownAt) {
    return undone.stream()
        .anyMatch(
            each ->
                each.statement().equals(statement)
                    && (knownAt.isEmpty() || !each.at().isAfter(knownAt.get())));
  }

  @Override
  public Optional<Shortened> closeSegment(Instant olderThan) {
    return history.close(
        olderThan,
        Revision.CODEC,
        rest ->
            new Authority(
                uscc, name, division, superior, roles, keys, trailKey, endpoints, undone, rest));
  }
}

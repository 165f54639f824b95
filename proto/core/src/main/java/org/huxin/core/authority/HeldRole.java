// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.authority;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.Optional;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;

/**
 * A role that an authority has, or had: when it is in force in law, and when the ledger knew.
 *
 * @param role the role
 * @param from from when on
 * @param to until when, exclusive; empty for open
 * @param addedAt when the ledger recorded it
 * @param removedAt when a later statement no longer named it, from which moment on it is gone;
 *     empty while it stands
 */
public record HeldRole(
    Role role, Instant from, Optional<Instant> to, Instant addedAt, Optional<Instant> removedAt) {
  private static final Field<HeldRole, Role> ROLE =
      required("role", Codecs.enumeration(Role.class), HeldRole::role);
  private static final Field<HeldRole, Instant> FROM =
      required("from", Codecs.SECONDS, HeldRole::from);
  private static final Field<HeldRole, Optional<Instant>> TO =
      optional("to", Codecs.SECONDS, HeldRole::to);
  private static final Field<HeldRole, Instant> ADDED_AT =
      required("addedAt", Codecs.SECONDS, HeldRole::addedAt);
  private static final Field<HeldRole, Optional<Instant>> REMOVED_AT =
      optional("removedAt", Codecs.SECONDS, HeldRole::removedAt);

  /** The JSON form. */
  public static final ObjectCodec<HeldRole> CODEC =
      ObjectCodec.of(
          members ->
              new HeldRole(
                  members.get(ROLE),
                  members.get(FROM),
                  members.get(TO),
                  members.get(ADDED_AT),
                  members.get(REMOVED_AT)),
          ROLE,
          FROM,
          TO,
          ADDED_AT,
          REMOVED_AT);

  /** The same role, which a statement no longer names. */
  public HeldRole removed(Instant at) {
    return new HeldRole(role, from, to, addedAt, Optional.of(at));
  }

  /** Whether no statement has taken it away; its window may be past. */
  public boolean stands() {
    return removedAt.isEmpty();
  }

  /**
   * Whether the role is in force at a legal time, as the ledger knew by another.
   *
   * @param knownAt empty for all that it knows
   */
  public boolean holds(Instant time, Optional<Instant> knownAt) {
    boolean known = knownAt.isEmpty() || !addedAt.isAfter(knownAt.get());
    // It goes when the ledger records so: what it was good for before stays good.
    boolean removed =
        removedAt.isPresent()
            && (knownAt.isEmpty() || !removedAt.get().isAfter(knownAt.get()))
            && !time.isBefore(removedAt.get());
    return known && !removed && !time.isBefore(from) && (to.isEmpty() || time.isBefore(to.get()));
  }
}

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
 * A role and when it is in force.
 *
 * @param role the role
 * @param from from when on
 * @param to until when, exclusive; empty for open
 */
public record RoleGrant(Role role, Instant from, Optional<Instant> to) {
  private static final Field<RoleGrant, Role> ROLE =
      required("role", Codecs.enumeration(Role.class), RoleGrant::role);
  private static final Field<RoleGrant, Instant> FROM =
      required("from", Codecs.SECONDS, RoleGrant::from);
  private static final Field<RoleGrant, Optional<Instant>> TO =
      optional("to", Codecs.SECONDS, RoleGrant::to);

  /** The JSON form. */
  public static final ObjectCodec<RoleGrant> CODEC =
      ObjectCodec.of(
          members -> new RoleGrant(members.get(ROLE), members.get(FROM), members.get(TO)),
          ROLE,
          FROM,
          TO);

  /**
   * Of the given parts.
   *
   * @throws IllegalArgumentException if the members do not go together
   */
  public RoleGrant {
    if (to.isPresent() && !to.get().isAfter(from)) {
      throw new IllegalArgumentException("a window ends after it begins");
    }
  }
}

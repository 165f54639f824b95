// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.authority;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.util.List;
import java.util.Optional;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.Uscc;
import org.huxin.core.statement.Endpoint;
import org.huxin.core.statement.Name;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.hpke.HpkePublicKey;

/**
 * A governor changes what is registered of an authority of its city, its keys excepted.
 *
 * @param authority the authority
 * @param name its name
 * @param superior the authority right above it
 * @param roles what it may do
 * @param trailKey what usages of its licences are sealed to
 * @param endpoints of its services
 */
public record UpdateAuthority(
    Uscc authority,
    Name name,
    Optional<Uscc> superior,
    List<RoleGrant> roles,
    Optional<HpkePublicKey> trailKey,
    List<Endpoint> endpoints)
    implements Statement {
  private static final Field<UpdateAuthority, Uscc> AUTHORITY =
      required("authority", Terms.USCC, UpdateAuthority::authority);
  private static final Field<UpdateAuthority, Name> NAME =
      required("name", Name.CODEC, UpdateAuthority::name);
  private static final Field<UpdateAuthority, Optional<Uscc>> SUPERIOR =
      optional("superior", Terms.USCC, UpdateAuthority::superior);
  private static final Field<UpdateAuthority, List<RoleGrant>> ROLES =
      required("roles", ListCodec.list(RoleGrant.CODEC, 1, 16), UpdateAuthority::roles);
  private static final Field<UpdateAuthority, Optional<HpkePublicKey>> TRAIL_KEY =
      optional("trailKey", Terms.TRAIL_KEY, UpdateAuthority::trailKey);
  private static final Field<UpdateAuthority, List<Endpoint>> ENDPOINTS =
      required("endpoints", ListCodec.list(Endpoint.CODEC, 0, 8), UpdateAuthority::endpoints);

  /** The JSON form. */
  public static final ObjectCodec<UpdateAuthority> CODEC =
      ObjectCodec.of(
          members ->
              new UpdateAuthority(
                  members.get(AUTHORITY),
                  members.get(NAME),
                  members.get(SUPERIOR),
                  members.get(ROLES),
                  members.get(TRAIL_KEY),
                  members.get(ENDPOINTS)),
          AUTHORITY,
          NAME,
          SUPERIOR,
          ROLES,
          TRAIL_KEY,
          ENDPOINTS);

  /**
   * Of the given parts.
   *
   * @throws IllegalArgumentException if the members do not go together
   */
  public UpdateAuthority {
    roles = List.copyOf(roles);
    endpoints = List.copyOf(endpoints);
    if (roles.stream().anyMatch(grant -> grant.role() == Role.GOVERNOR)) {
      throw new IllegalArgumentException("no update makes a governor");
    }
    if (superior.filter(authority::equals).isPresent()) {
      throw new IllegalArgumentException("nobody is its own superior");
    }
  }

  @Override
  public Operation operation() {
    return Operation.UPDATE_AUTHORITY;
  }
}

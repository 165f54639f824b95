// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.authority;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.util.List;
import java.util.Optional;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.Uscc;
import org.huxin.core.statement.Endpoint;
import org.huxin.core.statement.Name;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.hpke.HpkePublicKey;

/**
 * A governor registers an authority of its city.
 *
 * @param authority the authority
 * @param name its name
 * @param division where it acts
 * @param superior the authority right above it
 * @param roles what it may do
 * @param keys its keys
 * @param trailKey what usages of its licences are sealed to where the record names no key
 * @param endpoints of its services
 */
public record RegisterAuthority(
    Uscc authority,
    Name name,
    DivisionCode division,
    Optional<Uscc> superior,
    List<RoleGrant> roles,
    List<KeyRegistration> keys,
    Optional<HpkePublicKey> trailKey,
    List<Endpoint> endpoints)
    implements Statement {
  private static final Field<RegisterAuthority, Uscc> AUTHORITY =
      required("authority", Terms.USCC, RegisterAuthority::authority);
  private static final Field<RegisterAuthority, Name> NAME =
      required("name", Name.CODEC, RegisterAuthority::name);
  private static final Field<RegisterAuthority, DivisionCode> DIVISION =
      required("division", Terms.DIVISION, RegisterAuthority::division);
  private static final Field<RegisterAuthority, Optional<Uscc>> SUPERIOR =
      optional("superior", Terms.USCC, RegisterAuthority::superior);
  private static final Field<RegisterAuthority, List<RoleGrant>> ROLES =
      required("roles", ListCodec.list(RoleGrant.CODEC, 1, 16), RegisterAuthority::roles);
  private static final Field<RegisterAuthority, List<KeyRegistration>> KEYS =
      required("keys", ListCodec.list(KeyRegistration.CODEC, 0, 16), RegisterAuthority::keys);
  private static final Field<RegisterAuthority, Optional<HpkePublicKey>> TRAIL_KEY =
      optional("trailKey", Terms.TRAIL_KEY, RegisterAuthority::trailKey);
  private static final Field<RegisterAuthority, List<Endpoint>> ENDPOINTS =
      required("endpoints", ListCodec.list(Endpoint.CODEC, 0, 8), RegisterAuthority::endpoints);

  /** The JSON form. */
  public static final ObjectCodec<RegisterAuthority> CODEC =
      ObjectCodec.of(
          members ->
              new RegisterAuthority(
                  members.get(AUTHORITY),
                  members.get(NAME),
                  members.get(DIVISION),
                  members.get(SUPERIOR),
                  members.get(ROLES),
                  members.get(KEYS),
                  members.get(TRAIL_KEY),
                  members.get(ENDPOINTS)),
          AUTHORITY,
          NAME,
          DIVISION,
          SUPERIOR,
          ROLES,
          KEYS,
          TRAIL_KEY,
          ENDPOINTS);

  /**
   * Of the given parts.
   *
   * @throws IllegalArgumentException if the members do not go together
   */
  public RegisterAuthority {
    roles = List.copyOf(roles);
    keys = List.copyOf(keys);
    endpoints = List.copyOf(endpoints);
    if (roles.stream().anyMatch(grant -> grant.role() == Role.GOVERNOR)) {
      throw new IllegalArgumentException("no registration makes a governor");
    }
    if (superior.filter(authority::equals).isPresent()) {
      throw new IllegalArgumentException("nobody is its own superior");
    }
  }

  @Override
  public Operation operation() {
    return Operation.REGISTER_AUTHORITY;
  }
}

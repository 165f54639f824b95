// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.ledger;

import java.time.Instant;
import java.util.Optional;
import org.huxin.core.authority.Authority;
import org.huxin.core.authority.HeldKey;
import org.huxin.core.authority.Role;
import org.huxin.core.id.KeyId;
import org.huxin.core.jws.NamedKey;

/** The keys of authorities, as the ledger has them. */
public final class LedgerKeys {
  private final LedgerEntities entities;

  /** Reads of a ledger. */
  public LedgerKeys(LedgerEntities entities) {
    this.entities = entities;
  }

  /**
   * An authority's key, if key and role are in force now.
   *
   * @param kid its name, as a JWS names it
   * @param role what the authority must be
   * @throws LedgerUnavailableException if no peer answers
   */
  public Optional<NamedKey> find(KeyId kid, Role role, Instant at) {
    return find(kid, role, at, Optional.empty());
  }

  /**
   * An authority's key, if key and role were in force at a legal time, as the ledger knew by
   * another.
   *
   * @param knownAt empty for all that it knows
   * @throws LedgerUnavailableException if no peer answers
   */
  public Optional<NamedKey> find(KeyId kid, Role role, Instant at, Optional<Instant> knownAt) {
    if (!(kid instanceof KeyId.OfAuthority named)) {
      return Optional.empty();
    }
    return entities
        .find(Authority.ENTITY, named.authority().text())
        .filter(authority -> authority.has(role, at, knownAt))
        .flatMap(authority -> authority.key(named.number()))
        .filter(key -> key.isInForce(at, knownAt))
        .filter(key -> !key.isCompromised(at, knownAt))
        .map(HeldKey::key)
        .map(key -> new NamedKey(kid, key));
  }
}

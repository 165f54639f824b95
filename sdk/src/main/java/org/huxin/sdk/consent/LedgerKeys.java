// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.consent;

import java.time.Instant;
import java.util.Optional;
import org.huxin.core.authority.Authority;
import org.huxin.core.authority.HeldKey;
import org.huxin.core.authority.Role;
import org.huxin.core.id.KeyId;
import org.huxin.core.jws.NamedKey;
import org.huxin.sdk.ledger.LedgerEntities;

/** The keys of authorities, as the ledger has them. */
public final class LedgerKeys {
  private final LedgerEntities entities;

  /** Reads of a ledger. */
  public LedgerKeys(LedgerEntities entities) {
    this.entities = entities;
  }

  /**
   * An authority's key, if key and role are in force.
   *
   * @param kid its name, as a JWS names it
   * @param role what the authority must be
   */
  public Optional<NamedKey> find(KeyId kid, Role role, Instant at) {
    if (!(kid instanceof KeyId.OfAuthority named)) {
      return Optional.empty();
    }
    return entities
        .find(Authority.ENTITY, named.authority().text())
        .filter(authority -> authority.has(role, at, Optional.empty()))
        .flatMap(authority -> authority.key(named.number()))
        .filter(key -> key.isInForce(at, Optional.empty()))
        .filter(key -> !key.isCompromised(at, Optional.empty()))
        .map(HeldKey::key)
        .map(key -> new NamedKey(kid, key));
  }
}

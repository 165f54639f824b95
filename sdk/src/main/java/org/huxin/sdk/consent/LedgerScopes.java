// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.consent;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.huxin.core.authorization.GrantAuthorization;
import org.huxin.core.authorization.GrantedItem;
import org.huxin.core.competence.OpenUseScope;
import org.huxin.core.competence.UseScope;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Uscc;
import org.huxin.sdk.ledger.LedgerEntities;

/** What consumers may ask for, as the ledger says in public. */
public final class LedgerScopes {
  private final LedgerEntities entities;

  /** Reads of a ledger. */
  public LedgerScopes(LedgerEntities entities) {
    this.entities = entities;
  }

  /**
   * A scope that is open.
   *
   * @throws ConsentRefusedException {@code SCOPE_NOT_FOUND}, {@code SCOPE_NOT_OPEN}
   */
  public OpenUseScope requireOpen(StatementId id, Instant at) {
    UseScope scope =
        entities
            .find(UseScope.ENTITY, id.toString())
            .orElseThrow(
                () -> ConsentRefusedException.of(ConsentRefusal.SCOPE_NOT_FOUND, "scope", id));
    if (!scope.isOpen(at, Optional.empty())) {
      throw ConsentRefusedException.of(ConsentRefusal.SCOPE_NOT_OPEN, "scope", id);
    }
    return scope.opened();
  }

  /**
   * Checks that what is asked for lies within an open scope of the one who asks.
   *
   * @throws ConsentRefusedException {@code SCOPE_NOT_FOUND}, {@code SCOPE_NOT_OPEN}, {@code
   *     OUTSIDE_SCOPE}
   */
  public void requireCovers(Uscc consumer, GrantAuthorization asked, Instant at) {
    OpenUseScope scope = requireOpen(asked.scope(), at);
    if (!scope.authority().equals(consumer)) {
      throw outside(asked.scope(), "authority");
    }
    scope
        .exceededBy(asked.serviceItems(), asked.purpose())
        .ifPresent(
            member -> {
              throw outside(asked.scope(), member);
            });
    for (GrantedItem item : asked.items()) {
      scope
          .exceededBy(item.type(), item.fields())
          .ifPresent(
              member -> {
                throw outside(asked.scope(), member);
              });
    }
  }

  private static ConsentRefusedException outside(StatementId scope, String member) {
    return new ConsentRefusedException(
        ConsentRefusal.OUTSIDE_SCOPE, Map.of("scope", scope.toString(), "member", member));
  }
}

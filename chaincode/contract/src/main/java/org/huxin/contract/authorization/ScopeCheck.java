// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.authorization;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huxin.contract.statement.StatementCase;
import org.huxin.core.competence.OpenUseScope;
import org.huxin.core.competence.UseScope;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Uscc;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.FieldName;

/** What a use scope allows: one rule for consent and for use without consent. */
final class ScopeCheck {
  private final StatementId id;
  private final OpenUseScope scope;

  private ScopeCheck(StatementId id, OpenUseScope scope) {
    this.id = id;
    this.scope = scope;
  }

  /**
   * A scope that is open now and was when the statement was signed.
   *
   * @throws LedgerRefusedException {@link LedgerRefusal#NOT_FOUND}, {@link
   *     LedgerRefusal#USE_SCOPE_NOT_OPEN}
   */
  static ScopeCheck open(StatementCase<?> statementCase, StatementId id) {
    UseScope scope = statementCase.draft().require(UseScope.key(id));
    for (Instant time : List.of(statementCase.issuedAt(), statementCase.committedAt())) {
      if (!scope.isOpen(time, Optional.empty())) {
        throw LedgerRefusedException.of(LedgerRefusal.USE_SCOPE_NOT_OPEN, "scope", id);
      }
    }
    return new ScopeCheck(id, scope.opened());
  }

  /** Refuses if it is another authority's: {@link LedgerRefusal#OUTSIDE_USE_SCOPE}. */
  void requireOf(Uscc authority) {
    if (!scope.authority().equals(authority)) {
      outside("authority");
    }
  }

  /** Refuses if it demands consent: {@link LedgerRefusal#USE_SCOPE_NOT_STATUTORY}. */
  void requireStatutory() {
    if (!scope.statutory()) {
      throw LedgerRefusedException.of(LedgerRefusal.USE_SCOPE_NOT_STATUTORY, "scope", id);
    }
  }

  /** Refuses other services or another purpose: {@link LedgerRefusal#OUTSIDE_USE_SCOPE}. */
  void requireFor(Collection<ServiceItemCode> items, Code purpose) {
    scope.exceededBy(items, purpose).ifPresent(this::outside);
  }

  /** Refuses another type or further attributes: {@link LedgerRefusal#OUTSIDE_USE_SCOPE}. */
  void requireCovers(LicenceTypeCode type, List<FieldName> fields) {
    scope.exceededBy(type, fields).ifPresent(this::outside);
  }

  private void outside(String member) {
    throw new LedgerRefusedException(
        LedgerRefusal.OUTSIDE_USE_SCOPE, Map.of("scope", id.toString(), "member", member));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.authorization;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huxin.contract.statement.StatementCase;
import org.huxin.core.authorization.Authorization;
import org.huxin.core.authorization.RecordUsage;
import org.huxin.core.authorization.UsedLicence;
import org.huxin.core.id.StatementId;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;

/** A use under authorizations: each covers what was used under it, and is counted once. */
final class ConsentedUse {
  private final StatementCase<RecordUsage> statementCase;
  private final RecordUsage usage;
  private final Set<StatementId> asked = new HashSet<>();
  private final Set<StatementId> counted = new HashSet<>();

  ConsentedUse(StatementCase<RecordUsage> statementCase) {
    this.statementCase = statementCase;
    this.usage = statementCase.statement();
  }

  /** Checks every use and counts. */
  void count() {
    for (UsedLicence use : usage.uses()) {
      // The statement's form sees to it that each use names one.
      StatementId id = use.authorization().orElseThrow();
      Authorization authorization = statementCase.draft().require(Authorization.key(id));
      if (asked.add(id)) {
        requireForThis(authorization);
        authorization.parent().ifPresent(this::countOnce);
        countOnce(id);
      }
      require(authorization.items().stream().anyMatch(item -> item.covers(use)), id, "items");
    }
  }

  private void requireForThis(Authorization authorization) {
    StatementId id = authorization.id();
    statementCase.requireCompetent(
        authorization.grantee().equals(Optional.of(usage.grantee())),
        "grantee of the authorization");
    require(authorization.serviceItems().contains(usage.item()), id, "serviceItems");
    require(authorization.purpose().equals(usage.purpose()), id, "purpose");
    require(
        authorization.business().isEmpty()
            || authorization.business().equals(Optional.of(usage.business())),
        id,
        "business");
    // What is granted lay within the scope when it was granted; it must still be open.
    ScopeCheck unused = ScopeCheck.open(statementCase, authorization.scope());
  }

  private void countOnce(StatementId id) {
    if (!counted.add(id)) {
      return;
    }
    Authorization authorization = statementCase.draft().require(Authorization.key(id));
    GrantorKey.requireInForce(statementCase, authorization);
    statementCase
        .draft()
        .put(Authorization.key(id), authorization.use(statementCase.at(authorization)));
  }

  private static void require(boolean covered, StatementId authorization, String member) {
    if (!covered) {
      throw new LedgerRefusedException(
          LedgerRefusal.OUTSIDE_AUTHORIZATION,
          Map.of("authorization", authorization.toString(), "member", member));
    }
  }
}

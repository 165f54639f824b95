// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.competence;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huxin.contract.statement.StatementCase;
import org.huxin.contract.statement.StatementOperation;
import org.huxin.core.authority.Authority;
import org.huxin.core.competence.CloseUseScope;
import org.huxin.core.competence.PeriodEnd;
import org.huxin.core.competence.Periods;
import org.huxin.core.competence.UseScope;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.statement.Operation;

/**
 * The governor of the authority's city ends a use scope, not before the statement. A planned end
 * may be brought forward. What was asked for until then stands. The statement gives no basis of its
 * own: the end stands under that of the scope.
 *
 * <p>Writes the scope.
 *
 * <ul>
 *   <li>{@code NOT_FOUND}: no such scope
 *   <li>{@code ROLE_NOT_IN_FORCE}, {@code NOT_COMPETENT}: not the governor of the authority's city
 *   <li>{@code STALE_VERSION}: another version of it
 *   <li>{@code EFFECTIVE_DATE_NOT_ALLOWED}: before the statement
 *   <li>{@code NO_OPEN_PERIOD}: it does not hold then
 * </ul>
 */
public final class CloseUseScopeOperation extends StatementOperation<CloseUseScope> {
  /** The operation. */
  public CloseUseScopeOperation() {
    super(
        Operation.CLOSE_USE_SCOPE,
        CloseUseScope.class,
        Set.of(
            LedgerRefusal.NOT_FOUND,
            LedgerRefusal.ROLE_NOT_IN_FORCE,
            LedgerRefusal.NOT_COMPETENT,
            LedgerRefusal.STALE_VERSION,
            LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED,
            LedgerRefusal.NO_OPEN_PERIOD));
  }

  @Override
  protected List<EntityKey<?>> keys(StatementId id, CloseUseScope statement) {
    return List.of(UseScope.key(statement.scope()));
  }

  @Override
  protected void decide(StatementCase<CloseUseScope> statementCase) {
    CloseUseScope statement = statementCase.statement();
    EntityKey<UseScope> key = UseScope.key(statement.scope());
    UseScope scope = statementCase.draft().require(key);
    Authority authority = statementCase.draft().require(Authority.key(scope.opened().authority()));
    statementCase.requireGovernorOf(authority.division());
    statementCase.requireReplaces(key, scope);
    statementCase.requireNotBackdated(statement.at());
    var unused =
        new Periods(
                List.of(
                    new Periods.Period(
                        scope.opened().from(),
                        scope.closing().map(PeriodEnd::to).or(scope.opened()::to))))
            .close(statement.at());
    statementCase
        .draft()
        .put(
            key,
            new UseScope(
                scope.opened(),
                Optional.of(
                    new PeriodEnd(statement.at(), scope.opened().basis(), statementCase.at(scope))),
                scope.history().append(statementCase.revision(scope))));
  }
}

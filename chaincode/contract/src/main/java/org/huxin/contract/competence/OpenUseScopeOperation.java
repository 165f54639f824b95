// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.competence;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huxin.contract.statement.StatementCase;
import org.huxin.contract.statement.StatementOperation;
import org.huxin.core.authority.Authority;
import org.huxin.core.competence.OpenUseScope;
import org.huxin.core.competence.UseScope;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.History;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.statement.Operation;

/**
 * The governor of an authority's city says in public what the authority may ask for, not before the
 * statement. The scope is named by the statement's id; an authority may have several. Its types are
 * defined and no state secrets; its items are not looked up.
 *
 * <p>That the authority has the role CONSUMER is asked when it asks. Writes the scope.
 *
 * <ul>
 *   <li>{@code NOT_FOUND}: the authority, or a type
 *   <li>{@code ROLE_NOT_IN_FORCE}, {@code NOT_COMPETENT}: not the governor of the authority's city
 *   <li>{@code TYPE_CLASSIFIED}: a state secret
 *   <li>{@code EFFECTIVE_DATE_NOT_ALLOWED}: before the statement
 * </ul>
 */
public final class OpenUseScopeOperation extends StatementOperation<OpenUseScope> {
  /** The operation. */
  public OpenUseScopeOperation() {
    super(
        Operation.OPEN_USE_SCOPE,
        OpenUseScope.class,
        Set.of(
            LedgerRefusal.NOT_FOUND,
            LedgerRefusal.ROLE_NOT_IN_FORCE,
            LedgerRefusal.NOT_COMPETENT,
            LedgerRefusal.TYPE_CLASSIFIED,
            LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED));
  }

  @Override
  protected List<EntityKey<?>> keys(StatementId id, OpenUseScope statement) {
    return List.of(UseScope.key(id));
  }

  @Override
  protected void decide(StatementCase<OpenUseScope> statementCase) {
    OpenUseScope statement = statementCase.statement();
    Authority authority = statementCase.draft().require(Authority.key(statement.authority()));
    statementCase.requireGovernorOf(authority.division());
    statement.types().forEach(type -> Competences.requireType(statementCase.draft(), type));
    statementCase.requireNotBackdated(statement.from());
    statementCase
        .draft()
        .put(
            UseScope.key(statementCase.id()),
            new UseScope(statement, Optional.empty(), History.begin(statementCase.revision())));
  }
}

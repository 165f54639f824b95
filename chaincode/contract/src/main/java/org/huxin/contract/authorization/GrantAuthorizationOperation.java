// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.authorization;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.huxin.contract.statement.LedgerDraft;
import org.huxin.contract.statement.Signer;
import org.huxin.contract.statement.StatementCase;
import org.huxin.contract.statement.StatementOperation;
import org.huxin.core.authorization.Authorization;
import org.huxin.core.authorization.GrantAuthorization;
import org.huxin.core.authorization.Tombstone;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.History;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.statement.Operation;

/**
 * A holder grants, or an agent passes on. A holder's key signs, never an authority's. What is
 * granted lies within an open use scope of the grantee; the window is not past and ends within the
 * limit. An agent's grant lies within the one that names the agent's key: grantee, items, services,
 * purpose, uses, window and business. Refuses:
 *
 * <ul>
 *   <li>{@code STATEMENT_SIGNATORY}: an authority signed
 *   <li>{@code REVOKED}: it was withdrawn before it arrived, or the parent was
 *   <li>{@code NO_LONGER_IN_FORCE}, {@code LIMIT_EXCEEDED}: the window is past, or too long; or the
 *       parent's is past
 *   <li>{@code EXHAUSTED}: nothing is left of the parent
 *   <li>{@code NOT_FOUND}: the use scope or the parent
 *   <li>{@code USE_SCOPE_NOT_OPEN}, {@code OUTSIDE_USE_SCOPE}: the use scope does not allow it
 *   <li>{@code NOT_COMPETENT}: the parent names another agent, or none
 *   <li>{@code HOLDER_KEY_RETIRED}: the key that signed the parent had ended by then
 *   <li>{@code WIDER_THAN_PARENT}: an agent's grant goes beyond its parent
 * </ul>
 */
public final class GrantAuthorizationOperation extends StatementOperation<GrantAuthorization> {
  /** The operation. */
  public GrantAuthorizationOperation() {
    super(
        Operation.GRANT_AUTHORIZATION,
        GrantAuthorization.class,
        EnumSet.of(
            LedgerRefusal.REVOKED,
            LedgerRefusal.NO_LONGER_IN_FORCE,
            LedgerRefusal.LIMIT_EXCEEDED,
            LedgerRefusal.EXHAUSTED,
            LedgerRefusal.NOT_FOUND,
            LedgerRefusal.USE_SCOPE_NOT_OPEN,
            LedgerRefusal.OUTSIDE_USE_SCOPE,
            LedgerRefusal.NOT_COMPETENT,
            LedgerRefusal.WIDER_THAN_PARENT));
  }

  @Override
  protected List<EntityKey<?>> keys(StatementId id, GrantAuthorization statement) {
    return List.of(Authorization.key(id));
  }

  @Override
  protected void decide(StatementCase<GrantAuthorization> statementCase) {
    GrantAuthorization grant = statementCase.statement();
    LedgerDraft draft = statementCase.draft();
    Signer.OfHolder grantor = statementCase.holder();
    if (draft.find(Tombstone.key(statementCase.id(), grantor.thumbprint())).isPresent()) {
      throw LedgerRefusedException.of(LedgerRefusal.REVOKED);
    }
    ConsentWindow.require(
        statementCase,
        grant.notBefore(),
        grant.notAfter(),
        statementCase.limits().authorizationSeconds());
    ScopeCheck scope = ScopeCheck.open(statementCase, grant.scope());
    grant.grantee().ifPresent(scope::requireOf);
    scope.requireFor(grant.serviceItems(), grant.purpose());
    grant.items().forEach(item -> scope.requireCovers(item.type(), item.fields()));
    grant.parent().ifPresent(parent -> Delegation.require(statementCase, grantor, parent));
    draft.put(
        Authorization.key(statementCase.id()),
        new Authorization(
            Optional.of(grant),
            Optional.empty(),
            Optional.of(grantor.thumbprint()),
            grantor.attestedBy(),
            0,
            Optional.empty(),
            Optional.empty(),
            History.begin(statementCase.revision())));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.authorization;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.huxin.contract.statement.LedgerDraft;
import org.huxin.contract.statement.StatementCase;
import org.huxin.contract.statement.StatementOperation;
import org.huxin.core.authority.Authority;
import org.huxin.core.authority.Role;
import org.huxin.core.authorization.AssistConsent;
import org.huxin.core.authorization.Authorization;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Uscc;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.History;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.statement.Operation;

/**
 * An identity provider records the consent of a person without a device: for one use, a day at
 * most, within an open use scope of the grantee. The grantee is neither the provider itself nor
 * above or beneath it, so that nobody consents to its own use. Refuses:
 *
 * <ul>
 *   <li>{@code ROLE_NOT_IN_FORCE}: no identity provider
 *   <li>{@code GRANTEE_NOT_INDEPENDENT}: the provider itself, or above or beneath it
 *   <li>{@code NO_LONGER_IN_FORCE}, {@code LIMIT_EXCEEDED}: the window is past, or too long
 *   <li>{@code NOT_FOUND}: the grantee or the use scope
 *   <li>{@code USE_SCOPE_NOT_OPEN}, {@code OUTSIDE_USE_SCOPE}: the use scope does not allow it
 * </ul>
 */
public final class AssistConsentOperation extends StatementOperation<AssistConsent> {
  /** The operation. */
  public AssistConsentOperation() {
    super(
        Operation.ASSIST_CONSENT,
        AssistConsent.class,
        EnumSet.of(
            LedgerRefusal.ROLE_NOT_IN_FORCE,
            LedgerRefusal.GRANTEE_NOT_INDEPENDENT,
            LedgerRefusal.NO_LONGER_IN_FORCE,
            LedgerRefusal.LIMIT_EXCEEDED,
            LedgerRefusal.NOT_FOUND,
            LedgerRefusal.USE_SCOPE_NOT_OPEN,
            LedgerRefusal.OUTSIDE_USE_SCOPE));
  }

  @Override
  protected List<EntityKey<?>> keys(StatementId id, AssistConsent statement) {
    return List.of(Authorization.key(id));
  }

  @Override
  protected void decide(StatementCase<AssistConsent> statementCase) {
    AssistConsent consent = statementCase.statement();
    LedgerDraft draft = statementCase.draft();
    Authority provider = statementCase.requireRole(Role.IDENTITY_PROVIDER).authority();
    requireIndependent(draft, provider, consent.grantee());
    ConsentWindow.require(
        statementCase,
        consent.notBefore(),
        consent.notAfter(),
        Math.min(AssistConsent.MAX_SECONDS, statementCase.limits().authorizationSeconds()));
    ScopeCheck scope = ScopeCheck.open(statementCase, consent.scope());
    scope.requireOf(consent.grantee());
    scope.requireFor(consent.serviceItems(), consent.purpose());
    consent.items().forEach(item -> scope.requireCovers(item.type(), item.fields()));
    draft.put(
        Authorization.key(statementCase.id()),
        new Authorization(
            Optional.empty(),
            Optional.of(consent),
            Optional.empty(),
            statementCase.signer().key(),
            0,
            Optional.empty(),
            Optional.empty(),
            History.begin(statementCase.revision())));
  }

  private static void requireIndependent(LedgerDraft draft, Authority provider, Uscc grantee) {
    Authority consumer = draft.require(Authority.key(grantee));
    boolean dependent =
        provider.uscc().equals(grantee)
            || Superiors.include(draft, provider, grantee)
            || Superiors.include(draft, consumer, provider.uscc());
    if (dependent) {
      throw LedgerRefusedException.of(LedgerRefusal.GRANTEE_NOT_INDEPENDENT, "grantee", grantee);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.agreement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huxin.contract.statement.StatementCase;
import org.huxin.contract.statement.StatementOperation;
import org.huxin.core.agreement.Agreement;
import org.huxin.core.agreement.AgreementEvent;
import org.huxin.core.agreement.AgreementState;
import org.huxin.core.agreement.AgreementState.Status;
import org.huxin.core.agreement.AmendAgreement;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.History;
import org.huxin.core.lifecycle.LifeCycleRefusedException;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.statement.Operation;

/**
 * A party's governor proposes the next version of an agreement in force; cities may join, and every
 * party that still shares the ledger stays: it would otherwise lose the agreement without notice.
 * The statement names the current version of the one that is in force. That one holds until every
 * party of the next signed. A version that was rejected may be proposed anew under its number. Its
 * own refusals, besides those of {@link ProposeAgreementOperation}:
 *
 * <ul>
 *   <li>{@code NOT_FOUND}: no version before it
 *   <li>{@code STALE_VERSION}: the version in force has changed
 *   <li>{@code NOT_A_PARTY}: the signer's city is no party, or would not be
 *   <li>{@code TRANSITION_NOT_ALLOWED}: the version before it is not in force
 *   <li>{@code NO_LONGER_IN_FORCE}: its notice has run, or the new window is past
 *   <li>{@code ALREADY_EXISTS}: this version is proposed
 *   <li>{@code PARTY_LEFT_OUT}: a party is missing
 * </ul>
 */
public final class AmendAgreementOperation extends StatementOperation<AmendAgreement> {
  /** The operation. */
  public AmendAgreementOperation() {
    super(
        Operation.AMEND_AGREEMENT,
        AmendAgreement.class,
        Set.of(
            LedgerRefusal.NOT_FOUND,
            LedgerRefusal.STALE_VERSION,
            LedgerRefusal.ROLE_NOT_IN_FORCE,
            LedgerRefusal.NOT_COMPETENT,
            LedgerRefusal.NOT_A_PARTY,
            LedgerRefusal.TRANSITION_NOT_ALLOWED,
            LedgerRefusal.NOTICE_TOO_SHORT,
            LedgerRefusal.NO_LONGER_IN_FORCE,
            LedgerRefusal.RULE_OUTSIDE_PARTIES,
            LedgerRefusal.ALREADY_EXISTS,
            LedgerRefusal.PARTY_LEFT_OUT));
  }

  @Override
  protected List<EntityKey<?>> keys(StatementId id, AmendAgreement statement) {
    return List.of(Agreement.key(statement.agreement(), statement.version()));
  }

  @Override
  protected void decide(StatementCase<AmendAgreement> statementCase) {
    AmendAgreement statement = statementCase.statement();
    AgreementCase before =
        AgreementCase.of(statementCase, statement.agreement(), statement.version() - 1);
    statementCase.requireReplaces(before.key(), before.agreement());
    TermsRule rule = new TermsRule(statementCase, statement.terms());
    DivisionCode city = rule.requireProposable();
    requireInForce(statementCase, before.state(), city);
    for (DivisionCode party : before.state().parties()) {
      if (rule.isMember(party) && !statement.terms().parties().contains(party)) {
        throw LedgerRefusedException.of(LedgerRefusal.PARTY_LEFT_OUT, "city", party);
      }
    }
    EntityKey<Agreement> key = Agreement.key(statement.agreement(), statement.version());
    statementCase
        .draft()
        .put(
            key,
            new Agreement(
                statement.agreement(),
                statement.version(),
                statement.terms(),
                history(statementCase, rule, city, key)));
  }

  private static void requireInForce(
      StatementCase<AmendAgreement> statementCase, AgreementState state, DivisionCode city) {
    if (!state.parties().contains(city)) {
      throw LedgerRefusedException.of(LedgerRefusal.NOT_A_PARTY);
    }
    if (state.status() != Status.ACTIVE) {
      throw LifeCycleRefusedException.notAllowed(state.status(), "AMEND");
    }
    if (state.endsAt().isPresent() && !statementCase.committedAt().isBefore(state.endsAt().get())) {
      throw LedgerRefusedException.of(
          LedgerRefusal.NO_LONGER_IN_FORCE, "until", state.endsAt().get().getEpochSecond());
    }
  }

  private static History<AgreementEvent> history(
      StatementCase<AmendAgreement> statementCase,
      TermsRule rule,
      DivisionCode city,
      EntityKey<Agreement> key) {
    Optional<Agreement> rejected = statementCase.draft().find(key);
    if (rejected.isEmpty()) {
      return History.begin(rule.proposed(city, statementCase.committedAt()));
    }
    AgreementCase before = AgreementCase.of(statementCase, rejected.get());
    if (before.state().status() != Status.REJECTED) {
      throw LedgerRefusedException.of(LedgerRefusal.ALREADY_EXISTS, "key", key);
    }
    if (rejected.get().history().isFull()) {
      throw new LedgerRefusedException(
          LedgerRefusal.HISTORY_FULL,
          Map.of("key", key.toString(), "limit", Integer.toString(History.MAX_ENTRIES)));
    }
    return rejected.get().history().append(rule.proposed(city, statementCase.at(rejected.get())));
  }
}

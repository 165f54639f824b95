// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.agreement;

import java.util.List;
import java.util.Set;
import org.huxin.contract.statement.StatementCase;
import org.huxin.contract.statement.StatementOperation;
import org.huxin.core.agreement.Agreement;
import org.huxin.core.agreement.AgreementTerms;
import org.huxin.core.agreement.ProposeAgreement;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.History;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.statement.Operation;

/**
 * A governor proposes an agreement between its own city and others. All parties are member cities,
 * every rule stays within them, the notice is no shorter than the ledger allows. A proposal is no
 * signature: its proposer signs it like every other party. Its own refusals:
 *
 * <ul>
 *   <li>{@code ROLE_NOT_IN_FORCE}, {@code NOT_COMPETENT}: the signer does not govern its city
 *   <li>{@code CITY_NOT_MEMBER}: a party is no city that shares the ledger
 *   <li>{@code NOT_A_PARTY}: the proposer's city is not among the parties
 *   <li>{@code NOTICE_TOO_SHORT}: the notice
 *   <li>{@code NO_LONGER_IN_FORCE}: the window is past
 *   <li>{@code RULE_OUTSIDE_PARTIES}: a rule names a division of no party
 * </ul>
 */
public final class ProposeAgreementOperation extends StatementOperation<ProposeAgreement> {
  /** The operation. */
  public ProposeAgreementOperation() {
    super(
        Operation.PROPOSE_AGREEMENT,
        ProposeAgreement.class,
        Set.of(
            LedgerRefusal.ROLE_NOT_IN_FORCE,
            LedgerRefusal.NOT_COMPETENT,
            LedgerRefusal.NOT_A_PARTY,
            LedgerRefusal.NOTICE_TOO_SHORT,
            LedgerRefusal.NO_LONGER_IN_FORCE,
            LedgerRefusal.RULE_OUTSIDE_PARTIES));
  }

  @Override
  protected List<EntityKey<?>> keys(StatementId id, ProposeAgreement statement) {
    return List.of(Agreement.key(id, 1));
  }

  @Override
  protected void decide(StatementCase<ProposeAgreement> statementCase) {
    AgreementTerms terms = statementCase.statement().terms();
    TermsRule rule = new TermsRule(statementCase, terms);
    DivisionCode city = rule.requireProposable();
    StatementId id = statementCase.id();
    statementCase
        .draft()
        .put(
            Agreement.key(id, 1),
            new Agreement(
                id, 1, terms, History.begin(rule.proposed(city, statementCase.committedAt()))));
  }
}

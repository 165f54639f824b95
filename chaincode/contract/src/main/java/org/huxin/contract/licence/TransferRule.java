// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.licence;

import java.util.Optional;
import org.huxin.contract.agreement.StandingEvents;
import org.huxin.contract.statement.StatementCase;
import org.huxin.core.agreement.AgreementInForce;
import org.huxin.core.agreement.RecognitionRule;
import org.huxin.core.governance.MemberCity;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;

/** 转出 and 转入: what must hold between the two cities. */
record TransferRule(StatementCase<?> statementCase) {
  /**
   * Refuses a destination that is no other member city's.
   *
   * @throws LedgerRefusedException {@link LedgerRefusal#CITY_NOT_MEMBER}, {@link
   *     LedgerRefusal#DESTINATION_NOT_ANOTHER_CITY}
   */
  void requireOtherCity(DivisionCode from, DivisionCode to) {
    MemberCity destination = statementCase.requireCity(to);
    if (destination.code().covers(from)) {
      throw LedgerRefusedException.of(
          LedgerRefusal.DESTINATION_NOT_ANOTHER_CITY, "destination", to);
    }
  }

  /**
   * Refuses to close a transfer unless the agreement is in force now and covers the licence.
   *
   * @param from the division that issued it
   * @param to the division that takes it over
   * @throws LedgerRefusedException {@link LedgerRefusal#CITY_NOT_MEMBER}, {@link
   *     LedgerRefusal#AGREEMENT_DOES_NOT_COVER}
   */
  void requireCovered(
      StatementId agreement, LicenceTypeCode type, DivisionCode from, DivisionCode to) {
    DivisionCode one = statementCase.requireCity(from).code();
    DivisionCode other = statementCase.requireCity(to).code();
    Optional<RecognitionRule> rule =
        AgreementInForce.find(
                statementCase.draft().view(),
                agreement,
                statementCase.committedAt(),
                Optional.empty(),
                new StandingEvents(statementCase.draft()))
            .flatMap(found -> found.rule(type, one, from, other, to, statementCase.committedAt()));
    if (rule.isEmpty()) {
      throw LedgerRefusedException.of(
          LedgerRefusal.AGREEMENT_DOES_NOT_COVER, "agreement", agreement);
    }
  }
}

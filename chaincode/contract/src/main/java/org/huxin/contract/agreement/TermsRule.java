// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.agreement;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huxin.contract.statement.StatementCase;
import org.huxin.core.agreement.AgreementChange;
import org.huxin.core.agreement.AgreementEvent;
import org.huxin.core.agreement.AgreementTerms;
import org.huxin.core.agreement.RecognitionRule;
import org.huxin.core.governance.MemberCity;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.statement.Statement;

/** What proposed terms must be. */
record TermsRule(StatementCase<? extends Statement> statementCase, AgreementTerms terms) {
  /**
   * Refuses terms that the signer may not propose.
   *
   * @return the signer's city
   * @throws LedgerRefusedException {@link LedgerRefusal#ROLE_NOT_IN_FORCE}, {@link
   *     LedgerRefusal#NOT_COMPETENT}, {@link LedgerRefusal#CITY_NOT_MEMBER}, {@link
   *     LedgerRefusal#NOT_A_PARTY}, {@link LedgerRefusal#NOTICE_TOO_SHORT}, {@link
   *     LedgerRefusal#NO_LONGER_IN_FORCE}, {@link LedgerRefusal#RULE_OUTSIDE_PARTIES}
   */
  DivisionCode requireProposable() {
    DivisionCode city = statementCase.authority().city().code();
    MemberCity unused = statementCase.requireGovernorOf(city);
    for (DivisionCode party : terms.parties()) {
      if (!isMember(party)) {
        throw LedgerRefusedException.of(LedgerRefusal.CITY_NOT_MEMBER, "division", party);
      }
    }
    if (!terms.parties().contains(city)) {
      throw LedgerRefusedException.of(LedgerRefusal.NOT_A_PARTY);
    }
    requireTimes();
    terms.rules().forEach(this::requireWithinParties);
    return city;
  }

  /** Whether a division is the code of a city that shares the ledger. */
  boolean isMember(DivisionCode city) {
    return statementCase.membership().cities().stream()
        .anyMatch(member -> member.code().equals(city));
  }

  /** What the first version of the history of these terms begins with, or begins anew with. */
  AgreementEvent proposed(DivisionCode city, Instant at) {
    return new AgreementEvent(
        AgreementChange.PROPOSED,
        Optional.of(city),
        Optional.empty(),
        statementCase.signer().key(),
        at,
        statementCase.id());
  }

  private void requireTimes() {
    int limit = statementCase.limits().agreementNoticeSeconds();
    if (terms.noticeSeconds() < limit) {
      throw new LedgerRefusedException(
          LedgerRefusal.NOTICE_TOO_SHORT,
          Map.of(
              "limit", Integer.toString(limit),
              "value", Integer.toString(terms.noticeSeconds())));
    }
    terms
        .validTo()
        .filter(end -> !statementCase.committedAt().isBefore(end))
        .ifPresent(
            end -> {
              throw LedgerRefusedException.of(
                  LedgerRefusal.NO_LONGER_IN_FORCE, "until", end.getEpochSecond());
            });
  }

  private void requireWithinParties(RecognitionRule rule) {
    Stream.concat(rule.from().stream(), rule.to().stream())
        .filter(division -> terms.parties().stream().noneMatch(city -> city.covers(division)))
        .findFirst()
        .ifPresent(
            division -> {
              throw LedgerRefusedException.of(
                  LedgerRefusal.RULE_OUTSIDE_PARTIES, "division", division);
            });
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.agreement;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.huxin.contract.statement.StatementCase;
import org.huxin.core.agreement.Agreement;
import org.huxin.core.agreement.AgreementChange;
import org.huxin.core.agreement.AgreementEvent;
import org.huxin.core.agreement.AgreementLine;
import org.huxin.core.agreement.AgreementState;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.FullHistory;
import org.huxin.core.ledger.History;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.statement.Statement;
import org.huxin.crypto.digest.Digest;

/** A version of an agreement as one statement finds and changes it, without what was undone. */
record AgreementCase(
    StatementCase<? extends Statement> statementCase, Agreement agreement, AgreementState state) {
  /**
   * The version that a statement is about.
   *
   * @throws LedgerRefusedException {@link LedgerRefusal#NOT_FOUND}
   */
  static AgreementCase of(
      StatementCase<? extends Statement> statementCase, StatementId id, int number) {
    return of(statementCase, statementCase.draft().require(Agreement.key(id, number)));
  }

  /** Of a version that was found. */
  static AgreementCase of(StatementCase<? extends Statement> statementCase, Agreement agreement) {
    EntityKey<Agreement> key = Agreement.key(agreement.agreement(), agreement.number());
    AgreementState state =
        AgreementLine.at(
                agreement.terms(),
                FullHistory.of(
                    statementCase.draft().view(), key, agreement.history(), AgreementEvent.CODEC),
                Optional.empty(),
                new StandingEvents(statementCase.draft()))
            .orElseGet(() -> undone(agreement));
    return new AgreementCase(statementCase, agreement, state);
  }

  /** A version whose proposal was undone stands like one that was rejected. */
  private static AgreementState undone(Agreement agreement) {
    return new AgreementState(
        AgreementState.Status.REJECTED,
        new TreeSet<>(agreement.terms().parties()),
        Collections.emptySortedSet(),
        Collections.emptySortedSet(),
        Optional.empty());
  }

  /** The key of the version. */
  EntityKey<Agreement> key() {
    return Agreement.key(agreement.agreement(), agreement.number());
  }

  /**
   * Records what a party did, or that the next version took its place.
   *
   * @param city which party; empty where the next version took its place
   * @throws LedgerRefusedException {@link LedgerRefusal#HISTORY_FULL}
   */
  void record(AgreementChange change, Optional<DivisionCode> city, Optional<Digest> basis) {
    if (agreement.history().isFull()) {
      throw new LedgerRefusedException(
          LedgerRefusal.HISTORY_FULL,
          Map.of("key", key().toString(), "limit", Integer.toString(History.MAX_ENTRIES)));
    }
    AgreementEvent event =
        new AgreementEvent(
            change,
            city,
            basis,
            statementCase.signer().key(),
            statementCase.at(agreement),
            statementCase.id());
    statementCase
        .draft()
        .put(
            key(),
            new Agreement(
                agreement.agreement(),
                agreement.number(),
                agreement.terms(),
                agreement.history().append(event)));
  }
}

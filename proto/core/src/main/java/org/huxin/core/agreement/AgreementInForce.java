// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.agreement;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.huxin.core.agreement.AgreementState.Status;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.FullHistory;
import org.huxin.core.ledger.LedgerView;

/**
 * The version of an agreement that every party has signed, at a time.
 *
 * @param agreement the version
 * @param state where it stands: {@link Status#ACTIVE}
 */
public record AgreementInForce(Agreement agreement, AgreementState state) {
  /**
   * Finds it: each version but the last says that the next one took its place, so that the versions
   * are read from the first on.
   *
   * @param asOf the legal time
   * @param knownAt what the ledger knew; empty for all
   * @param counts whether an event counts, as known then
   * @return empty if there is no such agreement, or nothing of it is in force
   */
  public static Optional<AgreementInForce> find(
      LedgerView view,
      StatementId id,
      Instant asOf,
      Optional<Instant> knownAt,
      Predicate<AgreementEvent> counts) {
    for (int number = 1; number <= Agreement.MAX_VERSION; number++) {
      Optional<Agreement> version = view.get(Agreement.key(id, number));
      if (version.isEmpty()) {
        return Optional.empty();
      }
      Optional<AgreementState> state = state(view, version.get(), asOf, knownAt, counts);
      if (state.filter(found -> found.status() == Status.REPLACED).isEmpty()) {
        return state
            .filter(found -> found.status() == Status.ACTIVE)
            .map(found -> new AgreementInForce(version.get(), found));
      }
    }
    return Optional.empty();
  }

  /**
   * Where a version stood at a time: what happens to an agreement takes effect when it is recorded.
   *
   * @param asOf the legal time
   * @param knownAt what the ledger knew; empty for all
   * @param counts whether an event counts, as known then
   * @return empty if it was not proposed then
   */
  public static Optional<AgreementState> state(
      LedgerView view,
      Agreement version,
      Instant asOf,
      Optional<Instant> knownAt,
      Predicate<AgreementEvent> counts) {
    EntityKey<Agreement> key = Agreement.key(version.agreement(), version.number());
    return AgreementLine.at(
        version.terms(),
        FullHistory.of(view, key, version.history(), AgreementEvent.CODEC),
        Optional.of(knownAt.filter(time -> time.isBefore(asOf)).orElse(asOf)),
        counts);
  }

  /**
   * The rule under which a licence of one division is recognised in another at a time.
   *
   * @param one the city that issued it
   * @param from the division that issued it
   * @param other the city where it is used
   * @param to the division where it is used
   */
  public Optional<RecognitionRule> rule(
      LicenceTypeCode type,
      DivisionCode one,
      DivisionCode from,
      DivisionCode other,
      DivisionCode to,
      Instant time) {
    if (!agreement.terms().holds(time) || !state.binds(one, other, time)) {
      return Optional.empty();
    }
    return agreement.terms().rules().stream()
        .filter(rule -> rule.covers(type, from, to))
        .findFirst();
  }
}

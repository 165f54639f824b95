// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.agreement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.huxin.core.id.DivisionCode;

/** Where a version of an agreement stands after what happened to it. */
public final class AgreementLine {
  private AgreementLine() {}

  /**
   * The state, as the ledger knew by a time.
   *
   * @param events all events, oldest first: the proposal is the first
   * @param knownAt empty for all that the ledger knows
   * @param counts whether an event counts: not if it was undone
   * @return empty if the proposal was not yet known, or does not count
   */
  public static Optional<AgreementState> at(
      AgreementTerms terms,
      List<AgreementEvent> events,
      Optional<Instant> knownAt,
      Predicate<AgreementEvent> counts) {
    Optional<AgreementState> state = Optional.empty();
    for (AgreementEvent event : events) {
      boolean known = knownAt.isEmpty() || !event.at().isAfter(knownAt.get());
      if (!known || !counts.test(event)) {
        continue;
      }
      if (event.change() == AgreementChange.PROPOSED) {
        state = Optional.of(AgreementState.proposed(new TreeSet<>(terms.parties())));
      } else if (state.isPresent()) {
        state = Optional.of(after(state.get(), event, terms));
      }
    }
    return state;
  }

  /** The state now. */
  public static AgreementState now(Agreement agreement, List<AgreementEvent> events) {
    return at(agreement.terms(), events, Optional.empty(), event -> true).orElseThrow();
  }

  /** What an event leaves; one that an undone event before it makes impossible changes nothing. */
  private static AgreementState after(
      AgreementState state, AgreementEvent event, AgreementTerms terms) {
    boolean active = state.status() == AgreementState.Status.ACTIVE;
    boolean proposed = state.status() == AgreementState.Status.PROPOSED;
    return switch (event.change()) {
      case PROPOSED -> state;
      case SIGNED -> {
        DivisionCode city = event.city().orElseThrow();
        yield proposed && !state.signedBy().contains(city) ? state.sign(city) : state;
      }
      case REJECTED -> proposed ? state.reject(event.city().orElseThrow()) : state;
      case SUSPENDED -> {
        DivisionCode city = event.city().orElseThrow();
        yield active && !state.suspendedBy().contains(city) ? state.suspend(city) : state;
      }
      case RESUMED -> {
        DivisionCode city = event.city().orElseThrow();
        yield active && state.suspendedBy().contains(city) ? state.resume(city) : state;
      }
      case NOTICE_GIVEN ->
          active
              ? state.giveNotice(event.city().orElseThrow(), event.at(), terms.noticeSeconds())
              : state;
      case REPLACED -> active ? state.replace() : state;
    };
  }
}

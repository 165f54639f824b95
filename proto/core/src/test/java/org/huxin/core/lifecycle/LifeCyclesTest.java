// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.huxin.core.agreement.AgreementState;
import org.huxin.core.authorization.AuthorizationState;
import org.huxin.core.commitment.CommitmentStatus;
import org.huxin.core.commitment.Settlement;
import org.huxin.core.competence.Periods;
import org.huxin.core.competence.Periods.Period;
import org.huxin.core.demand.DemandAnswer;
import org.huxin.core.demand.DemandStatus;
import org.huxin.core.dispute.Decision;
import org.huxin.core.dispute.DisputeState;
import org.huxin.core.dispute.DisputeState.Party;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.seal.SealAction;
import org.huxin.core.seal.SealStatus;
import org.junit.jupiter.api.Test;

final class LifeCyclesTest {
  private static final Instant T = Instant.ofEpochSecond(1_780_000_000L);
  private static final DivisionCode ORDOS = DivisionCode.parse("150600");
  private static final DivisionCode HOHHOT = DivisionCode.parse("150100");
  private static final DivisionCode BAOTOU = DivisionCode.parse("150200");
  private static final SortedSet<DivisionCode> PARTIES = new TreeSet<>(Set.of(ORDOS, HOHHOT));

  @Test
  void aSealChangesExactlyAsTheTableSays() {
    Set<String> allowed = new TreeSet<>();
    for (SealStatus status : SealStatus.values()) {
      for (SealAction action : SealAction.values()) {
        tried(() -> status.after(action))
            .ifPresent(next -> allowed.add(status + " " + action + " " + next));
      }
    }
    assertEquals(
        new TreeSet<>(
            Set.of(
                "ACTIVE DISABLE DISABLED",
                "ACTIVE CANCEL CANCELLED",
                "ACTIVE REPLACE REPLACED",
                "DISABLED RESTORE ACTIVE",
                "DISABLED CANCEL CANCELLED",
                "DISABLED REPLACE REPLACED")),
        allowed);
  }

  @Test
  void aDemandChangesExactlyAsTheTableSays() {
    Set<String> allowed = new TreeSet<>();
    for (DemandStatus status : DemandStatus.values()) {
      for (DemandAnswer answer : DemandAnswer.values()) {
        tried(() -> status.answer(answer))
            .ifPresent(next -> allowed.add(status + " " + answer + " " + next));
      }
      tried(status::withdraw).ifPresent(next -> allowed.add(status + " WITHDRAW " + next));
    }
    assertEquals(
        new TreeSet<>(
            Set.of(
                "DEMANDED MATCHED MATCHED",
                "DEMANDED REFUSED REFUSED",
                "DEMANDED WITHDRAW WITHDRAWN",
                "MATCHED SUPPLIED SUPPLIED",
                "MATCHED REFUSED REFUSED",
                "MATCHED WITHDRAW WITHDRAWN")),
        allowed);
  }

  @Test
  void aPromiseChangesExactlyAsTheTableSays() {
    Set<String> allowed = new TreeSet<>();
    for (CommitmentStatus status : CommitmentStatus.values()) {
      for (Settlement settlement : Settlement.values()) {
        for (Map.Entry<String, Instant> at :
            Map.of("due", T, "late", T.plusSeconds(1)).entrySet()) {
          tried(() -> status.settle(settlement, at.getValue(), T))
              .ifPresent(
                  next -> allowed.add(status + " " + settlement + " " + at.getKey() + " " + next));
        }
      }
    }
    assertEquals(
        new TreeSet<>(
            Set.of(
                "MADE FULFILLED due FULFILLED",
                "MADE FULFILLED late FULFILLED_LATE",
                "MADE WAIVED due WAIVED",
                "MADE WAIVED late WAIVED",
                "MADE BREACHED late BREACHED")),
        allowed);
    assertRefused(
        LifeCycleRefusal.NOT_YET_DUE,
        () -> CommitmentStatus.MADE.settle(Settlement.BREACHED, T, T));
  }

  @Test
  void aDisputeChangesExactlyAsTheTableSays() {
    Set<String> allowed = new TreeSet<>();
    for (DisputeState state : disputes()) {
      for (Party party : Party.values()) {
        Map<String, Supplier<DisputeState>> actions =
            Map.of(
                "ACCEPT", () -> state.accept(party),
                "REJECT", () -> state.reject(party),
                "UPHOLD", () -> state.decide(party, Decision.UPHELD, T),
                "DISMISS", () -> state.decide(party, Decision.DISMISSED, T),
                "ESCALATE", () -> state.escalate(party, T),
                "CORRECT", () -> state.correct(party),
                "WITHDRAW", () -> state.withdraw(party));
        actions.forEach(
            (name, action) ->
                tried(action)
                    .ifPresent(
                        next ->
                            allowed.add(
                                state.status() + " " + name + " " + party + " " + next.status())));
      }
    }
    assertEquals(
        new TreeSet<>(
            Set.of(
                "FILED ACCEPT ISSUER ACCEPTED",
                "FILED REJECT ISSUER NOT_ACCEPTED",
                "FILED WITHDRAW RAISER WITHDRAWN",
                "ACCEPTED UPHOLD ISSUER UPHELD",
                "ACCEPTED DISMISS ISSUER DISMISSED",
                "ACCEPTED WITHDRAW RAISER WITHDRAWN",
                "DISMISSED ESCALATE RAISER ESCALATED",
                "ESCALATED UPHOLD SUPERVISOR UPHELD",
                "ESCALATED DISMISS SUPERVISOR DISMISSED",
                "ESCALATED WITHDRAW RAISER WITHDRAWN",
                "UPHELD CORRECT ISSUER CORRECTED")),
        allowed);
  }

  private static List<DisputeState> disputes() {
    DisputeState accepted = DisputeState.FILED.accept(Party.ISSUER);
    DisputeState dismissed = accepted.decide(Party.ISSUER, Decision.DISMISSED, T);
    DisputeState upheld = accepted.decide(Party.ISSUER, Decision.UPHELD, T);
    return List.of(
        DisputeState.FILED,
        accepted,
        DisputeState.FILED.reject(Party.ISSUER),
        upheld,
        upheld.correct(Party.ISSUER),
        dismissed,
        dismissed.escalate(Party.RAISER, T),
        accepted.withdraw(Party.RAISER));
  }

  @Test
  void aDisputeIsEscalatedOnceAndInTime() {
    DisputeState dismissed =
        DisputeState.FILED.accept(Party.ISSUER).decide(Party.ISSUER, Decision.DISMISSED, T);
    DisputeState again =
        dismissed.escalate(Party.RAISER, T).decide(Party.SUPERVISOR, Decision.DISMISSED, T);

    assertRefused(
        LifeCycleRefusal.DEADLINE_PASSED, () -> dismissed.escalate(Party.RAISER, T.plusSeconds(1)));
    assertRefused(LifeCycleRefusal.ALREADY_ESCALATED, () -> again.escalate(Party.RAISER, T));
    assertFalse(dismissed.isClosed(T));
    assertTrue(dismissed.isClosed(T.plusSeconds(1)));
    assertTrue(again.isClosed(T));
  }

  @Test
  void aLicenceIsFlaggedWhileADisputeIsTakenUp() {
    assertEquals(
        Set.of(
            DisputeState.Status.ACCEPTED,
            DisputeState.Status.UPHELD,
            DisputeState.Status.ESCALATED),
        Set.copyOf(
            disputes().stream().filter(DisputeState::flags).map(DisputeState::status).toList()));
    assertEquals(
        Set.of(
            DisputeState.Status.NOT_ACCEPTED,
            DisputeState.Status.CORRECTED,
            DisputeState.Status.WITHDRAWN),
        Set.copyOf(
            disputes().stream()
                .filter(state -> state.isClosed(T))
                .map(DisputeState::status)
                .toList()));
  }

  @Test
  void anAuthorizationIsUsedAsOftenAsItSays() {
    AuthorizationState once = AuthorizationState.granted(1, T, T.plusSeconds(10));
    AuthorizationState used = once.use(T);

    assertEquals(1, used.used());
    LifeCycleRefusedException refused =
        assertThrows(LifeCycleRefusedException.class, () -> used.use(T));
    assertEquals(LifeCycleRefusal.EXHAUSTED, refused.code());
    assertEquals("1", refused.evidence().get("maxUses"));
  }

  @Test
  void anAuthorizationIsUsedWithinItsWindow() {
    AuthorizationState granted = AuthorizationState.granted(9, T, T.plusSeconds(10));

    assertRefused(LifeCycleRefusal.NOT_YET_IN_FORCE, () -> granted.use(T.minusSeconds(1)));
    assertRefused(LifeCycleRefusal.NO_LONGER_IN_FORCE, () -> granted.use(T.plusSeconds(10)));
    assertEquals(1, granted.use(T.plusSeconds(9)).used());
  }

  @Test
  void aRevokedAuthorizationIsNotUsedAndNotRevokedAgain() {
    AuthorizationState revoked =
        AuthorizationState.granted(9, T, T.plusSeconds(10)).use(T).revoke();

    assertRefused(LifeCycleRefusal.REVOKED, () -> revoked.use(T));
    assertRefused(LifeCycleRefusal.REVOKED, revoked::revoke);
  }

  @Test
  void anAuthorizationIsPassedOnWhileSomethingIsLeftOfIt() {
    AuthorizationState granted = AuthorizationState.granted(1, T, T.plusSeconds(10));

    granted.requireLeft(T.minusSeconds(1));
    granted.requireLeft(T.plusSeconds(9));
    assertRefused(LifeCycleRefusal.NO_LONGER_IN_FORCE, () -> left(granted, T.plusSeconds(10)));
    assertRefused(LifeCycleRefusal.EXHAUSTED, () -> left(granted.use(T), T));
    assertRefused(LifeCycleRefusal.REVOKED, () -> left(granted.revoke(), T));
  }

  private static AuthorizationState left(AuthorizationState state, Instant at) {
    state.requireLeft(at);
    return state;
  }

  @Test
  void anAuthorizationThatCannotBeIsNotBuilt() {
    assertThrows(
        IllegalArgumentException.class, () -> AuthorizationState.granted(0, T, T.plusSeconds(1)));
    assertThrows(IllegalArgumentException.class, () -> AuthorizationState.granted(1, T, T));
    assertThrows(
        IllegalArgumentException.class,
        () -> new AuthorizationState(1, 2, T, T.plusSeconds(1), false));
  }

  @Test
  void anAgreementHoldsOnceEveryPartySigned() {
    AgreementState proposed = AgreementState.proposed(PARTIES);
    AgreementState one = proposed.sign(ORDOS);
    AgreementState active = one.sign(HOHHOT);

    assertEquals(AgreementState.Status.PROPOSED, one.status());
    assertEquals(AgreementState.Status.ACTIVE, active.status());
    assertFalse(one.binds(ORDOS, HOHHOT, T));
    assertTrue(active.binds(ORDOS, HOHHOT, T));
    assertFalse(active.binds(ORDOS, BAOTOU, T));
    assertRefused(LifeCycleRefusal.ALREADY_SIGNED, () -> one.sign(ORDOS));
    assertRefused(LifeCycleRefusal.NOT_A_PARTY, () -> one.sign(BAOTOU));
    assertRefused(LifeCycleRefusal.TRANSITION_NOT_ALLOWED, () -> active.sign(ORDOS));
    assertRefused(LifeCycleRefusal.TRANSITION_NOT_ALLOWED, () -> active.reject(ORDOS));
    assertRefused(
        LifeCycleRefusal.TRANSITION_NOT_ALLOWED, () -> proposed.reject(ORDOS).sign(HOHHOT));
  }

  @Test
  void aSuspensionRestsTheRulesUntilItsPartyResumes() {
    AgreementState active = AgreementState.proposed(PARTIES).sign(ORDOS).sign(HOHHOT);
    AgreementState suspended = active.suspend(ORDOS);

    assertFalse(suspended.binds(ORDOS, HOHHOT, T));
    assertFalse(suspended.binds(HOHHOT, ORDOS, T));
    assertTrue(suspended.resume(ORDOS).binds(ORDOS, HOHHOT, T));
    assertRefused(LifeCycleRefusal.NOT_SUSPENDED_BY_PARTY, () -> suspended.resume(HOHHOT));
    assertRefused(LifeCycleRefusal.ALREADY_SUSPENDED_BY_PARTY, () -> suspended.suspend(ORDOS));
    assertRefused(LifeCycleRefusal.NOT_A_PARTY, () -> active.suspend(BAOTOU));
    assertRefused(
        LifeCycleRefusal.TRANSITION_NOT_ALLOWED,
        () -> AgreementState.proposed(PARTIES).suspend(ORDOS));
    assertRefused(
        LifeCycleRefusal.TRANSITION_NOT_ALLOWED,
        () -> AgreementState.proposed(PARTIES).resume(ORDOS));
  }

  @Test
  void noticeEndsAnAgreementAndASecondOneDoesNotPutItOff() {
    AgreementState active = AgreementState.proposed(PARTIES).sign(ORDOS).sign(HOHHOT);
    AgreementState noticed = active.giveNotice(ORDOS, T, 100);

    assertTrue(noticed.binds(ORDOS, HOHHOT, T.plusSeconds(99)));
    assertFalse(noticed.binds(ORDOS, HOHHOT, T.plusSeconds(100)));
    assertEquals(
        Optional.of(T.plusSeconds(100)),
        noticed.giveNotice(HOHHOT, T.plusSeconds(50), 100).endsAt());
    assertEquals(
        Optional.of(T.plusSeconds(60)), noticed.giveNotice(HOHHOT, T.plusSeconds(50), 10).endsAt());
    assertRefused(
        LifeCycleRefusal.TRANSITION_NOT_ALLOWED,
        () -> AgreementState.proposed(PARTIES).giveNotice(ORDOS, T, 1));
  }

  @Test
  void theNextVersionReplacesAnActiveOne() {
    AgreementState active = AgreementState.proposed(PARTIES).sign(ORDOS).sign(HOHHOT);

    assertFalse(active.replace().binds(ORDOS, HOHHOT, T));
    assertRefused(
        LifeCycleRefusal.TRANSITION_NOT_ALLOWED, () -> AgreementState.proposed(PARTIES).replace());
  }

  @Test
  void periodsAreOpenedAndClosedInOrder() {
    Periods open = Periods.NONE.open(new Period(T, Optional.empty()));
    Periods closed = open.close(T.plusSeconds(10));
    Periods again = closed.open(new Period(T.plusSeconds(10), Optional.of(T.plusSeconds(20))));

    assertTrue(open.hold(T));
    assertFalse(open.hold(T.minusSeconds(1)));
    assertTrue(open.hold(T.plusSeconds(1_000_000)));
    assertFalse(closed.hold(T.plusSeconds(10)));
    assertTrue(again.hold(T.plusSeconds(10)));
    assertFalse(again.hold(T.plusSeconds(20)));
    assertRefused(
        LifeCycleRefusal.PERIOD_OVERLAPS,
        () -> open.open(new Period(T.plusSeconds(99), Optional.empty())));
    assertRefused(
        LifeCycleRefusal.PERIOD_OVERLAPS,
        () -> closed.open(new Period(T.plusSeconds(9), Optional.empty())));
    assertRefused(LifeCycleRefusal.NO_OPEN_PERIOD, () -> Periods.NONE.close(T));
    assertRefused(LifeCycleRefusal.NO_OPEN_PERIOD, () -> closed.close(T.plusSeconds(10)));
  }

  @Test
  void periodsThatOverlapCannotBeBuilt() {
    Period open = new Period(T, Optional.empty());

    assertThrows(IllegalArgumentException.class, () -> new Periods(List.of(open, open)));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Periods(
                List.of(
                    new Period(T, Optional.of(T.plusSeconds(5))),
                    new Period(T, Optional.empty()))));
    assertThrows(
        IllegalArgumentException.class, () -> new Period(T, Optional.of(T.minusSeconds(1))));
  }

  private static <T> Optional<T> tried(Supplier<T> action) {
    try {
      return Optional.of(action.get());
    } catch (LifeCycleRefusedException refused) {
      return Optional.empty();
    }
  }

  private static void assertRefused(LifeCycleRefusal code, Supplier<?> action) {
    assertEquals(code, assertThrows(LifeCycleRefusedException.class, action::get).code());
  }
}

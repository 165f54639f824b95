// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.Uscc;
import org.huxin.core.licence.LicenceState;
import org.huxin.core.licence.LicenceState.Party;
import org.huxin.core.licence.LicenceState.Status;
import org.huxin.core.licence.StatusAction;
import org.huxin.crypto.vectors.VectorFiles;
import org.junit.jupiter.api.Test;

final class LicenceStateTest {
  private static final Uscc ISSUER = Uscc.parse("11150602MB9T0002XY");
  private static final Uscc SUPERVISOR = Uscc.parse("11150622MB9T00054K");
  private static final DivisionCode ORDOS = DivisionCode.parse("150600");

  private static final Map<String, BiFunction<LicenceState, Party, LicenceState>> ACTIONS =
      actions();

  /** Every change that is allowed: from, action, party, to. All others are refused. */
  private static final Set<String> ALLOWED =
      Set.of(
          "VALID SUSPEND ISSUER SUSPENDED",
          "VALID SUSPEND SUPERVISOR SUSPENDED",
          "SUSPENDED RESUME ISSUER VALID",
          "SUSPENDED RESUME SUPERIOR VALID",
          "SUSPENDED RESUME SUPERVISOR VALID",
          "VALID WITHDRAW ISSUER WITHDRAWN",
          "VALID WITHDRAW SUPERIOR WITHDRAWN",
          "SUSPENDED WITHDRAW ISSUER WITHDRAWN",
          "SUSPENDED WITHDRAW SUPERIOR WITHDRAWN",
          "VALID REVOKE SUPERVISOR REVOKED",
          "SUSPENDED REVOKE SUPERVISOR REVOKED",
          "VALID CANCEL ISSUER CANCELLED",
          "SUSPENDED CANCEL ISSUER CANCELLED",
          "VALID SUPERSEDE ISSUER SUPERSEDED",
          "VALID TRANSFER_OUT ISSUER TRANSFERRED_OUT",
          "TRANSFERRED_OUT CANCEL_TRANSFER_OUT ISSUER VALID",
          "TRANSFERRED_OUT CLOSE DESTINATION CLOSED");

  private static Map<String, BiFunction<LicenceState, Party, LicenceState>> actions() {
    Map<String, BiFunction<LicenceState, Party, LicenceState>> all = new LinkedHashMap<>();
    all.put("SUSPEND", (state, party) -> state.suspend(party, ISSUER));
    all.put("RESUME", (state, party) -> state.resume(party, ISSUER));
    for (StatusAction end :
        List.of(StatusAction.WITHDRAW, StatusAction.REVOKE, StatusAction.CANCEL)) {
      all.put(end.name(), (state, party) -> state.end(end, party));
    }
    all.put("SUPERSEDE", LicenceState::supersede);
    all.put("TRANSFER_OUT", (state, party) -> state.transferOut(party, ORDOS));
    all.put("CANCEL_TRANSFER_OUT", LicenceState::cancelTransferOut);
    all.put("CLOSE", LicenceState::close);
    return all;
  }

  @Test
  void exactlyTheChangesOfTheTableAreAllowed() {
    Set<String> allowed = new TreeSet<>();
    for (Status status : Status.values()) {
      for (Map.Entry<String, BiFunction<LicenceState, Party, LicenceState>> action :
          ACTIONS.entrySet()) {
        for (Party party : Party.values()) {
          try {
            LicenceState next = action.getValue().apply(state(status), party);
            allowed.add(status + " " + action.getKey() + " " + party + " " + next.status());
          } catch (LifeCycleRefusedException refused) {
            boolean repeated = status == Status.SUSPENDED && action.getKey().equals("SUSPEND");
            assertEquals(
                repeated && (party == Party.ISSUER || party == Party.SUPERVISOR)
                    ? LifeCycleRefusal.ALREADY_SUSPENDED_BY_PARTY
                    : LifeCycleRefusal.TRANSITION_NOT_ALLOWED,
                refused.code());
          }
        }
      }
    }
    assertEquals(new TreeSet<>(ALLOWED), allowed);
  }

  @Test
  void aLicenceStaysSuspendedWhileAnotherPartysSuspensionRemains() {
    LicenceState both =
        LicenceState.VALID.suspend(Party.ISSUER, ISSUER).suspend(Party.SUPERVISOR, SUPERVISOR);
    LicenceState one = both.resume(Party.ISSUER, ISSUER);

    assertEquals(Status.SUSPENDED, one.status());
    assertEquals(VectorFiles.example("life-cycles", "state"), one.status().name());
    assertEquals(Set.of(SUPERVISOR), one.suspendedBy());
    assertEquals(LicenceState.VALID, one.resume(Party.SUPERVISOR, SUPERVISOR));
  }

  @Test
  void nobodyLiftsASuspensionThatIsNotThere() {
    LicenceState suspended = LicenceState.VALID.suspend(Party.ISSUER, ISSUER);

    assertEquals(
        LifeCycleRefusal.NOT_SUSPENDED_BY_PARTY,
        assertThrows(
                LifeCycleRefusedException.class,
                () -> suspended.resume(Party.SUPERVISOR, SUPERVISOR))
            .code());
  }

  @Test
  void aTransferNamesItsDestination() {
    assertEquals(
        Optional.of(ORDOS), LicenceState.VALID.transferOut(Party.ISSUER, ORDOS).destination());
  }

  @Test
  void suspensionsAndDestinationsBelongToTheirStates() {
    TreeSet<Uscc> somebody = new TreeSet<>(Set.of(ISSUER));

    assertThrows(
        IllegalArgumentException.class,
        () -> new LicenceState(Status.VALID, somebody, Optional.empty()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new LicenceState(Status.SUSPENDED, Collections.emptySortedSet(), Optional.empty()));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new LicenceState(
                Status.TRANSFERRED_OUT, Collections.emptySortedSet(), Optional.empty()));
    assertThrows(
        IllegalArgumentException.class,
        () -> LicenceState.VALID.end(StatusAction.SUSPEND, Party.ISSUER));
  }

  private static LicenceState state(Status status) {
    return switch (status) {
      case SUSPENDED -> LicenceState.VALID.suspend(Party.ISSUER, ISSUER);
      case TRANSFERRED_OUT -> LicenceState.VALID.transferOut(Party.ISSUER, ORDOS);
      default -> new LicenceState(status, Collections.emptySortedSet(), Optional.empty());
    };
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.licence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Uscc;
import org.huxin.core.licence.LicenceState.Status;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.junit.jupiter.api.Test;

final class StatusLineTest {
  private static final Uscc ISSUER = Uscc.parse("11150602MB9T0002XY");
  private static final Uscc SUPERVISOR = Uscc.parse("11150622MB9T00054K");
  private static final StatementId DISPUTE = id("a dispute");

  private final List<StatusChange> changes = new ArrayList<>();

  private static StatementId id(String name) {
    return new StatementId(DigestAlgorithm.SHA_256.digest(Bytes.utf8(name)));
  }

  private static Instant day(int day) {
    return Instant.parse("2026-03-01T00:00:00Z").plusSeconds(86_400L * day);
  }

  /** Adds an entry that takes effect on one day and is recorded on another. */
  private void add(StatusEvent event, int effective, int recorded, Uscc by, int... strikes) {
    boolean dispute = event == StatusEvent.DISPUTE_BEGINS || event == StatusEvent.DISPUTE_ENDS;
    changes.add(
        new StatusChange(
            event,
            day(effective),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            event == StatusEvent.SUPERSEDE ? Optional.of(id("successor")) : Optional.empty(),
            event == StatusEvent.TRANSFER_OUT
                ? Optional.of(DivisionCode.parse("150600"))
                : Optional.empty(),
            Optional.empty(),
            dispute ? Optional.of(DISPUTE) : Optional.empty(),
            strikes.length == 0 ? Optional.empty() : Optional.of(strikes[0]),
            new KeyId.OfAuthority(by, 1),
            day(recorded),
            id("statement " + changes.size())));
  }

  private StatusLine.Standing at(int asOf) {
    return StatusLine.of(changes).at(day(asOf), Optional.empty());
  }

  private StatusLine.Standing at(int asOf, int knownAt) {
    return StatusLine.of(changes).at(day(asOf), Optional.of(day(knownAt)));
  }

  @Test
  void aLicenceToWhichNothingHappenedIsValid() {
    assertEquals(LicenceState.VALID, at(1).state());
    assertEquals(0, at(1).version());
    assertEquals(Optional.empty(), at(1).last());
  }

  @Test
  void aSuspensionHoldsFromItsLegalDateUntilItIsLifted() {
    add(StatusEvent.SUSPEND, 10, 9, ISSUER);
    add(StatusEvent.RESUME, 20, 19, ISSUER);
    assertEquals(Status.VALID, at(9).state().status());
    assertEquals(Status.SUSPENDED, at(10).state().status());
    assertEquals(1, at(10).version());
    assertEquals(Status.VALID, at(20).state().status());
    assertEquals(2, at(20).version());
  }

  @Test
  void whatTheLedgerHadNotRecordedWasNotKnown() {
    add(StatusEvent.SUSPEND, 10, 9, ISSUER);
    assertEquals(Status.VALID, at(30, 8).state().status());
    assertEquals(Status.SUSPENDED, at(30, 9).state().status());
  }

  @Test
  void aWithdrawalReachesBackButNotIntoWhatWasKnown() {
    add(StatusEvent.SUSPEND, 10, 10, ISSUER);
    add(StatusEvent.RESUME, 12, 12, ISSUER);
    add(StatusEvent.WITHDRAW, 1, 20, ISSUER);
    assertEquals(Status.WITHDRAWN, at(5).state().status());
    assertEquals(3, at(5).version());
    assertEquals(Status.VALID, at(5, 19).state().status());
    assertEquals(Status.SUSPENDED, at(11, 19).state().status());
    assertEquals(Status.VALID, at(0).state().status());
  }

  @Test
  void twoPartiesSuspendAndEachLiftsItsOwn() {
    add(StatusEvent.SUSPEND, 1, 1, ISSUER);
    add(StatusEvent.SUSPEND, 2, 2, SUPERVISOR);
    add(StatusEvent.RESUME, 3, 3, ISSUER);
    assertEquals(Set.of(ISSUER, SUPERVISOR), at(2).state().suspendedBy());
    assertEquals(Set.of(SUPERVISOR), at(3).state().suspendedBy());
  }

  @Test
  void aTransferThatIsCalledBackLiftsNoSuspension() {
    add(StatusEvent.SUSPEND, 1, 1, SUPERVISOR);
    add(StatusEvent.RESUME, 20, 2, SUPERVISOR);
    add(StatusEvent.TRANSFER_OUT, 3, 3, ISSUER);
    add(StatusEvent.CANCEL_TRANSFER_OUT, 4, 4, ISSUER);
    assertEquals(Status.TRANSFERRED_OUT, at(3).state().status());
    assertEquals(Set.of(SUPERVISOR), at(10).state().suspendedBy());
    assertEquals(Status.VALID, at(20).state().status());
  }

  @Test
  void aForgedResumptionLiftsNothingThoughATransferFollowedIt() {
    add(StatusEvent.SUSPEND, 1, 1, SUPERVISOR);
    add(StatusEvent.RESUME, 2, 2, SUPERVISOR);
    add(StatusEvent.TRANSFER_OUT, 3, 3, ISSUER);
    add(StatusEvent.CANCEL_TRANSFER_OUT, 4, 4, ISSUER);
    StatusLine line = StatusLine.of(changes, change -> change.action() != StatusEvent.RESUME);
    assertEquals(Status.SUSPENDED, line.at(day(10), Optional.empty()).state().status());
  }

  @Test
  void aLaterSuspensionThatTakesEffectEarlierDoesNotBringTheFirstForward() {
    add(StatusEvent.SUSPEND, 10, 1, ISSUER);
    add(StatusEvent.SUSPEND, 2, 2, SUPERVISOR);
    assertEquals(Set.of(SUPERVISOR), at(5).state().suspendedBy());
    assertEquals(Set.of(ISSUER, SUPERVISOR), at(10).state().suspendedBy());
  }

  @Test
  void theNextChangeBeginsAtAllThatIsRecorded() {
    add(StatusEvent.CANCEL, 100, 1, ISSUER);
    assertEquals(Status.VALID, at(50).state().status());
    assertEquals(Status.CANCELLED, StatusLine.of(changes).now().state().status());
  }

  @Test
  void aTransferIsCalledBackOrClosed() {
    add(StatusEvent.TRANSFER_OUT, 1, 1, ISSUER);
    add(StatusEvent.CANCEL_TRANSFER_OUT, 2, 2, ISSUER);
    add(StatusEvent.TRANSFER_OUT, 3, 3, ISSUER);
    add(StatusEvent.CLOSE, 4, 4, SUPERVISOR);
    assertEquals(Optional.of(DivisionCode.parse("150600")), at(1).state().destination());
    assertEquals(LicenceState.VALID, at(2).state());
    assertEquals(Status.TRANSFERRED_OUT, at(3).state().status());
    assertEquals(Status.CLOSED, at(4).state().status());
  }

  @Test
  void aSupersededLicenceNamesItsSuccessor() {
    add(StatusEvent.SUPERSEDE, 1, 1, ISSUER);
    assertEquals(Status.SUPERSEDED, at(1).state().status());
    assertEquals(Optional.of(id("successor")), at(1).last().flatMap(StatusChange::successor));
  }

  @Test
  void theOtherEndsAreEnds() {
    add(StatusEvent.REVOKE, 1, 1, SUPERVISOR);
    add(StatusEvent.SUSPEND, 2, 2, ISSUER);
    assertEquals(Status.REVOKED, at(3).state().status());
  }

  @Test
  void aDisputeFlagsAndChangesNoStatus() {
    add(StatusEvent.SUSPEND, 1, 1, ISSUER);
    add(StatusEvent.DISPUTE_BEGINS, 2, 2, ISSUER);
    add(StatusEvent.DISPUTE_ENDS, 4, 4, ISSUER);
    StatusLine line = StatusLine.of(changes);
    assertEquals(Set.of(DISPUTE), line.openDisputes(Optional.of(day(3))));
    assertEquals(1, at(3).version());
    assertEquals(Status.SUSPENDED, at(3).state().status());
    assertEquals(Set.of(), line.openDisputes(Optional.empty()));
  }

  @Test
  void aStruckEntryNeverWasOnceThatIsKnown() {
    add(StatusEvent.CANCEL, 1, 1, ISSUER);
    add(StatusEvent.ANNUL, 9, 9, ISSUER, 1);
    assertEquals(Status.VALID, at(2).state().status());
    assertEquals(Status.CANCELLED, at(2, 8).state().status());
    StatusLine line = StatusLine.of(changes);
    assertTrue(line.isStruck(1));
    assertEquals(LicenceState.VALID, line.now().state());
  }

  @Test
  void anAnnulmentThatIsStruckOutBringsTheEntryBack() {
    add(StatusEvent.CANCEL, 1, 1, ISSUER);
    add(StatusEvent.ANNUL, 2, 2, ISSUER, 1);
    add(StatusEvent.ANNUL, 3, 3, ISSUER, 2);
    assertEquals(Status.CANCELLED, at(3).state().status());
    assertEquals(Status.VALID, at(3, 2).state().status());
  }

  @Test
  void anEntryThatDoesNotCountIsPassedOver() {
    add(StatusEvent.CANCEL, 1, 1, ISSUER);
    add(StatusEvent.SUSPEND, 2, 2, SUPERVISOR);
    StatusLine.Standing standing =
        StatusLine.of(changes, change -> change.action() != StatusEvent.CANCEL)
            .at(day(5), Optional.empty());
    assertEquals(Set.of(SUPERVISOR), standing.state().suspendedBy());
    assertEquals(2, standing.version());
  }

  @Test
  void anAnnulmentThatDoesNotCountStrikesNothing() {
    add(StatusEvent.CANCEL, 1, 1, ISSUER);
    add(StatusEvent.ANNUL, 2, 2, ISSUER, 1);
    StatusLine.Standing standing =
        StatusLine.of(changes, change -> change.action() != StatusEvent.ANNUL)
            .at(day(5), Optional.empty());
    assertEquals(Status.CANCELLED, standing.state().status());
  }

  @Test
  void everyEntryIsFoundByItsVersion() {
    add(StatusEvent.SUSPEND, 1, 1, ISSUER);
    StatusLine line = StatusLine.of(changes);
    assertEquals(Optional.of(changes.get(0)), line.change(1));
    assertEquals(Optional.empty(), line.change(0));
    assertEquals(Optional.empty(), line.change(2));
  }
}

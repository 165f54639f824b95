// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.commitment;

import static org.huxin.contract.sample.SampleCity.BAOTOU;
import static org.huxin.contract.sample.SampleCity.ORDOS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleCompetence;
import org.huxin.contract.sample.SampleKey;
import org.huxin.core.authority.Role;
import org.huxin.core.commitment.Commitment;
import org.huxin.core.commitment.CommitmentKind;
import org.huxin.core.commitment.CommitmentStatus;
import org.huxin.core.commitment.MakeCommitment;
import org.huxin.core.commitment.SettleCommitment;
import org.huxin.core.commitment.Settlement;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Uscc;
import org.huxin.core.reference.SubjectCommitment;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.statement.Code;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.junit.jupiter.api.Test;

final class CommitmentsTest {
  private static final Uscc OWNER = new Uscc("11150603MB9T00038D");
  private static final Uscc SUPERVISOR = new Uscc("11150602MB9T0002XY");
  private static final Uscc AUDITOR = new Uscc("11150622MB9T00054K");
  private static final Uscc STRANGER = new Uscc("11150203MB9T00142W");
  private static final DivisionCode DIVISION = new DivisionCode("150603");
  private static final DivisionCode CITY = new DivisionCode("150600");
  private static final LicenceTypeCode TYPE = new LicenceTypeCode("11100000MB0143028R001");
  private static final Duration TERM = Duration.ofDays(30);

  private final ContractBench ledger = ContractBench.founded();
  private final SampleKey owner =
      ledger.register(OWNER, DIVISION, Optional.empty(), Role.CONSUMER, Role.AUDITOR);
  private final SampleKey supervisor =
      ledger.register(SUPERVISOR, CITY, Optional.empty(), Role.SUPERVISOR);
  private final SampleKey auditor = ledger.register(AUDITOR, CITY, Optional.empty(), Role.AUDITOR);
  private final SampleKey stranger =
      ledger.register(
          STRANGER,
          new DivisionCode("150203"),
          Optional.empty(),
          Role.CONSUMER,
          Role.SUPERVISOR,
          Role.AUDITOR);

  @Test
  void theOwnerOfTheItemAcceptsAPromiseThatIsKeptInTime() {
    SignedStatement made = ledger.sign(owner, make(OWNER, DIVISION, ledger.now().plus(TERM)));
    ledger.accept(ORDOS, made);
    ledger.repeat(ORDOS, made);
    assertEquals(CommitmentStatus.MADE, status(made.id()));
    ledger.pass(TERM);
    SignedStatement settled = ledger.sign(owner, 1, settle(made.id(), Settlement.FULFILLED));
    ledger.accept(ORDOS, settled);
    ledger.repeat(ORDOS, settled);
    assertEquals(CommitmentStatus.FULFILLED, status(made.id()));
    assertEquals(Optional.of(owner.id()), ledger.get(Commitment.key(made.id())).settledBy());
    ledger.refuse(
        LedgerRefusal.TRANSITION_NOT_ALLOWED,
        ORDOS,
        ledger.sign(owner, 2, settle(made.id(), Settlement.WAIVED)));
  }

  @Test
  void aPromiseIsKeptLateOrWaived() {
    StatementId late = made();
    ledger.pass(TERM.plusSeconds(1));
    ledger.accept(ORDOS, ledger.sign(owner, 1, settle(late, Settlement.FULFILLED)));
    assertEquals(CommitmentStatus.FULFILLED_LATE, status(late));
    StatementId waived = made();
    ledger.accept(ORDOS, ledger.sign(owner, 1, settle(waived, Settlement.WAIVED)));
    assertEquals(CommitmentStatus.WAIVED, status(waived));
  }

  @Test
  void onlyTheOwnerAcceptsInItsOwnCityWhatIsDueLater() {
    Instant due = ledger.now().plus(TERM);
    ledger.refuse(
        LedgerRefusal.NOT_COMPETENT, BAOTOU, ledger.sign(stranger, make(OWNER, DIVISION, due)));
    ledger.refuse(
        LedgerRefusal.NOT_COMPETENT,
        ORDOS,
        ledger.sign(owner, make(OWNER, new DivisionCode("150203"), due)));
    ledger.refuse(
        LedgerRefusal.ROLE_NOT_IN_FORCE,
        ORDOS,
        ledger.sign(supervisor, make(SUPERVISOR, DIVISION, due)));
    ledger.refuse(
        LedgerRefusal.DEADLINE_PASSED,
        ORDOS,
        ledger.sign(owner, make(OWNER, DIVISION, ledger.now())));
  }

  @Test
  void onlyTheOwnerSettlesWhatWasKept() {
    StatementId id = made();
    ledger.refuse(
        LedgerRefusal.NOT_COMPETENT,
        BAOTOU,
        ledger.sign(stranger, 1, settle(id, Settlement.FULFILLED)));
    ledger.refuse(
        LedgerRefusal.ROLE_NOT_IN_FORCE,
        ORDOS,
        ledger.sign(auditor, 1, settle(id, Settlement.WAIVED)));
    ledger.refuse(
        LedgerRefusal.STALE_VERSION,
        ORDOS,
        ledger.sign(owner, 2, settle(id, Settlement.FULFILLED)));
    ledger.refuse(
        LedgerRefusal.NOT_FOUND,
        ORDOS,
        ledger.sign(owner, 1, settle(new StatementId(digest("none")), Settlement.FULFILLED)));
  }

  @Test
  void aSupervisorOfTypeAndDivisionCallsItBreachedOnceItWasDue() {
    SampleCompetence.supervise(ledger, SUPERVISOR, TYPE, CITY);
    StatementId id = made();
    ledger.refuse(
        LedgerRefusal.NOT_YET_DUE,
        ORDOS,
        ledger.sign(supervisor, 1, settle(id, Settlement.BREACHED)));
    ledger.pass(TERM.plusSeconds(1));
    ledger.accept(ORDOS, ledger.sign(supervisor, 1, settle(id, Settlement.BREACHED)));
    assertEquals(CommitmentStatus.BREACHED, status(id));
  }

  @Test
  void anAuditorOfTheCityCallsItBreachedToo() {
    StatementId id = made();
    ledger.pass(TERM.plusSeconds(1));
    ledger.accept(ORDOS, ledger.sign(auditor, 1, settle(id, Settlement.BREACHED)));
    assertEquals(CommitmentStatus.BREACHED, status(id));
  }

  @Test
  void neitherWhoAcceptedItNorAStrangerCallsItBreached() {
    StatementId id = made();
    ledger.pass(TERM.plusSeconds(1));
    ledger.refuse(
        LedgerRefusal.NOT_COMPETENT, ORDOS, ledger.sign(owner, 1, settle(id, Settlement.BREACHED)));
    ledger.refuse(
        LedgerRefusal.NOT_COMPETENT,
        BAOTOU,
        ledger.sign(stranger, 1, settle(id, Settlement.BREACHED)));
    ledger.refuse(
        LedgerRefusal.NOT_COMPETENT,
        ORDOS,
        ledger.sign(supervisor, 1, settle(id, Settlement.BREACHED)));
  }

  private StatementId made() {
    SignedStatement made = ledger.sign(owner, make(OWNER, DIVISION, ledger.now().plus(TERM)));
    ledger.accept(ORDOS, made);
    return made.id();
  }

  private CommitmentStatus status(StatementId id) {
    return ledger.get(Commitment.key(id)).status();
  }

  private static MakeCommitment make(Uscc owner, DivisionCode division, Instant dueAt) {
    return new MakeCommitment(
        new ServiceItemCode(owner.text() + "0001000115001"),
        CommitmentKind.DEFERRED_MATERIAL,
        new SubjectCommitment(digest("shopkeeper")),
        new Code("FIRE_SAFETY"),
        Optional.of(TYPE),
        division,
        digest("text"),
        dueAt);
  }

  private static SettleCommitment settle(StatementId id, Settlement settlement) {
    return new SettleCommitment(id, settlement, digest("basis"));
  }

  private static Digest digest(String text) {
    return DigestAlgorithm.SHA_256.digest(Bytes.utf8(text));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.dispute;

import static org.huxin.contract.sample.SampleCity.BAOTOU;
import static org.huxin.contract.sample.SampleCity.ORDOS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleCompetence;
import org.huxin.contract.sample.SampleKey;
import org.huxin.core.authority.Role;
import org.huxin.core.dispute.AcceptDispute;
import org.huxin.core.dispute.Channel;
import org.huxin.core.dispute.DecideDispute;
import org.huxin.core.dispute.Decision;
import org.huxin.core.dispute.Dispute;
import org.huxin.core.dispute.DisputeState.Status;
import org.huxin.core.dispute.EscalateDispute;
import org.huxin.core.dispute.FileDispute;
import org.huxin.core.dispute.Raiser;
import org.huxin.core.dispute.RejectDispute;
import org.huxin.core.dispute.WithdrawDispute;
import org.huxin.core.holder.AssuranceLevel;
import org.huxin.core.holder.Attestation;
import org.huxin.core.id.AnchorKey;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Uscc;
import org.huxin.core.jws.Jws;
import org.huxin.core.licence.LicenceStatus;
import org.huxin.core.licence.StatusChange;
import org.huxin.core.licence.StatusEvent;
import org.huxin.core.reference.LicenceRef;
import org.huxin.core.reference.SubjectCommitment;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.FieldName;
import org.huxin.core.statement.Statement;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.junit.jupiter.api.Test;

final class DisputesTest {
  private static final LicenceTypeCode TYPE = new LicenceTypeCode("11100000MB0143028R001");
  private static final DivisionCode DIVISION = new DivisionCode("150602");
  private static final DivisionCode CITY = new DivisionCode("150600");
  private static final Uscc ISSUER = new Uscc("11150602MB9T0002XY");
  private static final Uscc SUCCESSOR = new Uscc("11150603MB9T00038D");
  private static final Uscc SUPERVISOR = new Uscc("11150622MB9T00054K");
  private static final Uscc STRANGER = new Uscc("11150203MB9T00142W");
  private static final LicenceRef LICENCE =
      new LicenceRef(ISSUER, TYPE, DIVISION, new AnchorKey(digest("licence")));

  private final ContractBench ledger = ContractBench.founded();
  private final SampleKey issuer =
      ledger.register(ISSUER, DIVISION, Optional.empty(), Role.ISSUER, Role.CONSUMER);
  private final SampleKey supervisor =
      ledger.register(SUPERVISOR, CITY, Optional.empty(), Role.SUPERVISOR, Role.IDENTITY_PROVIDER);
  private final SampleKey stranger =
      ledger.register(
          STRANGER,
          new DivisionCode("150203"),
          Optional.empty(),
          Role.ISSUER,
          Role.CONSUMER,
          Role.AUDITOR,
          Role.SUPERVISOR);
  private final SampleKey holder = SampleKey.holder("shopkeeper");

  DisputesTest() {
    SampleCompetence.accredit(ledger, ISSUER, TYPE, DIVISION);
    SampleCompetence.supervise(ledger, SUPERVISOR, TYPE, CITY);
  }

  @Test
  void aHolderFilesAndTheIssuerAcceptsWhichFlagsTheLicence() {
    SignedStatement filed = ledger.sign(holder, file(Raiser.HOLDER));
    ledger.accept(BAOTOU, filed, attest(holder));
    ledger.repeat(BAOTOU, filed, attest(holder));
    Dispute dispute = dispute(filed.id());
    assertEquals(
        ledger.now().plusSeconds(ContractBench.LIMITS.disputeAcceptSeconds()), dispute.acceptBy());
    assertEquals(holder.id(), dispute.by());
    assertEquals(List.of(), flags());

    ledger.pass(Duration.ofDays(1));
    SignedStatement accepted = ledger.sign(issuer, 1, new AcceptDispute(filed.id()));
    ledger.accept(ORDOS, accepted);
    ledger.repeat(ORDOS, accepted);
    assertEquals(Status.ACCEPTED, dispute(filed.id()).status());
    assertEquals(
        ledger.now().plusSeconds(ContractBench.LIMITS.disputeResolveSeconds()),
        dispute(filed.id()).resolveBy());
    assertEquals(List.of(StatusEvent.DISPUTE_BEGINS), flags());
    StatusChange flag = ledger.get(LicenceStatus.key(LICENCE)).history().last();
    assertEquals(Optional.of(filed.id()), flag.dispute());
    assertEquals(ledger.now(), flag.effectiveFrom());
  }

  @Test
  void aConsumerAndAnAuditorFileInTheirOwnRole() {
    ledger.accept(BAOTOU, ledger.sign(stranger, file(Raiser.CONSUMER)));
    ledger.accept(BAOTOU, ledger.sign(stranger, file(Raiser.AUDITOR)));
    refuse(LedgerRefusal.ROLE_NOT_IN_FORCE, issuer, file(Raiser.AUDITOR));
    refuse(LedgerRefusal.ROLE_NOT_IN_FORCE, supervisor, file(Raiser.CONSUMER));
    refuse(LedgerRefusal.STATEMENT_SIGNATORY, issuer, file(Raiser.HOLDER));
    ledger.refuse(
        LedgerRefusal.STATEMENT_SIGNATORY,
        ORDOS,
        ledger.sign(holder, file(Raiser.CONSUMER)),
        attest(holder));
  }

  @Test
  void aDisputeIsAboutALicenceOfAKnownIssuerInAMemberCity() {
    LicenceRef unknown =
        new LicenceRef(new Uscc("11150627MB9T0010XR"), TYPE, DIVISION, LICENCE.anchorKey());
    LicenceRef elsewhere =
        new LicenceRef(ISSUER, TYPE, new DivisionCode("110101"), LICENCE.anchorKey());
    refuse(LedgerRefusal.NOT_FOUND, issuer, file(unknown, Raiser.CONSUMER));
    refuse(LedgerRefusal.CITY_NOT_MEMBER, issuer, file(elsewhere, Raiser.CONSUMER));
  }

  @Test
  void theIssuerDoesNotTakeItUp() {
    StatementId id = filed();
    RejectDispute rejection = new RejectDispute(id, new Code("NOT_THE_HOLDER"), digest("basis"));
    refuseStranger(1, rejection);
    ledger.refuse(LedgerRefusal.STALE_VERSION, ORDOS, ledger.sign(issuer, 2, rejection));
    SignedStatement rejected = ledger.sign(issuer, 1, rejection);
    ledger.accept(ORDOS, rejected);
    ledger.repeat(ORDOS, rejected);
    assertEquals(Status.NOT_ACCEPTED, dispute(id).status());
    assertEquals(List.of(), flags());
    refuse(LedgerRefusal.TRANSITION_NOT_ALLOWED, issuer, 2, rejection);
    refuse(LedgerRefusal.TRANSITION_NOT_ALLOWED, issuer, 2, new AcceptDispute(id));
    refuse(
        LedgerRefusal.NOT_FOUND,
        issuer,
        1,
        new RejectDispute(new StatementId(digest("none")), new Code("X"), digest("basis")));
  }

  @Test
  void onlyTheIssuerAcceptsAndOnlyTheCurrentVersion() {
    StatementId id = filed();
    refuseStranger(1, new AcceptDispute(id));
    refuse(LedgerRefusal.NOT_COMPETENT, supervisor, 1, new AcceptDispute(id));
    refuse(LedgerRefusal.STALE_VERSION, issuer, 2, new AcceptDispute(id));
    refuse(LedgerRefusal.NOT_FOUND, issuer, 1, new AcceptDispute(new StatementId(digest("none"))));
    ledger.register(ISSUER, DIVISION, Optional.empty());
    refuse(LedgerRefusal.ROLE_NOT_IN_FORCE, issuer, 1, new AcceptDispute(id));
    refuse(
        LedgerRefusal.ROLE_NOT_IN_FORCE,
        issuer,
        1,
        new RejectDispute(id, new Code("LATE"), digest("basis")));
  }

  @Test
  void whoSucceedsTheIssuerAnswersForItsLicences() {
    SampleKey successor = ledger.register(SUCCESSOR, CITY, Optional.empty(), Role.ISSUER);
    StatementId id = filed();
    refuse(LedgerRefusal.NOT_COMPETENT, successor, 1, new AcceptDispute(id));
    SampleCompetence.succeed(ledger, SUCCESSOR, Optional.of(ISSUER), TYPE, CITY);
    ledger.accept(ORDOS, ledger.sign(successor, 1, new AcceptDispute(id)));
  }

  @Test
  void anUpheldDisputeKeepsItsFlag() {
    StatementId id = accepted();
    SignedStatement decided = ledger.sign(issuer, 2, decide(id, Decision.UPHELD));
    ledger.accept(ORDOS, decided);
    ledger.repeat(ORDOS, decided);
    assertEquals(Status.UPHELD, dispute(id).status());
    assertEquals(Optional.of(digest("decision")), dispute(id).decision());
    assertEquals(List.of(StatusEvent.DISPUTE_BEGINS), flags());
  }

  @Test
  void aDismissedDisputeIsEscalatedAndDecidedByTheSupervisor() {
    StatementId id = accepted();
    ledger.accept(ORDOS, ledger.sign(issuer, 2, decide(id, Decision.DISMISSED)));
    assertEquals(List.of(StatusEvent.DISPUTE_BEGINS, StatusEvent.DISPUTE_ENDS), flags());

    SignedStatement escalation = ledger.sign(holder, 3, escalate(id));
    ledger.accept(ORDOS, escalation, attest(holder));
    ledger.repeat(ORDOS, escalation, attest(holder));
    assertEquals(Status.ESCALATED, dispute(id).status());
    assertEquals(3, flags().size());

    refuse(LedgerRefusal.TRANSITION_NOT_ALLOWED, issuer, 4, decide(id, Decision.DISMISSED));
    ledger.accept(ORDOS, ledger.sign(supervisor, 4, decide(id, Decision.DISMISSED)));
    assertEquals(StatusEvent.DISPUTE_ENDS, flags().get(3));
    ledger.refuse(
        LedgerRefusal.ALREADY_ESCALATED,
        ORDOS,
        ledger.sign(holder, 5, escalate(id)),
        attest(holder));
  }

  @Test
  void theSupervisorMayUpholdAfterAnEscalation() {
    StatementId id = escalated();
    ledger.accept(ORDOS, ledger.sign(supervisor, 4, decide(id, Decision.UPHELD)));
    assertEquals(Status.UPHELD, dispute(id).status());
    assertEquals(StatusEvent.DISPUTE_BEGINS, flags().get(flags().size() - 1));
  }

  @Test
  void whoNeitherIssuedNorSupervisesDecidesNothing() {
    StatementId id = accepted();
    refuseStranger(2, decide(id, Decision.DISMISSED));
    refuse(LedgerRefusal.TRANSITION_NOT_ALLOWED, supervisor, 2, decide(id, Decision.DISMISSED));
    refuse(LedgerRefusal.STALE_VERSION, issuer, 1, decide(id, Decision.DISMISSED));
    refuse(
        LedgerRefusal.NOT_FOUND,
        issuer,
        2,
        decide(new StatementId(digest("none")), Decision.UPHELD));
    ledger.register(SUPERVISOR, CITY, Optional.empty(), Role.IDENTITY_PROVIDER);
    refuse(LedgerRefusal.ROLE_NOT_IN_FORCE, supervisor, 2, decide(id, Decision.DISMISSED));
  }

  @Test
  void anIssuerIsNeverTheSupervisorOfItsOwnLicence() {
    ledger.register(ISSUER, DIVISION, Optional.empty(), Role.ISSUER, Role.SUPERVISOR);
    SampleCompetence.supervise(ledger, ISSUER, TYPE, DIVISION);
    StatementId id = escalated();
    refuse(LedgerRefusal.TRANSITION_NOT_ALLOWED, issuer, 4, decide(id, Decision.DISMISSED));
  }

  @Test
  void onlyTheRaiserEscalatesAndInTime() {
    StatementId id = accepted();
    ledger.refuse(
        LedgerRefusal.TRANSITION_NOT_ALLOWED,
        ORDOS,
        ledger.sign(holder, 2, escalate(id)),
        attest(holder));
    ledger.accept(ORDOS, ledger.sign(issuer, 2, decide(id, Decision.DISMISSED)));
    SampleKey other = SampleKey.holder("other");
    ledger.refuse(
        LedgerRefusal.NOT_COMPETENT, ORDOS, ledger.sign(other, 3, escalate(id)), attest(other));
    ledger.refuse(
        LedgerRefusal.STALE_VERSION, ORDOS, ledger.sign(holder, 2, escalate(id)), attest(holder));
    ledger.refuse(
        LedgerRefusal.NOT_FOUND,
        ORDOS,
        ledger.sign(holder, 2, escalate(new StatementId(digest("none")))),
        attest(holder));
    ledger.pass(Duration.ofSeconds(ContractBench.LIMITS.disputeEscalateSeconds() + 1L));
    ledger.refuse(
        LedgerRefusal.DEADLINE_PASSED, ORDOS, ledger.sign(holder, 3, escalate(id)), attest(holder));
  }

  @Test
  void theRaiserWithdrawsAlsoWithALaterKeyAndTheFlagGoes() {
    StatementId id = accepted();
    SampleKey later = SampleKey.holder("shopkeeper's new phone");
    Instant now = ledger.now();
    Jws successor =
        ledger.attest(
            supervisor,
            new Attestation(
                ContractBench.LEDGER,
                now,
                later.key().publicKey(),
                AssuranceLevel.HIGH,
                new SubjectCommitment(digest("shopkeeper")),
                now,
                now.plusSeconds(60),
                Optional.of(holder.thumbprint()),
                Optional.empty()));
    SignedStatement withdrawal = ledger.sign(later, new WithdrawDispute(id));
    ledger.accept(ORDOS, withdrawal, successor);
    ledger.repeat(ORDOS, withdrawal, successor);
    assertEquals(Status.WITHDRAWN, dispute(id).status());
    assertEquals(List.of(StatusEvent.DISPUTE_BEGINS, StatusEvent.DISPUTE_ENDS), flags());
  }

  @Test
  void anAuthorityWithdrawsItsOwnDisputeOnly() {
    SignedStatement filed = ledger.sign(stranger, file(Raiser.CONSUMER));
    ledger.accept(BAOTOU, filed);
    refuse(LedgerRefusal.NOT_COMPETENT, issuer, new WithdrawDispute(filed.id()));
    ledger.refuse(
        LedgerRefusal.NOT_COMPETENT,
        ORDOS,
        ledger.sign(holder, new WithdrawDispute(filed.id())),
        attest(holder));
    ledger.accept(BAOTOU, ledger.sign(stranger, new WithdrawDispute(filed.id())));
    assertEquals(List.of(), flags());
  }

  @Test
  void whatIsDecidedIsNotWithdrawn() {
    StatementId id = accepted();
    ledger.accept(ORDOS, ledger.sign(issuer, 2, decide(id, Decision.UPHELD)));
    ledger.refuse(
        LedgerRefusal.TRANSITION_NOT_ALLOWED,
        ORDOS,
        ledger.sign(holder, new WithdrawDispute(id)),
        attest(holder));
    ledger.refuse(
        LedgerRefusal.NOT_FOUND,
        ORDOS,
        ledger.sign(holder, new WithdrawDispute(new StatementId(digest("none")))),
        attest(holder));
  }

  private StatementId filed() {
    SignedStatement filed = ledger.sign(holder, file(Raiser.HOLDER));
    ledger.accept(ORDOS, filed, attest(holder));
    return filed.id();
  }

  private StatementId accepted() {
    StatementId id = filed();
    ledger.accept(ORDOS, ledger.sign(issuer, 1, new AcceptDispute(id)));
    return id;
  }

  private StatementId escalated() {
    StatementId id = accepted();
    ledger.accept(ORDOS, ledger.sign(issuer, 2, decide(id, Decision.DISMISSED)));
    ledger.accept(ORDOS, ledger.sign(holder, 3, escalate(id)), attest(holder));
    return id;
  }

  private void refuse(LedgerRefusal code, SampleKey key, Statement statement) {
    ledger.refuse(code, ORDOS, ledger.sign(key, statement));
  }

  private void refuse(LedgerRefusal code, SampleKey key, int replaces, Statement statement) {
    ledger.refuse(code, ORDOS, ledger.sign(key, replaces, statement));
  }

  private void refuseStranger(int replaces, Statement statement) {
    ledger.refuse(LedgerRefusal.NOT_COMPETENT, BAOTOU, ledger.sign(stranger, replaces, statement));
  }

  private Dispute dispute(StatementId id) {
    return ledger.get(Dispute.key(id));
  }

  private List<StatusEvent> flags() {
    return ledger.ledger().get(LicenceStatus.key(LICENCE)).stream()
        .flatMap(status -> status.history().entries().stream())
        .map(StatusChange::action)
        .toList();
  }

  private Jws attest(SampleKey key) {
    return ledger.attest(supervisor, key, new SubjectCommitment(digest("shopkeeper")));
  }

  private static FileDispute file(Raiser raiser) {
    return file(LICENCE, raiser);
  }

  private static FileDispute file(LicenceRef licence, Raiser raiser) {
    return new FileDispute(
        licence, raiser, Channel.WINDOW, List.of(new FieldName("KZ_JYFW")), digest("evidence"));
  }

  private static DecideDispute decide(StatementId id, Decision decision) {
    return new DecideDispute(id, decision, digest("decision"));
  }

  private static EscalateDispute escalate(StatementId id) {
    return new EscalateDispute(id, digest("further evidence"));
  }

  private static Digest digest(String text) {
    return DigestAlgorithm.SHA_256.digest(Bytes.utf8(text));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.licence;

import static org.huxin.contract.licence.LicenceBench.DONGSHENG;
import static org.huxin.contract.licence.LicenceBench.ELSEWHERE;
import static org.huxin.contract.licence.LicenceBench.ISSUER;
import static org.huxin.contract.licence.LicenceBench.JINING;
import static org.huxin.contract.licence.LicenceBench.ORDOS;
import static org.huxin.contract.licence.LicenceBench.SUCCESSOR;
import static org.huxin.contract.licence.LicenceBench.SUPERVISOR;
import static org.huxin.contract.licence.LicenceBench.decided;
import static org.huxin.contract.licence.LicenceBench.licence;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.huxin.contract.Outcome;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleCity;
import org.huxin.contract.sample.SampleKey;
import org.huxin.core.authority.Role;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Uscc;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonString;
import org.huxin.core.licence.ChangeLicenceStatus;
import org.huxin.core.licence.DecidedLicence;
import org.huxin.core.licence.LicenceState.Status;
import org.huxin.core.licence.LicenceStatus;
import org.huxin.core.licence.StatusAction;
import org.huxin.core.licence.StatusChange;
import org.huxin.core.reference.LicenceRef;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.signed.StatementHead;
import org.junit.jupiter.api.Test;

final class ChangeLicenceStatusOperationTest {
  private static final String L = "a licence";

  private final LicenceBench licences = new LicenceBench();
  private final ContractBench bench = licences.bench;

  private Status status() {
    return licences.line(L).now().state().status();
  }

  private Set<Uscc> suspendedBy() {
    return licences.line(L).now().state().suspendedBy();
  }

  private void suspend(SampleKey key) {
    // A statement of the same second and content would be a repeat.
    bench.pass(Duration.ofSeconds(1));
    licences.accept(key, licences.change(StatusAction.SUSPEND, L));
  }

  @Test
  void theIssuerSuspendsAndResumes() {
    SignedStatement statement =
        bench.sign(licences.issuer, licences.change(StatusAction.SUSPEND, L));
    Outcome.Accepted accepted = bench.accept(SampleCity.ORDOS, statement);
    assertEquals(List.of(LicenceStatus.key(licence(L))), accepted.keys());
    assertEquals(Set.of(ISSUER), suspendedBy());
    licences.accept(licences.issuer, licences.change(StatusAction.RESUME, L, 1));
    assertEquals(Status.VALID, status());
    bench.repeat(SampleCity.ORDOS, statement);
  }

  @Test
  void aStatusIsReadByTheNameOfTheLicence() {
    suspend(licences.issuer);
    LicenceRef named = licence(L);
    Outcome answer =
        bench.call(
            SampleCity.BAOTOU.msp(),
            "GetLicenceStatus",
            List.of(
                named.issuer().text(),
                named.type().text(),
                named.division().text(),
                named.anchorKey().toString()));
    assertEquals(
        new JsonString(LicenceStatus.key(named).toString()),
        ((JsonObject) ((Outcome.Answer) answer).json()).members().get("key"));
  }

  @Test
  void aStatusOfOneLicenceCostsSixReadsAtMost() {
    SignedStatement statement =
        bench.sign(licences.issuer, licences.change(StatusAction.SUSPEND, L));
    int unused = bench.ledger().takeReads();
    bench.accept(SampleCity.ORDOS, statement);
    assertTrue(bench.ledger().takeReads() <= 3);
    SignedStatement other =
        bench.sign(licences.supervisor, licences.change(StatusAction.REVOKE, L, 1));
    int again = bench.ledger().takeReads();
    assertEquals(0, again);
    bench.accept(SampleCity.ORDOS, other);
    assertTrue(bench.ledger().takeReads() <= 6);
  }

  @Test
  void aStatusChangeStaysSmallOnTheLedger() {
    Outcome.Accepted accepted =
        licences.accept(licences.issuer, licences.change(StatusAction.SUSPEND, L));
    int bytes =
        accepted.writes().stream()
            .mapToInt(write -> write.key().length() + write.value().length())
            .sum();
    // A hundred in a statement, for one licence in a hundred, must leave room in 8 bytes a licence.
    assertTrue(bytes <= 340, () -> bytes + " bytes");
  }

  @Test
  void aWithdrawalByTheSuperiorCostsSixReadsAtMost() {
    SignedStatement statement =
        bench.sign(licences.superior, licences.change(StatusAction.WITHDRAW, L));
    int unused = bench.ledger().takeReads();
    bench.accept(SampleCity.ORDOS, statement);
    assertTrue(bench.ledger().takeReads() <= 6);
    assertEquals(Status.WITHDRAWN, status());
  }

  @Test
  void eachPartyLiftsItsOwnSuspensionOnly() {
    suspend(licences.issuer);
    suspend(licences.supervisor);
    bench.pass(Duration.ofSeconds(1));
    licences.refuse(
        LedgerRefusal.ALREADY_SUSPENDED_BY_PARTY,
        licences.issuer,
        licences.change(StatusAction.SUSPEND, L));
    licences.accept(licences.issuer, licences.change(StatusAction.RESUME, L, 2));
    assertEquals(Set.of(SUPERVISOR), suspendedBy());
    licences.refuse(
        LedgerRefusal.NOT_SUSPENDED_BY_PARTY,
        licences.issuer,
        licences.change(StatusAction.RESUME, L, 3));
    licences.refuse(
        LedgerRefusal.NOT_SUSPENDED_BY_PARTY,
        licences.superior,
        licences.change(StatusAction.RESUME, L, 3));
    licences.accept(licences.supervisor, licences.change(StatusAction.RESUME, L, 3));
    assertEquals(Status.VALID, status());
  }

  @Test
  void theSuperiorLiftsTheIssuersSuspensionAndTheSuccessorItsPredecessors() {
    suspend(licences.issuer);
    licences.accept(licences.superior, licences.change(StatusAction.RESUME, L, 1));
    assertEquals(Status.VALID, status());
    assertEquals(Optional.of(ISSUER), licences.line(L).change(2).flatMap(StatusChange::lifted));
    suspend(licences.issuer);
    licences.accredit(SUCCESSOR, ORDOS, Optional.of(ISSUER));
    licences.accept(licences.successor, licences.change(StatusAction.RESUME, L, 3));
    assertEquals(Status.VALID, status());
  }

  @Test
  void aStrangerCannotResume() {
    suspend(licences.issuer);
    licences.refuse(
        LedgerRefusal.NOT_COMPETENT,
        licences.successor,
        licences.change(StatusAction.RESUME, L, 1));
  }

  @Test
  void theSupervisorRevokesAndTheIssuerCancels() {
    licences.accept(licences.supervisor, licences.change(StatusAction.REVOKE, L));
    assertEquals(Status.REVOKED, status());
    licences.accept(licences.issuer, licences.change(StatusAction.CANCEL, "another"));
    assertEquals(Status.CANCELLED, licences.line("another").now().state().status());
  }

  @Test
  void nobodyDoesWhatIsAnothersToDo() {
    licences.refuse(
        LedgerRefusal.NOT_COMPETENT, licences.issuer, licences.change(StatusAction.REVOKE, L));
    licences.refuse(
        LedgerRefusal.NOT_COMPETENT, licences.supervisor, licences.change(StatusAction.CANCEL, L));
    licences.refuse(
        LedgerRefusal.NOT_COMPETENT, licences.superior, licences.change(StatusAction.SUSPEND, L));
    licences.refuse(
        LedgerRefusal.NOT_COMPETENT, licences.successor, licences.change(StatusAction.SUSPEND, L));
    bench.refuse(
        LedgerRefusal.NOT_COMPETENT,
        SampleCity.ULANQAB,
        bench.sign(licences.elsewhere, licences.change(StatusAction.CANCEL, L)));
  }

  @Test
  void theSuccessorActsForItsPredecessorOverSomeSteps() {
    licences.accredit(SUCCESSOR, ORDOS, Optional.of(SUPERVISOR));
    licences.accredit(SUPERVISOR, DONGSHENG, Optional.of(ISSUER));
    licences.accept(licences.successor, licences.change(StatusAction.CANCEL, L));
    assertEquals(Status.CANCELLED, status());
  }

  @Test
  void aSuccessionThatGoesInCirclesOrEndsNowhereGivesNothing() {
    licences.accredit(SUCCESSOR, ORDOS, Optional.of(SUPERVISOR));
    licences.accredit(SUPERVISOR, DONGSHENG, Optional.of(SUCCESSOR));
    licences.refuse(
        LedgerRefusal.NOT_COMPETENT, licences.successor, licences.change(StatusAction.CANCEL, L));
  }

  @Test
  void aSuccessorWhoseAccreditationEndedGivesNothing() {
    licences.accredit(
        SUCCESSOR, ORDOS, ContractBench.FOUNDED, Optional.of(bench.now()), Optional.of(ISSUER));
    licences.refuse(
        LedgerRefusal.NOT_COMPETENT, licences.successor, licences.change(StatusAction.CANCEL, L));
  }

  @Test
  void anIssuerThatLostItsRoleChangesNothing() {
    SampleKey key = bench.register(ISSUER, DONGSHENG, Optional.empty(), Role.CONSUMER);
    licences.refuse(LedgerRefusal.ROLE_NOT_IN_FORCE, key, licences.change(StatusAction.CANCEL, L));
  }

  @Test
  void everyEntryButASuspensionNamesTheVersionThatItReplaces() {
    licences.refuse(
        LedgerRefusal.STALE_VERSION, licences.issuer, licences.change(StatusAction.CANCEL, L, 1));
    suspend(licences.issuer);
    licences.refuse(
        LedgerRefusal.REPLACES_MISSING, licences.issuer, licences.change(StatusAction.CANCEL, L));
    licences.refuse(
        LedgerRefusal.STALE_VERSION, licences.issuer, licences.change(StatusAction.CANCEL, L, 2));
    suspend(licences.supervisor);
    assertEquals(2, licences.line(L).now().version());
  }

  @Test
  void onlyAWithdrawalReachesBack() {
    for (StatusAction action : List.of(StatusAction.SUSPEND, StatusAction.CANCEL)) {
      licences.refuse(
          LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED,
          licences.issuer,
          licences.change(
              licences.decision(
                  action,
                  bench.now().minusSeconds(1),
                  Optional.empty(),
                  Optional.empty(),
                  decided(L))));
    }
    Instant longAgo = ContractBench.FOUNDED;
    licences.accept(
        licences.issuer,
        licences.change(
            licences.decision(
                StatusAction.WITHDRAW, longAgo, Optional.empty(), Optional.empty(), decided(L))));
    assertEquals(Status.WITHDRAWN, licences.line(L).at(longAgo, Optional.empty()).state().status());
    assertEquals(
        Status.VALID,
        licences.line(L).at(longAgo, Optional.of(bench.now().minusSeconds(1))).state().status());
  }

  @Test
  void whatHasEndedStaysEnded() {
    licences.accept(licences.issuer, licences.change(StatusAction.CANCEL, L));
    licences.refuse(
        LedgerRefusal.TRANSITION_NOT_ALLOWED,
        licences.issuer,
        licences.change(StatusAction.SUSPEND, L));
    licences.refuse(
        LedgerRefusal.TRANSITION_NOT_ALLOWED,
        licences.issuer,
        licences.change(StatusAction.RESUME, L, 1));
  }

  @Test
  void aListIsAllOrNothing() {
    suspend(licences.issuer);
    licences.refuse(
        LedgerRefusal.ALREADY_SUSPENDED_BY_PARTY,
        licences.issuer,
        licences.change(licences.decision(StatusAction.SUSPEND, decided("another"), decided(L))));
    assertEquals(Optional.empty(), bench.ledger().get(LicenceStatus.key(licence("another"))));
    licences.accept(
        licences.issuer,
        licences.change(
            licences.decision(StatusAction.SUSPEND, decided("another")),
            licences.decision(StatusAction.CANCEL, decided(L, 1))));
    assertEquals(Status.CANCELLED, status());
    assertEquals(Status.SUSPENDED, licences.line("another").now().state().status());
  }

  @Test
  void aStatementHasNoMoreEntriesThanTheLedgerAllows() {
    int limit = ContractBench.LIMITS.statusEntries();
    licences.refuse(LedgerRefusal.LIMIT_EXCEEDED, licences.issuer, many(limit + 1));
    licences.accept(licences.issuer, many(limit));
    assertEquals(Status.SUSPENDED, licences.line("licence 0").now().state().status());
  }

  private ChangeLicenceStatus many(int count) {
    return licences.change(
        licences.decision(
            StatusAction.SUSPEND,
            IntStream.range(0, count)
                .mapToObj(i -> decided("licence " + i))
                .toArray(DecidedLicence[]::new)));
  }

  @Test
  void anEntryIsRecordedNoEarlierThanTheOneBefore() {
    suspend(licences.issuer);
    Instant first = bench.now();
    bench.pass(Duration.ofSeconds(-100));
    licences.accept(licences.supervisor, licences.change(StatusAction.SUSPEND, L));
    assertEquals(Optional.of(first), licences.line(L).change(2).map(StatusChange::at));
  }

  /** 转出 and 转入, and calling it back: story 7. */
  @Test
  void aLicenceMovesToAnotherCityOrIsCalledBack() {
    StatementId agreement = licences.agree();
    licences.accept(licences.issuer, licences.transferOut(L, SampleCity.ULANQAB.code()));
    assertEquals(Status.TRANSFERRED_OUT, status());
    licences.accept(licences.issuer, licences.change(StatusAction.CANCEL_TRANSFER_OUT, L, 1));
    assertEquals(Status.VALID, status());
    licences.accept(licences.issuer, licences.transferOut(L, JINING, 2));
    SignedStatement closing = bench.sign(licences.elsewhere, licences.close(L, agreement, 3));
    bench.accept(SampleCity.ULANQAB, closing);
    assertEquals(Status.CLOSED, status());
    assertEquals(
        Optional.of(agreement), licences.line(L).change(4).flatMap(StatusChange::agreement));
    bench.repeat(SampleCity.ULANQAB, closing);
    licences.refuse(
        LedgerRefusal.TRANSITION_NOT_ALLOWED,
        licences.issuer,
        licences.change(StatusAction.CANCEL_TRANSFER_OUT, L, 4));
  }

  @Test
  void aTransferGoesToAnotherMemberCity() {
    licences.refuse(
        LedgerRefusal.DESTINATION_NOT_ANOTHER_CITY,
        licences.issuer,
        licences.transferOut(L, DivisionCode.parse("150622")));
    licences.refuse(
        LedgerRefusal.CITY_NOT_MEMBER,
        licences.issuer,
        licences.transferOut(L, DivisionCode.parse("150300")));
  }

  @Test
  void onlyTheDestinationClosesAndOnlyUnderAnAgreementInForce() {
    StatementId agreement = licences.agree();
    licences.accept(licences.issuer, licences.transferOut(L, JINING));
    licences.refuse(LedgerRefusal.NOT_COMPETENT, licences.issuer, licences.close(L, agreement, 1));
    licences.refuse(
        LedgerRefusal.ROLE_NOT_IN_FORCE, licences.superior, licences.close(L, agreement, 1));
    bench.refuse(
        LedgerRefusal.AGREEMENT_DOES_NOT_COVER,
        SampleCity.ULANQAB,
        bench.sign(licences.elsewhere, licences.close(L, LicenceBench.id("no agreement"), 1)));
    licences.suspendAgreement(agreement);
    bench.refuse(
        LedgerRefusal.AGREEMENT_DOES_NOT_COVER,
        SampleCity.ULANQAB,
        bench.sign(licences.elsewhere, licences.close(L, agreement, 1)));
  }

  @Test
  void aLicenceThatIsNotMovingIsNotClosed() {
    StatementId agreement = licences.agree();
    bench.refuse(
        LedgerRefusal.TRANSITION_NOT_ALLOWED,
        SampleCity.ULANQAB,
        bench.sign(licences.elsewhere, licences.close(L, agreement)));
  }

  @Test
  void theNewKeyStrikesOutWhatTheCompromisedOneDid() {
    licences.accept(licences.issuer, licences.change(StatusAction.CANCEL, L));
    Instant forged = bench.now();
    licences.pass(1);
    SampleKey second = licences.compromise(ISSUER, forged);
    licences.accept(second, licences.annul(L, 1, 1));
    assertEquals(Status.VALID, status());
    assertTrue(licences.line(L).isStruck(1));
    licences.refuse(LedgerRefusal.ENTRY_NOT_TO_BE_STRUCK, second, licences.annul(L, 1, 2));
  }

  @Test
  void whatAGoodKeyDidOrAnotherPartyOrNobodyIsNotStruckOut() {
    licences.accept(licences.issuer, licences.change(StatusAction.SUSPEND, L));
    licences.refuse(LedgerRefusal.ENTRY_NOT_TO_BE_STRUCK, licences.issuer, licences.annul(L, 1, 1));
    licences.pass(1);
    SampleKey late = licences.compromise(ISSUER, bench.now());
    licences.refuse(LedgerRefusal.ENTRY_NOT_TO_BE_STRUCK, late, licences.annul(L, 1, 1));
    SampleKey second = licences.compromise(ISSUER, ContractBench.FOUNDED);
    licences.refuse(LedgerRefusal.ENTRY_NOT_TO_BE_STRUCK, second, licences.annul(L, 7, 1));
    licences.refuse(
        LedgerRefusal.ENTRY_NOT_TO_BE_STRUCK, licences.supervisor, licences.annul(L, 1, 1));
    licences.accredit(SUCCESSOR, ORDOS, Optional.of(ISSUER));
    licences.accept(licences.successor, licences.annul(L, 1, 1));
    assertEquals(Status.VALID, status());
  }

  @Test
  void aLongHistoryIsReadThroughItsSegments() {
    suspend(licences.supervisor);
    for (int version = 1; version < 81; version += 2) {
      licences.pass(1);
      suspend(licences.issuer);
      licences.accept(licences.issuer, licences.change(StatusAction.RESUME, L, version + 1));
    }
    LicenceStatus status = bench.get(LicenceStatus.key(licence(L)));
    assertEquals(81, status.version());
    assertTrue(status.history().entries().size() < 81);
    // The supervisor's suspension stands in the first segment.
    licences.accept(licences.supervisor, licences.change(StatusAction.RESUME, L, 81));
    licences.accept(licences.issuer, licences.change(StatusAction.CANCEL, L, 82));
  }

  @Test
  void aLicenceThatChangesTooOftenMustWait() {
    for (int version = 0; version < 254; version += 2) {
      suspend(licences.issuer);
      licences.accept(licences.issuer, licences.change(StatusAction.RESUME, L, version + 1));
    }
    suspend(licences.issuer);
    licences.refuse(
        LedgerRefusal.HISTORY_FULL, licences.issuer, licences.change(StatusAction.RESUME, L, 255));
    licences.pass(8);
    licences.accept(licences.issuer, licences.change(StatusAction.RESUME, L, 255));
  }

  @Test
  void theCommonAttacksFail() {
    ChangeLicenceStatus cancel = licences.change(StatusAction.CANCEL, L);
    bench.refuse(
        LedgerRefusal.CARRIER_OF_OTHER_CITY,
        SampleCity.BAOTOU,
        bench.sign(licences.issuer, cancel));
    bench.refuse(
        LedgerRefusal.STATEMENT_TOO_OLD,
        SampleCity.ORDOS,
        licences.issuer.sign(
            StatementHead.of(ContractBench.LEDGER, bench.now().minus(Duration.ofDays(8))), cancel));
    bench.refuse(
        LedgerRefusal.STATEMENT_FROM_FUTURE,
        SampleCity.ORDOS,
        licences.issuer.sign(
            StatementHead.of(ContractBench.LEDGER, bench.now().plusSeconds(301)), cancel));
    SampleKey unused = licences.compromise(ISSUER, bench.now().minusSeconds(1));
    licences.refuse(LedgerRefusal.KEY_COMPROMISED, licences.issuer, cancel);
  }

  @Test
  void anIssuersNameDoesNotOpenAnotherIssuersLicences() {
    ChangeLicenceStatus own =
        new ChangeLicenceStatus(
            ELSEWHERE,
            LicenceBench.TYPE,
            DONGSHENG,
            List.of(licences.decision(StatusAction.CANCEL, decided(L))));
    bench.accept(SampleCity.ULANQAB, bench.sign(licences.elsewhere, own));
    assertEquals(Status.VALID, status());
  }
}

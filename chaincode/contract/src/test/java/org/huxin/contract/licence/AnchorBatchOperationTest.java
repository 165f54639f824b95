// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.licence;

import static org.huxin.contract.licence.LicenceBench.BASIS;
import static org.huxin.contract.licence.LicenceBench.DONGSHENG;
import static org.huxin.contract.licence.LicenceBench.ELSEWHERE;
import static org.huxin.contract.licence.LicenceBench.ISSUER;
import static org.huxin.contract.licence.LicenceBench.JINING;
import static org.huxin.contract.licence.LicenceBench.ORDOS;
import static org.huxin.contract.licence.LicenceBench.SUCCESSOR;
import static org.huxin.contract.licence.LicenceBench.TYPE;
import static org.huxin.contract.licence.LicenceBench.anchorKey;
import static org.huxin.contract.licence.LicenceBench.id;
import static org.huxin.contract.licence.LicenceBench.licence;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.huxin.contract.Outcome;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleCity;
import org.huxin.contract.sample.SampleKey;
import org.huxin.core.dispute.Channel;
import org.huxin.core.dispute.Dispute;
import org.huxin.core.dispute.DisputeState;
import org.huxin.core.dispute.FileDispute;
import org.huxin.core.dispute.Raiser;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.History;
import org.huxin.core.ledger.Revision;
import org.huxin.core.licence.Batch;
import org.huxin.core.licence.InitialStatus;
import org.huxin.core.licence.LicenceState.Status;
import org.huxin.core.licence.StatusAction;
import org.huxin.core.licence.StatusChange;
import org.huxin.core.licence.Supersede;
import org.huxin.core.licence.SupersedeReason;
import org.huxin.core.reference.LicenceRef;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.signed.StatementHead;
import org.huxin.core.statement.FieldName;
import org.huxin.crypto.signature.SignatureSuite;
import org.junit.jupiter.api.Test;

final class AnchorBatchOperationTest {
  private final LicenceBench licences = new LicenceBench();
  private final ContractBench bench = licences.bench;

  private SignedStatement signed(String root) {
    return bench.sign(licences.issuer, licences.batch(root));
  }

  private static Supersede renewed(String licence) {
    return new Supersede(
        licence(licence), SupersedeReason.RENEWED, Optional.empty(), Optional.empty());
  }

  private static Supersede corrected(String licence, StatementId dispute) {
    return new Supersede(
        licence(licence), SupersedeReason.CORRECTED, Optional.of(dispute), Optional.empty());
  }

  private static Supersede transferredIn(LicenceRef licence, StatementId agreement) {
    return new Supersede(
        licence, SupersedeReason.TRANSFERRED_IN, Optional.empty(), Optional.of(agreement));
  }

  private InitialStatus initial(String licence, StatusAction action, Instant effectiveFrom) {
    return new InitialStatus(anchorKey(licence), action, effectiveFrom, BASIS);
  }

  private void dispute(StatementId id, LicenceRef licence, DisputeState.Status status) {
    bench
        .ledger()
        .put(
            Dispute.key(id),
            new Dispute(
                new FileDispute(
                    licence, Raiser.HOLDER, Channel.WINDOW, List.of(new FieldName("name")), BASIS),
                licences.issuer.id(),
                bench.now(),
                bench.now(),
                status,
                false,
                Optional.empty(),
                Optional.of(BASIS),
                Optional.empty(),
                History.begin(new Revision(ContractBench.FOUNDED, id))));
  }

  @Test
  void anIssuerAnchorsABatch() {
    SignedStatement statement = signed("a");
    Outcome.Accepted accepted = licences.anchor(statement);
    Batch batch = bench.get(Batch.key(statement.id()));
    assertEquals(ISSUER, batch.issuer());
    assertEquals(1, batch.key());
    assertEquals(statement.id(), batch.id());
    assertEquals(bench.now(), batch.anchoredAt());
    assertEquals(4_096, batch.size());
    assertFalse(batch.supersedes());
    assertFalse(batch.isVoid(Optional.empty()));
    assertEquals(statement.id(), accepted.statement());
    assertEquals(List.of(Batch.key(statement.id())), accepted.keys());
    assertEquals(1, accepted.writes().size());
    assertTrue(accepted.event().isPresent());
  }

  @Test
  void aBatchCostsTheStateLessThanASeventhOfAByteForEachLicence() {
    Outcome.Accepted accepted = licences.anchor(signed("a"));
    int bytes =
        accepted.writes().stream()
            .mapToInt(
                write ->
                    write.key().getBytes(StandardCharsets.UTF_8).length + write.value().length())
            .sum();
    // 0.15 byte for each of 4,096 licences.
    assertTrue(bytes <= 614, () -> bytes + " bytes");
  }

  @Test
  void aBatchOfOneIssuerCostsSixReadsAtMost() {
    licences.accredit(ISSUER, ORDOS, Optional.empty());
    SignedStatement statement =
        bench.sign(
            licences.issuer,
            licences.batch(
                ISSUER, org.huxin.core.id.DivisionCode.parse("150603"), "a", List.of(), List.of()));
    int unused = bench.ledger().takeReads();
    licences.anchor(statement);
    assertTrue(bench.ledger().takeReads() <= 6);
  }

  @Test
  void severalIssuersOfOneCityAnchorTogether() {
    licences.accredit(SUCCESSOR, ORDOS, Optional.empty());
    SignedStatement one = signed("a");
    SignedStatement other =
        bench.sign(licences.successor, licences.batch(SUCCESSOR, ORDOS, "b", List.of(), List.of()));
    Outcome.Accepted accepted = licences.anchor(one, other);
    assertEquals(one.id(), accepted.statement());
    assertEquals(List.of(Batch.key(one.id()), Batch.key(other.id())), accepted.keys());
    assertEquals(SUCCESSOR, bench.get(Batch.key(other.id())).issuer());
  }

  @Test
  void oneRefusedBatchKeepsAllOffTheLedger() {
    SignedStatement one = signed("a");
    SignedStatement other =
        bench.sign(licences.successor, licences.batch(SUCCESSOR, ORDOS, "b", List.of(), List.of()));
    licences.refuse(LedgerRefusal.NOT_ACCREDITED, one, other);
    assertEquals(Optional.empty(), bench.ledger().get(Batch.key(one.id())));
  }

  @Test
  void batchesOfAnotherCityCannotJoin() {
    SignedStatement other =
        bench.sign(
            licences.elsewhere, licences.batch(ELSEWHERE, JINING, "b", List.of(), List.of()));
    licences.refuse(LedgerRefusal.CARRIER_OF_OTHER_CITY, signed("a"), other);
  }

  @Test
  void aRepeatOfAllBatchesWritesNothing() {
    SignedStatement one = signed("a");
    SignedStatement other = signed("b");
    licences.anchor(one, other);
    licences.pass(30);
    Outcome.Accepted repeat = licences.anchor(one, other);
    assertTrue(repeat.isRepeat());
    assertEquals(Optional.empty(), repeat.event());
    assertEquals(one.id(), repeat.statement());
    assertEquals(2, repeat.keys().size());
  }

  @Test
  void aCallOfWhichSomeIsAnchoredIsRefused() {
    SignedStatement one = signed("a");
    licences.anchor(one);
    licences.refuse(LedgerRefusal.BATCHES_PARTLY_ANCHORED, one, signed("b"));
  }

  @Test
  void aBatchNamedTwiceIsRefused() {
    SignedStatement one = signed("a");
    licences.refuse(LedgerRefusal.BATCH_NAMED_TWICE, one, one);
  }

  @Test
  void moreThanSixteenBatchesAreRefused() {
    SignedStatement[] many =
        IntStream.rangeClosed(0, AnchorBatchOperation.MAX_BATCHES)
            .mapToObj(i -> signed("root " + i))
            .toArray(SignedStatement[]::new);
    licences.refuse(LedgerRefusal.ARGUMENTS_REFUSED, many);
    licences.refuse(LedgerRefusal.ARGUMENTS_REFUSED);
  }

  @Test
  void anotherAuthorityCannotAnchorInTheIssuersName() {
    licences.refuse(
        LedgerRefusal.NOT_COMPETENT, bench.sign(licences.successor, licences.batch("a")));
  }

  @Test
  void whoHasNotTheRoleCannotAnchor() {
    licences.refuse(
        LedgerRefusal.ROLE_NOT_IN_FORCE, bench.sign(licences.superior, licences.batch("a")));
  }

  @Test
  void anAccreditationElsewhereOrPastDoesNotCount() {
    licences.refuse(
        LedgerRefusal.NOT_ACCREDITED,
        bench.sign(licences.issuer, licences.batch(ISSUER, JINING, "a", List.of(), List.of())));
    licences.accredit(
        ISSUER, DONGSHENG, ContractBench.FOUNDED, Optional.of(bench.now()), Optional.empty());
    licences.refuse(LedgerRefusal.NOT_ACCREDITED, signed("a"));
  }

  @Test
  void aBackdatedSignatureDoesNotReachAnEarlierAccreditation() {
    licences.accredit(
        ISSUER,
        DONGSHENG,
        ContractBench.FOUNDED,
        Optional.of(bench.now().minusSeconds(10)),
        Optional.empty());
    SignedStatement backdated =
        licences.issuer.sign(
            StatementHead.of(ContractBench.LEDGER, bench.now().minusSeconds(3_600)),
            licences.batch("a"));
    licences.refuse(LedgerRefusal.NOT_ACCREDITED, backdated);
  }

  @Test
  void anAccreditationOfTheWholeCityCoversItsDivisions() {
    licences.accredit(SUCCESSOR, ORDOS, Optional.empty());
    SignedStatement statement =
        bench.sign(
            licences.successor, licences.batch(SUCCESSOR, DONGSHENG, "a", List.of(), List.of()));
    licences.anchor(statement);
    assertEquals(DONGSHENG, bench.get(Batch.key(statement.id())).division());
  }

  @Test
  void aVersionOfTheTypeMustExistAndBeInForceAndNotClassified() {
    licences.refuse(LedgerRefusal.NOT_FOUND, typed(2, false));
    licences.define(2, false, bench.now().plusSeconds(1), Optional.empty());
    licences.refuse(LedgerRefusal.NOT_YET_IN_FORCE, typed(2, false));
    licences.define(2, true, ContractBench.FOUNDED, Optional.empty());
    licences.refuse(LedgerRefusal.TYPE_CLASSIFIED, typed(2, false));
    licences.define(2, false, ContractBench.FOUNDED, Optional.of(bench.now()));
    licences.refuse(LedgerRefusal.NO_LONGER_IN_FORCE, typed(2, false));
  }

  @Test
  void stockIsOfTheVersionOfItsTime() {
    licences.define(2, false, ContractBench.FOUNDED, Optional.of(bench.now()));
    SignedStatement statement = typed(2, true);
    licences.anchor(statement);
    assertTrue(bench.get(Batch.key(statement.id())).stock());
  }

  private SignedStatement typed(int version, boolean stock) {
    return bench.sign(
        licences.issuer,
        licences.batch(
            ISSUER, DONGSHENG, version, SignatureSuite.ED25519, "a", stock, List.of(), List.of()));
  }

  @Test
  void theKeyMustBeOfTheBatchsSuite() {
    licences.refuse(
        LedgerRefusal.BATCH_SUITE,
        bench.sign(
            licences.issuer,
            licences.batch(
                ISSUER, DONGSHENG, 1, SignatureSuite.SM, "a", false, List.of(), List.of())));
  }

  @Test
  void theEarlierLicenceIsSupersededByTheBatch() {
    SignedStatement statement =
        bench.sign(licences.issuer, licences.superseding("a", renewed("old")));
    licences.anchor(statement);
    assertTrue(bench.get(Batch.key(statement.id())).supersedes());
    StatusChange change = licences.line("old").change(1).orElseThrow();
    assertEquals(Status.SUPERSEDED, licences.line("old").now().state().status());
    assertEquals(Optional.of(statement.id()), change.successor());
    assertEquals(bench.now(), change.effectiveFrom());
  }

  @Test
  void aLicenceIsSupersededOnceAndOnlyWhileItIsValid() {
    licences.refuse(
        LedgerRefusal.TRANSITION_NOT_ALLOWED,
        bench.sign(licences.issuer, licences.superseding("a", renewed("old"), renewed("old"))));
    licences.accept(licences.supervisor, licences.change(StatusAction.SUSPEND, "old"));
    licences.refuse(
        LedgerRefusal.TRANSITION_NOT_ALLOWED,
        bench.sign(licences.issuer, licences.superseding("a", renewed("old"))));
  }

  @Test
  void onlyTheIssuerOrItsSuccessorTakesTheLicencesPlace() {
    licences.accredit(SUCCESSOR, ORDOS, Optional.empty());
    SignedStatement foreign =
        bench.sign(
            licences.successor,
            licences.batch(SUCCESSOR, ORDOS, "a", List.of(renewed("old")), List.of()));
    licences.refuse(LedgerRefusal.NOT_COMPETENT, foreign);
    licences.accredit(SUCCESSOR, ORDOS, Optional.of(ISSUER));
    licences.anchor(foreign);
    assertEquals(Status.SUPERSEDED, licences.line("old").now().state().status());
  }

  @Test
  void anUpheldDisputeIsCorrected() {
    StatementId dispute = id("a dispute");
    dispute(dispute, licence("old"), DisputeState.Status.UPHELD);
    SignedStatement statement =
        bench.sign(licences.issuer, licences.superseding("a", corrected("old", dispute)));
    licences.anchor(statement);
    Dispute after = bench.get(Dispute.key(dispute));
    assertEquals(DisputeState.Status.CORRECTED, after.status());
    assertEquals(Optional.of(statement.id()), after.correction());
    assertEquals(2, after.version());
    assertEquals(
        Optional.of(dispute), licences.line("old").change(2).flatMap(StatusChange::dispute));
  }

  @Test
  void aDisputeThatIsUnknownNotUpheldOrAboutAnotherLicenceIsNotCorrected() {
    StatementId dispute = id("a dispute");
    SignedStatement statement =
        bench.sign(licences.issuer, licences.superseding("a", corrected("old", dispute)));
    licences.refuse(LedgerRefusal.NOT_FOUND, statement);
    dispute(dispute, licence("old"), DisputeState.Status.ACCEPTED);
    licences.refuse(LedgerRefusal.TRANSITION_NOT_ALLOWED, statement);
    dispute(dispute, licence("another"), DisputeState.Status.UPHELD);
    licences.refuse(LedgerRefusal.DISPUTE_OF_OTHER_LICENCE, statement);
  }

  @Test
  void stockMayBeginSuspended() {
    SignedStatement statement =
        bench.sign(
            licences.issuer,
            licences.beginning(
                "a",
                initial("one", StatusAction.SUSPEND, bench.now()),
                initial("two", StatusAction.WITHDRAW, ContractBench.FOUNDED),
                initial("three", StatusAction.CANCEL, bench.now())));
    licences.anchor(statement);
    assertEquals(Status.SUSPENDED, licences.line("one").now().state().status());
    assertEquals(Status.WITHDRAWN, licences.line("two").now().state().status());
    assertEquals(Status.CANCELLED, licences.line("three").now().state().status());
    assertFalse(bench.get(Batch.key(statement.id())).supersedes());
  }

  @Test
  void aLicenceThatHasAStatusIsNotBegunAnew() {
    licences.accept(licences.issuer, licences.change(StatusAction.SUSPEND, "one"));
    licences.refuse(
        LedgerRefusal.ALREADY_EXISTS,
        bench.sign(
            licences.issuer,
            licences.beginning("a", initial("one", StatusAction.CANCEL, bench.now()))));
  }

  @Test
  void onlyAWithdrawalReachesBackAndOnlyTheIssuersOwnActsBegin() {
    licences.refuse(
        LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED,
        bench.sign(
            licences.issuer,
            licences.beginning(
                "a", initial("one", StatusAction.SUSPEND, bench.now().minusSeconds(1)))));
    for (StatusAction action :
        List.of(
            StatusAction.RESUME,
            StatusAction.REVOKE,
            StatusAction.TRANSFER_OUT,
            StatusAction.CLOSE,
            StatusAction.ANNUL)) {
      licences.refuse(
          LedgerRefusal.TRANSITION_NOT_ALLOWED,
          bench.sign(
              licences.issuer, licences.beginning("a", initial("one", action, bench.now()))));
    }
  }

  @Test
  void moreEntriesThanTheLedgerAllowsAreRefused() {
    Supersede[] many =
        IntStream.rangeClosed(0, ContractBench.LIMITS.statusEntries())
            .mapToObj(i -> renewed("old " + i))
            .toArray(Supersede[]::new);
    licences.refuse(
        LedgerRefusal.LIMIT_EXCEEDED, bench.sign(licences.issuer, licences.superseding("a", many)));
  }

  @Test
  void aTransferIsClosedByTheDestinationsBatch() {
    StatementId agreement = licences.agree();
    licences.accept(licences.issuer, licences.transferOut("moved", SampleCity.ULANQAB.code()));
    SignedStatement statement =
        bench.sign(
            licences.elsewhere,
            licences.batch(
                ELSEWHERE,
                JINING,
                "a",
                List.of(transferredIn(licence("moved"), agreement)),
                List.of()));
    licences.anchor(SampleCity.ULANQAB, statement);
    StatusChange change = licences.line("moved").change(2).orElseThrow();
    assertEquals(Status.CLOSED, licences.line("moved").now().state().status());
    assertEquals(Optional.of(agreement), change.agreement());
    assertEquals(Optional.of(statement.id()), change.successor());
  }

  @Test
  void aTransferIsClosedByNobodyElseAndOnlyUnderAnAgreementInForce() {
    StatementId agreement = licences.agree();
    SignedStatement there =
        bench.sign(
            licences.elsewhere,
            licences.batch(
                ELSEWHERE,
                JINING,
                "a",
                List.of(transferredIn(licence("moved"), agreement)),
                List.of()));
    assertRefused(LedgerRefusal.TRANSITION_NOT_ALLOWED, there);
    licences.accept(licences.issuer, licences.transferOut("moved", SampleCity.HOHHOT.code()));
    assertRefused(LedgerRefusal.NOT_COMPETENT, there);
    licences.accept(licences.issuer, licences.change(StatusAction.CANCEL_TRANSFER_OUT, "moved", 1));
    licences.accept(licences.issuer, licences.transferOut("moved", SampleCity.ULANQAB.code(), 2));
    licences.suspendAgreement(agreement);
    assertRefused(LedgerRefusal.AGREEMENT_DOES_NOT_COVER, there);
  }

  private void assertRefused(LedgerRefusal code, SignedStatement statement) {
    org.huxin.core.refusal.LedgerRefusedException refused =
        org.junit.jupiter.api.Assertions.assertThrows(
            org.huxin.core.refusal.LedgerRefusedException.class,
            () -> licences.anchor(SampleCity.ULANQAB, statement));
    assertEquals(code, refused.code());
  }

  @Test
  void aCompromisedOrForeignOrOldStatementIsRefused() {
    SignedStatement old = signed("a");
    bench.pass(Duration.ofDays(8));
    licences.refuse(LedgerRefusal.STATEMENT_TOO_OLD, old);
    licences.refuse(
        LedgerRefusal.WRONG_LEDGER,
        licences.issuer.sign(
            StatementHead.of(
                new org.huxin.core.id.LedgerId(LicenceBench.digest("another ledger")), bench.now()),
            licences.batch("a")));
    SampleKey second = licences.compromise(ISSUER, bench.now().minusSeconds(60));
    licences.refuse(LedgerRefusal.KEY_COMPROMISED, signed("a"));
    SignedStatement fresh = bench.sign(second, licences.batch("a"));
    licences.anchor(fresh);
    assertEquals(2, bench.get(Batch.key(fresh.id())).key());
  }

  @Test
  void theOrderOfTheArgumentsDecidesWhichStatementTheResultNames() {
    SignedStatement one = signed("a");
    SignedStatement other = signed("b");
    assertEquals(other.id(), licences.anchor(other, one).statement());
    assertEquals(TYPE, bench.get(Batch.key(one.id())).type());
    assertEquals(Collections.emptyList(), licences.anchor(one, other).writes());
  }
}

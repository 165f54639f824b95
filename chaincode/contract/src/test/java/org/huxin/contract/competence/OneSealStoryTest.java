// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.competence;

import static org.huxin.contract.competence.CompetenceBench.BASIS;
import static org.huxin.contract.competence.CompetenceBench.BUREAU;
import static org.huxin.contract.competence.CompetenceBench.DEPARTMENT;
import static org.huxin.contract.competence.CompetenceBench.TYPE;
import static org.huxin.contract.sample.SampleCity.ORDOS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huxin.contract.Outcome;
import org.huxin.contract.sample.ContractBench;
import org.huxin.core.competence.Accreditation;
import org.huxin.core.competence.TransferCompetence;
import org.huxin.core.id.AnchorKey;
import org.huxin.core.id.SealKey;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Uscc;
import org.huxin.core.merkle.InclusionProof;
import org.huxin.core.record.LicenceRecord;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.seal.SealFindings;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.signed.StatementHead;
import org.huxin.core.verdict.Aspect;
import org.huxin.core.verdict.Finding;
import org.huxin.core.verdict.FindingCode;
import org.huxin.core.verification.Question;
import org.huxin.core.verification.VerdictRules;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.junit.jupiter.api.Test;

/** 一枚印章管审批: what a department issued passes to the approvals bureau on a day. */
final class OneSealStoryTest {
  private final CompetenceBench it = new CompetenceBench();

  @Test
  void theOldSealHoldsTheDayBeforeAndNotTheDayAfter() {
    it.accept(it.opening(DEPARTMENT, it.now(), it.oldSeal));
    Instant day = it.in(30);
    SignedStatement signed =
        it.bench.sign(
            ORDOS.governorKey(),
            new TransferCompetence(
                TYPE, ORDOS.code(), DEPARTMENT, BUREAU, day, BASIS, List.of(it.newSeal)));

    Outcome.Accepted accepted = it.bench.accept(ORDOS, signed);

    assertEquals(2, accepted.writes().size());
    assertEquals(
        List.of(
            Accreditation.key(BUREAU, TYPE, ORDOS.code()),
            Accreditation.key(DEPARTMENT, TYPE, ORDOS.code())),
        accepted.keys());
    it.bench.pass(Duration.ofDays(60));
    Instant before = day.minus(Duration.ofDays(1));
    Instant after = day.plus(Duration.ofDays(1));
    assertTrue(it.mayHaveSealed(DEPARTMENT, it.oldSeal, before));
    assertFalse(it.mayHaveSealed(DEPARTMENT, it.oldSeal, after));
    assertFalse(it.mayHaveSealed(BUREAU, it.newSeal, before));
    assertTrue(it.mayHaveSealed(BUREAU, it.newSeal, after));
    assertFalse(it.mayHaveSealed(BUREAU, it.oldSeal, after));
    assertFalse(it.mayHaveSealed(DEPARTMENT, it.newSeal, after));
  }

  @Test
  void theVerdictAcceptsTheOldSealTheDayBeforeAndRefusesItTheDayAfter() {
    it.accept(it.opening(DEPARTMENT, it.now(), it.oldSeal));
    Instant day = it.in(30);
    it.accept(
        new TransferCompetence(
            TYPE, ORDOS.code(), DEPARTMENT, BUREAU, day, BASIS, List.of(it.newSeal)));
    it.bench.pass(Duration.ofDays(60));
    Instant before = day.minus(Duration.ofDays(1));
    Instant after = day.plus(Duration.ofDays(1));

    assertEquals(List.of(), seal(DEPARTMENT, it.oldSeal, "the department's seal", before));
    assertEquals(
        List.of(FindingCode.SEAL_NOT_COMPETENT),
        seal(DEPARTMENT, it.oldSeal, "the department's seal", after));
    assertEquals(List.of(), seal(BUREAU, it.newSeal, "the bureau's seal", after));
    assertEquals(
        List.of(FindingCode.SEAL_NOT_COMPETENT),
        seal(BUREAU, it.newSeal, "the bureau's seal", before));
  }

  /** What the verdict finds of the seal on a licence that an issuer sealed at a time. */
  private List<FindingCode> seal(Uscc issuer, SealKey seal, String name, Instant sealed) {
    LicenceRecord record =
        new LicenceRecord(
            new AnchorKey(sm3("a licence")),
            TYPE,
            1,
            issuer,
            ORDOS.code(),
            1,
            LocalDate.of(2026, 2, 1),
            LocalDate.of(2026, 2, 1),
            Optional.empty(),
            Optional.of(sm3("a document")),
            1,
            sm3("its attributes"),
            List.of(),
            Optional.empty(),
            Optional.of(seal),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Question question =
        new Question(
            record,
            new StatementId(ContractBench.LEDGER.digest()),
            new InclusionProof(DigestAlgorithm.SM3, 1, 0, Bytes.empty()),
            Optional.of(
                new SealFindings(
                    seal,
                    sm3(name + " structure"),
                    sm3(name + " certificate"),
                    sm3("a sealing"),
                    sealed,
                    Optional.empty())),
            Optional.empty(),
            it.now(),
            Optional.empty(),
            Optional.empty());
    return VerdictRules.judge(it.bench.ledger(), ContractBench.LEDGER, question, Optional.empty())
        .of(Aspect.SEAL)
        .findings()
        .stream()
        .map(Finding::code)
        .toList();
  }

  private static Digest sm3(String text) {
    return DigestAlgorithm.SM3.digest(Bytes.utf8(text));
  }

  @Test
  void atEveryMomentExactlyOneOfThemIsCompetent() {
    it.accept(it.opening(DEPARTMENT, it.now(), it.oldSeal));
    Instant begin = it.now();
    Instant day = it.in(30);
    it.accept(
        new TransferCompetence(
            TYPE, ORDOS.code(), DEPARTMENT, BUREAU, day, BASIS, List.of(it.newSeal)));

    for (Instant time :
        List.of(begin, day.minusSeconds(1), day, day.plusSeconds(1), day.plusSeconds(9_999_999))) {
      boolean department = it.accreditation(DEPARTMENT).at(time, Optional.empty()).isPresent();
      boolean bureau = it.accreditation(BUREAU).at(time, Optional.empty()).isPresent();
      assertTrue(department != bureau, time.toString());
    }
  }

  @Test
  void theBureauAnswersForTheDepartmentsLicencesAndATransferAgainIsARepeat() {
    it.accept(it.opening(DEPARTMENT, it.now(), it.oldSeal));
    Instant day = it.in(1);
    SignedStatement signed =
        it.bench.sign(
            ORDOS.governorKey(),
            new TransferCompetence(
                TYPE, ORDOS.code(), DEPARTMENT, BUREAU, day, BASIS, List.of(it.newSeal)));
    it.bench.accept(ORDOS, signed);

    it.bench.repeat(ORDOS, signed);

    assertEquals(
        Optional.of(DEPARTMENT),
        it.accreditation(BUREAU).at(day, Optional.empty()).orElseThrow().succeeds());
    it.bench.pass(Duration.ofDays(10));
    it.bench.refuse(LedgerRefusal.STATEMENT_TOO_OLD, ORDOS, older(signed));
  }

  @Test
  void competenceReturnsTheWayItWent() {
    it.accept(it.opening(DEPARTMENT, it.now(), it.oldSeal));
    it.accept(
        new TransferCompetence(
            TYPE, ORDOS.code(), DEPARTMENT, BUREAU, it.in(1), BASIS, List.of(it.newSeal)));

    it.accept(
        new TransferCompetence(
            TYPE, ORDOS.code(), BUREAU, DEPARTMENT, it.in(2), BASIS, List.of(it.oldSeal)));

    assertFalse(it.mayHaveSealed(BUREAU, it.newSeal, it.in(2)));
    it.bench.pass(Duration.ofDays(5));
    assertEquals(2, it.accreditation(DEPARTMENT).periods().size());
    assertEquals(3, it.accreditation(DEPARTMENT).version());
  }

  /** The same transfer, signed anew with an old date. */
  private SignedStatement older(SignedStatement signed) {
    return ORDOS
        .governorKey()
        .sign(
            new StatementHead(
                signed.head().ledger(), it.now().minus(Duration.ofDays(8)), Optional.empty()),
            signed.statement());
  }
}

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
import java.util.List;
import java.util.Optional;
import org.huxin.contract.Outcome;
import org.huxin.core.competence.Accreditation;
import org.huxin.core.competence.TransferCompetence;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.signed.SignedStatement;
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
            new org.huxin.core.signed.StatementHead(
                signed.head().ledger(), it.now().minus(Duration.ofDays(8)), Optional.empty()),
            signed.statement());
  }
}

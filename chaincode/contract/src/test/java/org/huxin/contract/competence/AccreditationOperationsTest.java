// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.competence;

import static org.huxin.contract.competence.CompetenceBench.BASIS;
import static org.huxin.contract.competence.CompetenceBench.BUREAU;
import static org.huxin.contract.competence.CompetenceBench.DEPARTMENT;
import static org.huxin.contract.competence.CompetenceBench.TYPE;
import static org.huxin.contract.sample.SampleCity.BAOTOU;
import static org.huxin.contract.sample.SampleCity.ORDOS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huxin.contract.sample.SampleAuthority;
import org.huxin.contract.sample.SampleCatalogue;
import org.huxin.core.authority.Role;
import org.huxin.core.competence.Accreditation;
import org.huxin.core.competence.AccreditedPeriod;
import org.huxin.core.competence.CloseAccreditation;
import org.huxin.core.competence.OpenAccreditation;
import org.huxin.core.competence.PeriodEnd;
import org.huxin.core.competence.TransferCompetence;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.SealKey;
import org.huxin.core.id.Uscc;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.signed.SignedStatement;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.junit.jupiter.api.Test;

final class AccreditationOperationsTest {
  private static final Uscc STRANGER = SampleAuthority.in(BAOTOU.code(), 1);

  private final CompetenceBench it = new CompetenceBench();

  @Test
  void anIssuerIsCompetentFromThePeriodsBeginEvenOneLongAgo() {
    Instant longAgo = it.now().minus(Duration.ofDays(900));
    OpenAccreditation statement = it.opening(DEPARTMENT, longAgo, it.oldSeal);
    SignedStatement signed = it.bench.sign(ORDOS.governorKey(), statement);

    it.bench.accept(ORDOS, signed);

    Accreditation accreditation = it.accreditation(DEPARTMENT);
    assertTrue(accreditation.at(longAgo, Optional.empty()).isPresent());
    assertFalse(accreditation.at(longAgo.minusSeconds(1), Optional.empty()).isPresent());
    // The ledger shows that nobody could know it then.
    assertFalse(accreditation.at(longAgo, Optional.of(it.now().minusSeconds(1))).isPresent());
    assertEquals(
        accreditation,
        Accreditation.CODEC.fromBytes(
            Accreditation.CODEC.toBytes(accreditation), JsonLimits.STATEMENT));
    it.bench.repeat(ORDOS, signed);
  }

  @Test
  void newSealsEndTheOpenPeriodWhereTheirsBegins() {
    it.accept(it.opening(DEPARTMENT, it.now(), it.oldSeal));
    Instant change = it.in(10);

    it.accept(1, it.opening(DEPARTMENT, change, it.newSeal));

    it.bench.pass(Duration.ofDays(20));
    assertTrue(it.mayHaveSealed(DEPARTMENT, it.oldSeal, change.minusSeconds(1)));
    assertFalse(it.mayHaveSealed(DEPARTMENT, it.newSeal, change.minusSeconds(1)));
    assertTrue(it.mayHaveSealed(DEPARTMENT, it.newSeal, change));
    assertFalse(it.mayHaveSealed(DEPARTMENT, it.oldSeal, change));
  }

  @Test
  void newSealsDoNotTakeBackWhatTheOldOnesSealed() {
    it.accept(it.opening(DEPARTMENT, it.now(), it.oldSeal));
    it.bench.pass(Duration.ofDays(1));

    it.refuse(
        LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED,
        1,
        it.opening(DEPARTMENT, it.now().minusSeconds(1), it.newSeal));
  }

  @Test
  void twoPeriodsAreNeverOpenAtOnce() {
    it.accept(it.opening(DEPARTMENT, it.in(5), it.oldSeal));

    it.refuse(LedgerRefusal.PERIOD_OVERLAPS, 1, it.opening(DEPARTMENT, it.in(9), it.oldSeal));
    it.refuse(LedgerRefusal.PERIOD_OVERLAPS, 1, it.opening(DEPARTMENT, it.in(1), it.newSeal));
  }

  @Test
  void aClosedCompetenceOpensAgainBehindItsEnd() {
    it.accept(it.opening(DEPARTMENT, it.now(), it.oldSeal));
    it.accept(1, closing(DEPARTMENT, it.in(3)));

    it.refuse(LedgerRefusal.PERIOD_OVERLAPS, 2, it.opening(DEPARTMENT, it.in(2), it.oldSeal));
    it.accept(2, it.opening(DEPARTMENT, it.in(3), it.oldSeal));

    assertEquals(3, it.accreditation(DEPARTMENT).version());
    assertEquals(2, it.accreditation(DEPARTMENT).periods().size());
  }

  @Test
  void onlyTheDivisionsOwnGovernorAccredits() {
    OpenAccreditation statement = it.opening(DEPARTMENT, it.now());

    it.bench.refuse(
        LedgerRefusal.NOT_COMPETENT, BAOTOU, it.bench.sign(BAOTOU.governorKey(), statement));
    it.bench.refuse(
        LedgerRefusal.ROLE_NOT_IN_FORCE, ORDOS, it.bench.sign(it.department, statement));
    it.bench.register(STRANGER, BAOTOU.code(), Optional.empty(), Role.ISSUER);
    it.refuse(LedgerRefusal.AUTHORITY_OF_OTHER_CITY, it.opening(STRANGER, it.now()));
  }

  @Test
  void whatIsNotOnTheLedgerIsNotAccredited() {
    it.refuse(LedgerRefusal.NOT_FOUND, it.opening(SampleAuthority.in(ORDOS.code(), 77), it.now()));
    it.refuse(
        LedgerRefusal.NOT_FOUND,
        it.opening(
            DEPARTMENT,
            it.now(),
            new SealKey(DigestAlgorithm.SM3.digest(Bytes.utf8("never filed")))));
    it.refuse(LedgerRefusal.NOT_FOUND, of(SampleCatalogue.typeOf(DEPARTMENT), ORDOS.code()));
    it.refuse(LedgerRefusal.DIVISION_UNKNOWN, of(TYPE, new DivisionCode("150627")));
    it.accept(of(TYPE, ORDOS.district()));
  }

  @Test
  void aStateSecretIsNotAccredited() {
    LicenceTypeCode secret = SampleCatalogue.typeOf(BUREAU);
    SampleCatalogue.putType(it.bench, secret, true);

    it.refuse(LedgerRefusal.TYPE_CLASSIFIED, of(secret, ORDOS.code()));
  }

  @Test
  void anOpeningNamesTheVersionThatItChanges() {
    it.refuse(LedgerRefusal.REPLACES_UNEXPECTED, 1, it.opening(DEPARTMENT, it.now()));
    it.accept(it.opening(DEPARTMENT, it.now(), it.oldSeal));
    it.refuse(LedgerRefusal.REPLACES_MISSING, it.opening(DEPARTMENT, it.in(1), it.newSeal));
    it.refuse(LedgerRefusal.STALE_VERSION, 2, it.opening(DEPARTMENT, it.in(1), it.newSeal));
  }

  @Test
  void anIssuerAnswersOnlyForOneThatIsNoLongerCompetent() {
    it.refuse(LedgerRefusal.NOT_FOUND, it.succeeding(BUREAU, DEPARTMENT, it.now()));
    it.accept(it.opening(DEPARTMENT, it.now()));
    it.refuse(LedgerRefusal.SUCCESSION_REFUSED, it.succeeding(BUREAU, DEPARTMENT, it.now()));
    it.accept(1, closing(DEPARTMENT, it.in(2)));
    it.refuse(LedgerRefusal.SUCCESSION_REFUSED, it.succeeding(BUREAU, DEPARTMENT, it.in(1)));
    it.refuse(LedgerRefusal.SUCCESSION_REFUSED, 2, it.succeeding(DEPARTMENT, DEPARTMENT, it.in(2)));

    it.accept(it.succeeding(BUREAU, DEPARTMENT, it.in(2)));

    assertEquals(Optional.of(DEPARTMENT), it.accreditation(BUREAU).periods().get(0).succeeds());
  }

  @Test
  void competenceChangesOnlySoOften() {
    it.accept(it.opening(DEPARTMENT, it.now().minus(Duration.ofDays(9))));
    it.accept(1, closing(DEPARTMENT, it.now()));
    fill(it.accreditation(DEPARTMENT));

    it.refuse(LedgerRefusal.LIMIT_EXCEEDED, 2, it.opening(DEPARTMENT, it.in(1)));
  }

  private void fill(Accreditation accreditation) {
    List<AccreditedPeriod> periods = new ArrayList<>();
    for (int i = 0; i < Accreditation.MAX_PERIODS; i++) {
      Instant from = it.now().minusSeconds(1_000L - i);
      periods.add(
          new AccreditedPeriod(
              from,
              Optional.empty(),
              BASIS,
              List.of(),
              Optional.empty(),
              from,
              Optional.of(new PeriodEnd(from, BASIS, from))));
    }
    it.bench
        .ledger()
        .put(
            Accreditation.key(accreditation.issuer(), TYPE, ORDOS.code()),
            new Accreditation(
                accreditation.issuer(), TYPE, ORDOS.code(), periods, accreditation.history()));
  }

  @Test
  void aCompetenceEndsAndAPlannedEndComesForward() {
    it.accept(it.opening(DEPARTMENT, it.now(), it.oldSeal));
    SignedStatement signed = it.bench.sign(ORDOS.governorKey(), 1, closing(DEPARTMENT, it.in(9)));
    it.bench.accept(ORDOS, signed);
    it.bench.repeat(ORDOS, signed);

    it.accept(2, closing(DEPARTMENT, it.in(4)));

    Accreditation accreditation = it.accreditation(DEPARTMENT);
    assertTrue(accreditation.at(it.in(4).minusSeconds(1), Optional.empty()).isPresent());
    assertFalse(accreditation.at(it.in(4), Optional.empty()).isPresent());
    it.refuse(LedgerRefusal.NO_OPEN_PERIOD, 3, closing(DEPARTMENT, it.in(9)));
  }

  @Test
  void anEndByAStrangerOrOfAnotherVersionOrReachingBackIsRefused() {
    it.refuse(LedgerRefusal.NOT_FOUND, 1, closing(DEPARTMENT, it.now()));
    it.accept(it.opening(DEPARTMENT, it.now().minus(Duration.ofDays(1))));

    it.bench.refuse(
        LedgerRefusal.NOT_COMPETENT,
        BAOTOU,
        it.bench.sign(BAOTOU.governorKey(), 1, closing(DEPARTMENT, it.now())));
    it.bench.refuse(
        LedgerRefusal.ROLE_NOT_IN_FORCE,
        ORDOS,
        it.bench.sign(it.department, 1, closing(DEPARTMENT, it.now())));
    it.refuse(LedgerRefusal.STALE_VERSION, 2, closing(DEPARTMENT, it.now()));
    it.refuse(
        LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED, 1, closing(DEPARTMENT, it.now().minusSeconds(1)));
  }

  @Test
  void aTransferIsRefusedUnlessTheOneIsCompetentAndTheOtherIsNot() {
    it.refuse(LedgerRefusal.NOT_FOUND, transfer(BUREAU, it.now()));
    it.accept(it.opening(DEPARTMENT, it.now(), it.oldSeal));
    it.refuse(LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED, transfer(BUREAU, it.now().minusSeconds(1)));
    it.refuse(LedgerRefusal.NOT_FOUND, transfer(SampleAuthority.in(ORDOS.code(), 77), it.in(1)));
    it.bench.register(STRANGER, BAOTOU.code(), Optional.empty(), Role.ISSUER);
    it.refuse(LedgerRefusal.AUTHORITY_OF_OTHER_CITY, transfer(STRANGER, it.in(1)));
    it.refuse(
        LedgerRefusal.NOT_FOUND,
        new TransferCompetence(
            TYPE,
            ORDOS.code(),
            DEPARTMENT,
            BUREAU,
            it.in(1),
            BASIS,
            List.of(new SealKey(DigestAlgorithm.SM3.digest(Bytes.utf8("never filed"))))));
    it.refuse(
        LedgerRefusal.DIVISION_UNKNOWN,
        new TransferCompetence(
            TYPE, new DivisionCode("150627"), DEPARTMENT, BUREAU, it.in(1), BASIS, List.of()));
    it.bench.refuse(
        LedgerRefusal.NOT_COMPETENT,
        BAOTOU,
        it.bench.sign(BAOTOU.governorKey(), transfer(BUREAU, it.in(1))));
    it.bench.refuse(
        LedgerRefusal.ROLE_NOT_IN_FORCE,
        ORDOS,
        it.bench.sign(it.department, transfer(BUREAU, it.in(1))));

    it.accept(it.opening(BUREAU, it.in(5)));
    it.refuse(LedgerRefusal.PERIOD_OVERLAPS, transfer(BUREAU, it.in(1)));

    it.accept(1, closing(DEPARTMENT, it.in(3)));
    it.refuse(LedgerRefusal.NO_OPEN_PERIOD, transfer(BUREAU, it.in(3)));
  }

  @Test
  void aTransferNeedsRoomForItsPeriod() {
    it.accept(it.opening(DEPARTMENT, it.now()));
    it.accept(it.opening(BUREAU, it.now().minus(Duration.ofDays(9))));
    fill(it.accreditation(BUREAU));

    it.refuse(LedgerRefusal.LIMIT_EXCEEDED, transfer(BUREAU, it.in(1)));
  }

  private OpenAccreditation of(LicenceTypeCode type, DivisionCode division) {
    return new OpenAccreditation(
        DEPARTMENT, type, division, it.now(), Optional.empty(), BASIS, List.of(), Optional.empty());
  }

  private TransferCompetence transfer(Uscc to, Instant at) {
    return new TransferCompetence(
        TYPE, ORDOS.code(), DEPARTMENT, to, at, BASIS, List.of(it.newSeal));
  }

  private static CloseAccreditation closing(Uscc issuer, Instant at) {
    return new CloseAccreditation(issuer, TYPE, ORDOS.code(), at, BASIS);
  }
}

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
import org.huxin.contract.sample.SampleGenesis;
import org.huxin.core.authority.Role;
import org.huxin.core.competence.Accreditation;
import org.huxin.core.competence.CloseSupervision;
import org.huxin.core.competence.CloseUseScope;
import org.huxin.core.competence.OpenSupervision;
import org.huxin.core.competence.OpenUseScope;
import org.huxin.core.competence.PeriodEnd;
import org.huxin.core.competence.SupervisedPeriod;
import org.huxin.core.competence.Supervision;
import org.huxin.core.competence.UseScope;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Uscc;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.FieldName;
import org.junit.jupiter.api.Test;

final class SupervisionAndScopeOperationsTest {
  private static final Uscc STRANGER = SampleAuthority.in(BAOTOU.code(), 1);
  private static final Uscc NOBODY = SampleAuthority.in(ORDOS.code(), 77);
  private static final LicenceTypeCode SECRET = SampleCatalogue.typeOf(BUREAU);

  private final CompetenceBench it = new CompetenceBench();

  @Test
  void anAuthoritySupervisesUntilItsSupervisionEnds() {
    SignedStatement opened =
        it.bench.sign(ORDOS.governorKey(), supervising(DEPARTMENT, TYPE, it.now()));
    it.bench.accept(ORDOS, opened);
    it.bench.repeat(ORDOS, opened);
    SignedStatement closed = it.bench.sign(ORDOS.governorKey(), 1, ending(it.in(3)));

    it.bench.accept(ORDOS, closed);

    it.bench.repeat(ORDOS, closed);
    Supervision supervision = supervision();
    assertTrue(supervision.holds(it.now(), Optional.empty()));
    assertFalse(supervision.holds(it.in(3), Optional.empty()));
    assertEquals(
        supervision,
        Supervision.CODEC.fromBytes(Supervision.CODEC.toBytes(supervision), JsonLimits.STATEMENT));
    it.accept(2, supervising(DEPARTMENT, TYPE, it.in(3)));
    assertTrue(supervision().holds(it.in(3), Optional.empty()));
  }

  @Test
  void aSupervisionThatMayNotOpenIsRefused() {
    SampleCatalogue.putType(it.bench, SECRET, true);
    it.bench.register(STRANGER, BAOTOU.code(), Optional.empty(), Role.SUPERVISOR);
    OpenSupervision statement = supervising(DEPARTMENT, TYPE, it.now());

    it.bench.refuse(
        LedgerRefusal.NOT_COMPETENT, BAOTOU, it.bench.sign(BAOTOU.governorKey(), statement));
    it.bench.refuse(
        LedgerRefusal.ROLE_NOT_IN_FORCE, ORDOS, it.bench.sign(it.department, statement));
    it.refuse(LedgerRefusal.AUTHORITY_OF_OTHER_CITY, supervising(STRANGER, TYPE, it.now()));
    it.refuse(LedgerRefusal.NOT_FOUND, supervising(NOBODY, TYPE, it.now()));
    it.refuse(
        LedgerRefusal.NOT_FOUND,
        supervising(DEPARTMENT, SampleCatalogue.typeOf(DEPARTMENT), it.now()));
    it.refuse(LedgerRefusal.TYPE_CLASSIFIED, supervising(DEPARTMENT, SECRET, it.now()));
    it.refuse(
        LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED,
        supervising(DEPARTMENT, TYPE, it.now().minusSeconds(1)));
    it.refuse(
        LedgerRefusal.DIVISION_UNKNOWN,
        new OpenSupervision(
            DEPARTMENT, TYPE, new DivisionCode("150627"), it.now(), Optional.empty(), BASIS));
    it.refuse(LedgerRefusal.REPLACES_UNEXPECTED, 1, statement);
    it.accept(statement);
    it.refuse(LedgerRefusal.STALE_VERSION, 2, supervising(DEPARTMENT, TYPE, it.in(1)));
    it.refuse(LedgerRefusal.PERIOD_OVERLAPS, 1, supervising(DEPARTMENT, TYPE, it.in(1)));
  }

  @Test
  void supervisionChangesOnlySoOften() {
    it.accept(supervising(DEPARTMENT, TYPE, it.now()));
    List<SupervisedPeriod> periods = new ArrayList<>();
    for (int i = 0; i < Accreditation.MAX_PERIODS; i++) {
      Instant from = it.now().minusSeconds(1_000L - i);
      periods.add(
          new SupervisedPeriod(
              from, Optional.empty(), BASIS, from, Optional.of(new PeriodEnd(from, BASIS, from))));
    }
    it.bench
        .ledger()
        .put(
            Supervision.key(DEPARTMENT, TYPE, ORDOS.code()),
            new Supervision(DEPARTMENT, TYPE, ORDOS.code(), periods, supervision().history()));

    it.refuse(LedgerRefusal.LIMIT_EXCEEDED, 1, supervising(DEPARTMENT, TYPE, it.in(1)));
  }

  @Test
  void aSupervisionThatMayNotEndIsRefused() {
    it.refuse(LedgerRefusal.NOT_FOUND, 1, ending(it.now()));
    it.accept(supervising(DEPARTMENT, TYPE, it.in(1)));

    it.bench.refuse(
        LedgerRefusal.NOT_COMPETENT,
        BAOTOU,
        it.bench.sign(BAOTOU.governorKey(), 1, ending(it.in(2))));
    it.bench.refuse(
        LedgerRefusal.ROLE_NOT_IN_FORCE, ORDOS, it.bench.sign(it.department, 1, ending(it.in(2))));
    it.refuse(LedgerRefusal.STALE_VERSION, 2, ending(it.in(2)));
    it.refuse(LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED, 1, ending(it.now().minusSeconds(1)));
    it.refuse(LedgerRefusal.NO_OPEN_PERIOD, 1, ending(it.now()));
  }

  @Test
  void aScopeIsNamedByItsStatementAndHoldsUntilItEnds() {
    SignedStatement opened = it.bench.sign(ORDOS.governorKey(), scope(DEPARTMENT, it.now(), TYPE));
    it.bench.accept(ORDOS, opened);
    it.bench.repeat(ORDOS, opened);
    UseScope scope = it.bench.get(UseScope.key(opened.id()));
    assertEquals(opened.id(), scope.id());
    assertTrue(scope.isOpen(it.now(), Optional.empty()));
    SignedStatement closed =
        it.bench.sign(ORDOS.governorKey(), 1, new CloseUseScope(opened.id(), it.in(2)));

    it.bench.accept(ORDOS, closed);

    it.bench.repeat(ORDOS, closed);
    UseScope ended = it.bench.get(UseScope.key(opened.id()));
    assertTrue(ended.isOpen(it.in(2).minusSeconds(1), Optional.empty()));
    assertFalse(ended.isOpen(it.in(2), Optional.empty()));
    assertEquals(opened.id(), ended.id());
    assertEquals(
        ended, UseScope.CODEC.fromBytes(UseScope.CODEC.toBytes(ended), JsonLimits.STATEMENT));
    it.accept(2, new CloseUseScope(opened.id(), it.in(1)));
    it.refuse(LedgerRefusal.NO_OPEN_PERIOD, 3, new CloseUseScope(opened.id(), it.in(1)));
  }

  @Test
  void aScopeThatMayNotOpenIsRefused() {
    SampleCatalogue.putType(it.bench, SECRET, true);
    OpenUseScope statement = scope(DEPARTMENT, it.now(), TYPE);

    it.bench.refuse(
        LedgerRefusal.NOT_COMPETENT, BAOTOU, it.bench.sign(BAOTOU.governorKey(), statement));
    it.bench.refuse(
        LedgerRefusal.ROLE_NOT_IN_FORCE, ORDOS, it.bench.sign(it.department, statement));
    it.refuse(LedgerRefusal.NOT_FOUND, scope(NOBODY, it.now(), TYPE));
    it.refuse(
        LedgerRefusal.NOT_FOUND, scope(DEPARTMENT, it.now(), SampleCatalogue.typeOf(DEPARTMENT)));
    it.refuse(LedgerRefusal.TYPE_CLASSIFIED, scope(DEPARTMENT, it.now(), TYPE, SECRET));
    it.refuse(
        LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED,
        scope(DEPARTMENT, it.now().minusSeconds(1), TYPE));
  }

  @Test
  void aScopeThatMayNotEndIsRefused() {
    StatementId id = it.accept(scope(DEPARTMENT, it.now(), TYPE)).statement();
    it.bench.pass(Duration.ofDays(1));
    CloseUseScope statement = new CloseUseScope(id, it.now());

    it.bench.refuse(
        LedgerRefusal.NOT_COMPETENT, BAOTOU, it.bench.sign(BAOTOU.governorKey(), 1, statement));
    it.bench.refuse(
        LedgerRefusal.ROLE_NOT_IN_FORCE, ORDOS, it.bench.sign(it.department, 1, statement));
    it.refuse(LedgerRefusal.STALE_VERSION, 2, statement);
    it.refuse(
        LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED,
        1,
        new CloseUseScope(id, it.now().minusSeconds(1)));
    it.refuse(
        LedgerRefusal.NOT_FOUND,
        1,
        new CloseUseScope(new StatementId(SampleGenesis.NETWORK), it.now()));
  }

  private OpenUseScope scope(Uscc authority, Instant from, LicenceTypeCode... types) {
    return new OpenUseScope(
        authority,
        List.of(types),
        List.of(SampleCatalogue.itemOf(authority)),
        List.of(new Code("APPROVAL")),
        List.of(new FieldName("MC")),
        false,
        BASIS,
        from,
        Optional.of(it.in(300)));
  }

  private static OpenSupervision supervising(Uscc supervisor, LicenceTypeCode type, Instant from) {
    return new OpenSupervision(supervisor, type, ORDOS.code(), from, Optional.empty(), BASIS);
  }

  private static CloseSupervision ending(Instant at) {
    return new CloseSupervision(DEPARTMENT, TYPE, ORDOS.code(), at, BASIS);
  }

  private Supervision supervision() {
    return it.bench.get(Supervision.key(DEPARTMENT, TYPE, ORDOS.code()));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.agreement;

import static org.huxin.contract.sample.SampleCity.BAOTOU;
import static org.huxin.contract.sample.SampleCity.HOHHOT;
import static org.huxin.contract.sample.SampleCity.ORDOS;
import static org.huxin.contract.sample.SampleCity.ULANQAB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleCity;
import org.huxin.contract.sample.SampleKey;
import org.huxin.core.agreement.Agreement;
import org.huxin.core.agreement.AgreementInForce;
import org.huxin.core.agreement.AgreementLine;
import org.huxin.core.agreement.AgreementState;
import org.huxin.core.agreement.AgreementState.Status;
import org.huxin.core.agreement.AgreementTerms;
import org.huxin.core.agreement.AmendAgreement;
import org.huxin.core.agreement.GiveNotice;
import org.huxin.core.agreement.ProposeAgreement;
import org.huxin.core.agreement.RecognitionRule;
import org.huxin.core.agreement.RejectAgreement;
import org.huxin.core.agreement.ResumeAgreement;
import org.huxin.core.agreement.SignAgreement;
import org.huxin.core.agreement.SuspendAgreement;
import org.huxin.core.authority.Authority;
import org.huxin.core.authority.Role;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Uscc;
import org.huxin.core.ledger.Revision;
import org.huxin.core.licence.TrustLevel;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.statement.Statement;
import org.huxin.core.statement.Title;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.junit.jupiter.api.Test;

final class AgreementOperationsTest {
  private static final LicenceTypeCode TYPE = LicenceTypeCode.parse("11100000MB0143028R001");
  private static final Digest DIGEST = DigestAlgorithm.SHA_256.digest(Bytes.utf8("a text"));
  private static final int NOTICE = 2_592_000;

  private final ContractBench bench = ContractBench.founded();

  private static AgreementTerms terms(int notice, Optional<Instant> validTo, SampleCity... cities) {
    List<DivisionCode> parties = Stream.of(cities).map(SampleCity::code).sorted().toList();
    return new AgreementTerms(
        new Title("呼包鄂乌证照互认协议(示例)"),
        DIGEST,
        parties,
        List.of(rule(parties)),
        ContractBench.FOUNDED,
        validTo,
        notice);
  }

  private static RecognitionRule rule(List<DivisionCode> divisions) {
    return new RecognitionRule(
        List.of(TYPE), divisions, divisions, List.of(), TrustLevel.B, false, false);
  }

  private static AgreementTerms terms(SampleCity... cities) {
    return terms(NOTICE, Optional.empty(), cities);
  }

  private void accept(SampleCity city, Statement statement) {
    bench.accept(city, bench.sign(city.governorKey(), statement));
  }

  private void refuse(LedgerRefusal code, SampleCity city, Statement statement) {
    bench.refuse(code, city, bench.sign(city.governorKey(), statement));
  }

  private StatementId propose(AgreementTerms terms) {
    SignedStatement statement = bench.sign(ORDOS.governorKey(), new ProposeAgreement(terms));
    bench.accept(ORDOS, statement);
    return statement.id();
  }

  private void sign(StatementId id, int version, AgreementTerms terms, SampleCity... cities) {
    for (SampleCity city : cities) {
      accept(city, new SignAgreement(id, version, city.code(), terms.digest()));
    }
  }

  private StatementId signed(SampleCity... cities) {
    AgreementTerms terms = terms(cities);
    StatementId id = propose(terms);
    sign(id, 1, terms, cities);
    return id;
  }

  private AgreementState state(StatementId id, int version) {
    Agreement agreement = bench.get(Agreement.key(id, version));
    return AgreementLine.now(agreement, agreement.history().entries());
  }

  private boolean recognises(StatementId id, SampleCity one, SampleCity other, Instant asOf) {
    return AgreementInForce.find(bench.ledger(), id, asOf, Optional.empty(), event -> true)
        .flatMap(
            found -> found.rule(TYPE, one.code(), one.code(), other.code(), other.code(), asOf))
        .isPresent();
  }

  private void amend(StatementId id, int version, AgreementTerms terms, SampleCity by) {
    bench.accept(by, amendment(id, version, terms, by));
  }

  private SignedStatement amendment(
      StatementId id, int version, AgreementTerms terms, SampleCity by) {
    int replaces = bench.get(Agreement.key(id, version - 1)).version();
    return bench.sign(by.governorKey(), replaces, new AmendAgreement(id, version, terms));
  }

  /** Story 1: nothing is recognised while one of four has not signed. */
  @Test
  void aFourCityAgreementHoldsOnceTheFourthCitySigned() {
    AgreementTerms terms = terms(HOHHOT, BAOTOU, ORDOS, ULANQAB);
    StatementId id = propose(terms);
    sign(id, 1, terms, HOHHOT, BAOTOU, ORDOS);
    Instant three = bench.now();
    assertEquals(Status.PROPOSED, state(id, 1).status());
    assertFalse(recognises(id, HOHHOT, ORDOS, bench.now()));
    bench.pass(Duration.ofDays(1));
    sign(id, 1, terms, ULANQAB);
    assertEquals(Status.ACTIVE, state(id, 1).status());
    assertTrue(recognises(id, HOHHOT, ORDOS, bench.now()));
    assertFalse(recognises(id, HOHHOT, ORDOS, three));
  }

  @Test
  void aRepeatedProposalOrSignatureWritesNothing() {
    AgreementTerms terms = terms(HOHHOT, ORDOS);
    SignedStatement proposal = bench.sign(ORDOS.governorKey(), new ProposeAgreement(terms));
    bench.accept(ORDOS, proposal);
    bench.repeat(ORDOS, proposal);
    SignedStatement signature =
        bench.sign(
            HOHHOT.governorKey(),
            new SignAgreement(proposal.id(), 1, HOHHOT.code(), terms.digest()));
    bench.accept(HOHHOT, signature);
    bench.repeat(HOHHOT, signature);
    assertEquals(Set.of(HOHHOT.code()), state(proposal.id(), 1).signedBy());
  }

  @Test
  void onlyAPartysGovernorProposes() {
    refuse(LedgerRefusal.NOT_A_PARTY, ORDOS, new ProposeAgreement(terms(HOHHOT, BAOTOU)));
    SampleKey other =
        bench.register(
            Uscc.parse("11150602MB9T0002XY"), ORDOS.code(), Optional.empty(), Role.ISSUER);
    bench.refuse(
        LedgerRefusal.ROLE_NOT_IN_FORCE,
        ORDOS,
        bench.sign(other, new ProposeAgreement(terms(HOHHOT, ORDOS))));
    SampleKey second =
        bench.register(
            Uscc.parse("11150603MB9T00038D"), ORDOS.code(), Optional.empty(), Role.GOVERNOR);
    bench.refuse(
        LedgerRefusal.NOT_COMPETENT,
        ORDOS,
        bench.sign(second, new ProposeAgreement(terms(HOHHOT, ORDOS))));
  }

  @Test
  void partiesAreMemberCitiesAndRulesStayWithinThem() {
    AgreementTerms good = terms(HOHHOT, ORDOS);
    refuse(
        LedgerRefusal.CITY_NOT_MEMBER,
        ORDOS,
        new ProposeAgreement(
            with(good, List.of(DivisionCode.parse("150300"), ORDOS.code()), good.rules())));
    refuse(
        LedgerRefusal.CITY_NOT_MEMBER,
        ORDOS,
        new ProposeAgreement(
            with(good, List.of(DivisionCode.parse("150602"), ORDOS.code()), good.rules())));
    refuse(
        LedgerRefusal.RULE_OUTSIDE_PARTIES,
        ORDOS,
        new ProposeAgreement(with(good, good.parties(), List.of(rule(List.of(BAOTOU.code()))))));
  }

  private static AgreementTerms with(
      AgreementTerms terms, List<DivisionCode> parties, List<RecognitionRule> rules) {
    return new AgreementTerms(
        terms.title(),
        terms.text(),
        parties,
        rules,
        terms.validFrom(),
        terms.validTo(),
        terms.noticeSeconds());
  }

  @Test
  void aNoticeIsNoShorterThanTheLedgerAllowsAndAWindowIsNotPast() {
    refuse(
        LedgerRefusal.NOTICE_TOO_SHORT,
        ORDOS,
        new ProposeAgreement(terms(NOTICE - 1, Optional.empty(), HOHHOT, ORDOS)));
    refuse(
        LedgerRefusal.NO_LONGER_IN_FORCE,
        ORDOS,
        new ProposeAgreement(terms(NOTICE, Optional.of(bench.now()), HOHHOT, ORDOS)));
  }

  @Test
  void aSignatureIsOverTheTermsByThePartysOwnGovernorOnce() {
    AgreementTerms terms = terms(HOHHOT, ORDOS);
    StatementId id = propose(terms);
    refuse(LedgerRefusal.TERMS_DIFFER, HOHHOT, new SignAgreement(id, 1, HOHHOT.code(), DIGEST));
    refuse(
        LedgerRefusal.NOT_COMPETENT,
        BAOTOU,
        new SignAgreement(id, 1, HOHHOT.code(), terms.digest()));
    refuse(
        LedgerRefusal.NOT_A_PARTY, BAOTOU, new SignAgreement(id, 1, BAOTOU.code(), terms.digest()));
    refuse(
        LedgerRefusal.NOT_FOUND, HOHHOT, new SignAgreement(id, 2, HOHHOT.code(), terms.digest()));
    sign(id, 1, terms, HOHHOT);
    bench.pass(Duration.ofSeconds(1));
    refuse(
        LedgerRefusal.ALREADY_SIGNED,
        HOHHOT,
        new SignAgreement(id, 1, HOHHOT.code(), terms.digest()));
    SampleKey other =
        bench.register(
            Uscc.parse("11150602MB9T0002XY"), ORDOS.code(), Optional.empty(), Role.ISSUER);
    bench.refuse(
        LedgerRefusal.ROLE_NOT_IN_FORCE,
        ORDOS,
        bench.sign(other, new SignAgreement(id, 1, ORDOS.code(), terms.digest())));
  }

  @Test
  void aVersionWhoseWindowIsPastOrThatIsInForceIsNotSigned() {
    AgreementTerms terms = terms(NOTICE, Optional.of(bench.now().plusSeconds(10)), HOHHOT, ORDOS);
    StatementId id = propose(terms);
    bench.pass(Duration.ofSeconds(10));
    refuse(
        LedgerRefusal.NO_LONGER_IN_FORCE,
        HOHHOT,
        new SignAgreement(id, 1, HOHHOT.code(), terms.digest()));
    StatementId active = signed(HOHHOT, ORDOS);
    bench.pass(Duration.ofSeconds(1));
    refuse(
        LedgerRefusal.TRANSITION_NOT_ALLOWED,
        HOHHOT,
        new SignAgreement(active, 1, HOHHOT.code(), terms(HOHHOT, ORDOS).digest()));
  }

  @Test
  void aRejectedProposalNeverHolds() {
    AgreementTerms terms = terms(HOHHOT, ORDOS);
    StatementId id = propose(terms);
    RejectAgreement reject = new RejectAgreement(id, 1, HOHHOT.code(), DIGEST);
    refuse(LedgerRefusal.NOT_COMPETENT, BAOTOU, reject);
    refuse(LedgerRefusal.NOT_A_PARTY, BAOTOU, new RejectAgreement(id, 1, BAOTOU.code(), DIGEST));
    refuse(LedgerRefusal.NOT_FOUND, HOHHOT, new RejectAgreement(id, 2, HOHHOT.code(), DIGEST));
    SignedStatement statement = bench.sign(HOHHOT.governorKey(), reject);
    bench.accept(HOHHOT, statement);
    bench.repeat(HOHHOT, statement);
    assertEquals(Status.REJECTED, state(id, 1).status());
    refuse(
        LedgerRefusal.TRANSITION_NOT_ALLOWED,
        ORDOS,
        new RejectAgreement(id, 1, ORDOS.code(), DIGEST));
    refuse(
        LedgerRefusal.TRANSITION_NOT_ALLOWED,
        ORDOS,
        new SignAgreement(id, 1, ORDOS.code(), terms.digest()));
  }

  @Test
  void aPartySuspendsForItselfAndResumes() {
    StatementId id = signed(HOHHOT, BAOTOU, ORDOS);
    SuspendAgreement suspend = new SuspendAgreement(id, 1, HOHHOT.code(), DIGEST);
    refuse(LedgerRefusal.NOT_COMPETENT, ORDOS, suspend);
    refuse(LedgerRefusal.NOT_A_PARTY, ULANQAB, new SuspendAgreement(id, 1, ULANQAB.code(), DIGEST));
    refuse(LedgerRefusal.NOT_FOUND, HOHHOT, new SuspendAgreement(id, 2, HOHHOT.code(), DIGEST));
    SignedStatement statement = bench.sign(HOHHOT.governorKey(), suspend);
    bench.accept(HOHHOT, statement);
    bench.repeat(HOHHOT, statement);
    assertFalse(recognises(id, HOHHOT, ORDOS, bench.now()));
    assertTrue(recognises(id, BAOTOU, ORDOS, bench.now()));
    bench.pass(Duration.ofSeconds(1));
    refuse(LedgerRefusal.ALREADY_SUSPENDED_BY_PARTY, HOHHOT, suspend);
    ResumeAgreement resume = new ResumeAgreement(id, 1, HOHHOT.code(), DIGEST);
    int version = bench.get(Agreement.key(id, 1)).version();
    bench.refuse(
        LedgerRefusal.STALE_VERSION, HOHHOT, bench.sign(HOHHOT.governorKey(), version - 1, resume));
    bench.refuse(
        LedgerRefusal.NOT_COMPETENT, ORDOS, bench.sign(ORDOS.governorKey(), version, resume));
    bench.refuse(
        LedgerRefusal.NOT_SUSPENDED_BY_PARTY,
        ORDOS,
        bench.sign(ORDOS.governorKey(), version, new ResumeAgreement(id, 1, ORDOS.code(), DIGEST)));
    bench.refuse(
        LedgerRefusal.NOT_A_PARTY,
        ULANQAB,
        bench.sign(
            ULANQAB.governorKey(), version, new ResumeAgreement(id, 1, ULANQAB.code(), DIGEST)));
    bench.refuse(
        LedgerRefusal.NOT_FOUND,
        HOHHOT,
        bench.sign(
            HOHHOT.governorKey(), version, new ResumeAgreement(id, 2, HOHHOT.code(), DIGEST)));
    SignedStatement resumed = bench.sign(HOHHOT.governorKey(), version, resume);
    bench.accept(HOHHOT, resumed);
    bench.repeat(HOHHOT, resumed);
    assertTrue(recognises(id, HOHHOT, ORDOS, bench.now()));
  }

  @Test
  void anAgreementThatIsOnlyProposedIsNeitherSuspendedNorResumedNorEnded() {
    StatementId id = propose(terms(HOHHOT, ORDOS));
    refuse(
        LedgerRefusal.TRANSITION_NOT_ALLOWED,
        HOHHOT,
        new SuspendAgreement(id, 1, HOHHOT.code(), DIGEST));
    bench.refuse(
        LedgerRefusal.TRANSITION_NOT_ALLOWED,
        HOHHOT,
        bench.sign(HOHHOT.governorKey(), 1, new ResumeAgreement(id, 1, HOHHOT.code(), DIGEST)));
    refuse(
        LedgerRefusal.TRANSITION_NOT_ALLOWED, HOHHOT, new GiveNotice(id, 1, HOHHOT.code(), DIGEST));
  }

  @Test
  void aNoticeEndsTheAgreementWhenItHasRun() {
    StatementId id = signed(HOHHOT, ORDOS);
    Instant end = bench.now().plusSeconds(NOTICE);
    GiveNotice notice = new GiveNotice(id, 1, HOHHOT.code(), DIGEST);
    refuse(LedgerRefusal.NOT_COMPETENT, ORDOS, notice);
    refuse(LedgerRefusal.NOT_A_PARTY, BAOTOU, new GiveNotice(id, 1, BAOTOU.code(), DIGEST));
    refuse(LedgerRefusal.NOT_FOUND, HOHHOT, new GiveNotice(id, 2, HOHHOT.code(), DIGEST));
    SignedStatement statement = bench.sign(HOHHOT.governorKey(), notice);
    bench.accept(HOHHOT, statement);
    bench.repeat(HOHHOT, statement);
    bench.pass(Duration.ofDays(1));
    accept(ORDOS, new GiveNotice(id, 1, ORDOS.code(), DIGEST));
    assertEquals(Optional.of(end), state(id, 1).endsAt());
    assertTrue(recognises(id, HOHHOT, ORDOS, end.minusSeconds(1)));
    assertFalse(recognises(id, HOHHOT, ORDOS, end));
    bench.pass(Duration.ofSeconds(NOTICE));
    bench.refuse(
        LedgerRefusal.NO_LONGER_IN_FORCE, ORDOS, amendment(id, 2, terms(HOHHOT, ORDOS), ORDOS));
  }

  @Test
  void theNextVersionTakesThePlaceOfTheOneBeforeWithItsLastSignature() {
    StatementId id = signed(HOHHOT, ORDOS);
    AgreementTerms next = terms(HOHHOT, BAOTOU, ORDOS);
    bench.pass(Duration.ofDays(1));
    SignedStatement amendment = amendment(id, 2, next, HOHHOT);
    bench.accept(HOHHOT, amendment);
    bench.repeat(HOHHOT, amendment);
    sign(id, 2, next, HOHHOT, ORDOS);
    assertEquals(Status.ACTIVE, state(id, 1).status());
    assertFalse(recognises(id, BAOTOU, ORDOS, bench.now()));
    Instant before = bench.now();
    bench.pass(Duration.ofDays(1));
    sign(id, 2, next, BAOTOU);
    assertEquals(Status.REPLACED, state(id, 1).status());
    assertEquals(Status.ACTIVE, state(id, 2).status());
    assertTrue(recognises(id, BAOTOU, ORDOS, bench.now()));
    assertTrue(recognises(id, HOHHOT, ORDOS, before));
    assertFalse(recognises(id, BAOTOU, ORDOS, before));
  }

  @Test
  void anAmendmentIsAPartysOfAVersionInForceAndLeavesNobodyOut() {
    StatementId id = signed(HOHHOT, ORDOS);
    AgreementTerms next = terms(HOHHOT, BAOTOU, ORDOS);
    bench.refuse(LedgerRefusal.NOT_A_PARTY, BAOTOU, amendment(id, 2, next, BAOTOU));
    bench.refuse(LedgerRefusal.NOT_A_PARTY, ORDOS, amendment(id, 2, terms(HOHHOT, BAOTOU), ORDOS));
    bench.refuse(
        LedgerRefusal.PARTY_LEFT_OUT, ORDOS, amendment(id, 2, terms(BAOTOU, ORDOS), ORDOS));
    bench.refuse(
        LedgerRefusal.NOTICE_TOO_SHORT,
        ORDOS,
        amendment(id, 2, terms(1, Optional.empty(), HOHHOT, ORDOS), ORDOS));
    bench.refuse(
        LedgerRefusal.RULE_OUTSIDE_PARTIES,
        ORDOS,
        amendment(
            id, 2, with(next, next.parties(), List.of(rule(List.of(ULANQAB.code())))), ORDOS));
    bench.refuse(
        LedgerRefusal.STALE_VERSION,
        ORDOS,
        bench.sign(ORDOS.governorKey(), 1, new AmendAgreement(id, 2, next)));
    bench.refuse(
        LedgerRefusal.NOT_FOUND,
        ORDOS,
        bench.sign(ORDOS.governorKey(), 1, new AmendAgreement(id, 3, next)));
    SampleKey other =
        bench.register(
            Uscc.parse("11150602MB9T0002XY"), ORDOS.code(), Optional.empty(), Role.ISSUER);
    bench.refuse(
        LedgerRefusal.ROLE_NOT_IN_FORCE,
        ORDOS,
        bench.sign(other, 3, new AmendAgreement(id, 2, next)));
    SampleKey second =
        bench.register(
            Uscc.parse("11150603MB9T00038D"), ORDOS.code(), Optional.empty(), Role.GOVERNOR);
    bench.refuse(
        LedgerRefusal.NOT_COMPETENT, ORDOS, bench.sign(second, 3, new AmendAgreement(id, 2, next)));
  }

  @Test
  void aProposedVersionIsNeitherAmendedNorProposedTwiceButARejectedOneAnew() {
    StatementId id = signed(HOHHOT, ORDOS);
    AgreementTerms next = terms(HOHHOT, BAOTOU, ORDOS);
    amend(id, 2, next, HOHHOT);
    bench.refuse(LedgerRefusal.ALREADY_EXISTS, ORDOS, amendment(id, 2, next, ORDOS));
    bench.refuse(LedgerRefusal.TRANSITION_NOT_ALLOWED, ORDOS, amendment(id, 3, next, ORDOS));
    sign(id, 2, next, HOHHOT);
    accept(ORDOS, new RejectAgreement(id, 2, ORDOS.code(), DIGEST));
    AgreementTerms better = terms(NOTICE + 1, Optional.empty(), HOHHOT, BAOTOU, ORDOS);
    amend(id, 2, better, ORDOS);
    assertEquals(Status.PROPOSED, state(id, 2).status());
    assertEquals(Set.of(), state(id, 2).signedBy());
    refuse(
        LedgerRefusal.TERMS_DIFFER, BAOTOU, new SignAgreement(id, 2, BAOTOU.code(), next.digest()));
    bench.pass(Duration.ofSeconds(1));
    sign(id, 2, better, HOHHOT, BAOTOU, ORDOS);
    assertEquals(Status.ACTIVE, state(id, 2).status());
  }

  @Test
  void anUndoneSignatureIsGivenAnew() {
    AgreementTerms terms = terms(HOHHOT, ORDOS);
    StatementId id = propose(terms);
    sign(id, 1, terms, ORDOS);
    SignedStatement stolen =
        bench.sign(HOHHOT.governorKey(), new SignAgreement(id, 1, HOHHOT.code(), terms.digest()));
    bench.accept(HOHHOT, stolen);
    bench.pass(Duration.ofDays(1));
    undo(HOHHOT, stolen.id());
    refuse(
        LedgerRefusal.TRANSITION_NOT_ALLOWED,
        ORDOS,
        new SuspendAgreement(id, 1, ORDOS.code(), DIGEST));
    sign(id, 1, terms, HOHHOT);
    accept(ORDOS, new SuspendAgreement(id, 1, ORDOS.code(), DIGEST));
    assertEquals(Set.of(ORDOS.code()), state(id, 1).suspendedBy());
  }

  @Test
  void anUndoneProposalIsNothing() {
    AgreementTerms terms = terms(HOHHOT, ORDOS);
    StatementId id = propose(terms);
    undo(ORDOS, id);
    refuse(
        LedgerRefusal.TRANSITION_NOT_ALLOWED,
        HOHHOT,
        new SignAgreement(id, 1, HOHHOT.code(), terms.digest()));
  }

  private void undo(SampleCity city, StatementId statement) {
    Authority governor = bench.get(Authority.key(city.governor()));
    bench
        .ledger()
        .put(
            Authority.key(city.governor()),
            new Authority(
                governor.uscc(),
                governor.name(),
                governor.division(),
                governor.superior(),
                governor.roles(),
                governor.keys(),
                governor.trailKey(),
                governor.endpoints(),
                List.of(new Revision(bench.now(), statement)),
                governor.history()));
  }
}

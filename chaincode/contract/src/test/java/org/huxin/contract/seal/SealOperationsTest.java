// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.seal;

import static org.huxin.contract.sample.SampleCity.ORDOS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleCity;
import org.huxin.contract.sample.SampleKey;
import org.huxin.core.authority.Role;
import org.huxin.core.holder.SealOwnership;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.SealKey;
import org.huxin.core.id.Uscc;
import org.huxin.core.jws.Jws;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.seal.CancelSeal;
import org.huxin.core.seal.DisableSeal;
import org.huxin.core.seal.FileSeal;
import org.huxin.core.seal.PastSealEvent;
import org.huxin.core.seal.ReplaceSeal;
import org.huxin.core.seal.RestoreSeal;
import org.huxin.core.seal.Seal;
import org.huxin.core.seal.SealAction;
import org.huxin.core.seal.SealCancellation;
import org.huxin.core.seal.SealKind;
import org.huxin.core.seal.SealLine;
import org.huxin.core.seal.SealStatus;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.statement.FactKind;
import org.huxin.core.statement.Statement;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.junit.jupiter.api.Test;

final class SealOperationsTest {
  private static final Uscc MAKER = Uscc.parse("11150622MB9T00054K");
  private static final Uscc OTHER_MAKER = Uscc.parse("11150627MB9T0010XR");
  private static final Uscc OWNER = Uscc.parse("11150602MB9T0002XY");
  private static final Uscc STRANGER = Uscc.parse("11150603MB9T00038D");
  private static final Uscc UNKNOWN = Uscc.parse("11150902MB9T00150D");
  private static final SealKey SEAL = seal("seal one");
  private static final SealKey NEXT = seal("seal two");
  private static final Digest BASIS = sm3("a decision");

  private final ContractBench bench = ContractBench.founded();
  private final SampleKey maker = register(MAKER, Role.SEAL_MAKER);
  private final SampleKey otherMaker = register(OTHER_MAKER, Role.SEAL_MAKER);
  private final SampleKey owner = register(OWNER, Role.ISSUER);
  private final SampleKey stranger = register(STRANGER, Role.ISSUER);

  private SampleKey register(Uscc who, Role role) {
    return bench.register(who, ORDOS.code(), Optional.empty(), role);
  }

  private static Digest sm3(String text) {
    return DigestAlgorithm.SM3.digest(Bytes.utf8(text));
  }

  private static SealKey seal(String name) {
    return new SealKey(sm3(name));
  }

  private static Digest structure(SealKey seal) {
    return sm3("structure of " + seal);
  }

  private Jws ownership(SampleKey by, SealKey seal) {
    return ownership(by, ContractBench.LEDGER, bench.now(), seal, structure(seal));
  }

  private static Jws ownership(
      SampleKey by, LedgerId ledger, Instant iat, SealKey seal, Digest structure) {
    return Jws.sign(
        by.signer(),
        by.id(),
        FactKind.SEAL_OWNERSHIP.type(),
        SealOwnership.CODEC.encode(new SealOwnership(ledger, iat, seal, structure)));
  }

  private FileSeal filing(SealKey seal, Jws ownership, PastSealEvent... past) {
    return filing(seal, OWNER, ownership, past);
  }

  private static FileSeal filing(SealKey seal, Uscc owner, Jws ownership, PastSealEvent... past) {
    return new FileSeal(
        seal,
        owner,
        SealKind.STATUTORY_NAME,
        structure(seal),
        List.of(sm3("a certificate")),
        ContractBench.FOUNDED,
        ContractBench.FOUNDED.plus(Duration.ofDays(3650)),
        ContractBench.FOUNDED,
        ownership,
        List.of(past));
  }

  private void file(SealKey seal) {
    accept(maker, filing(seal, ownership(owner, seal)));
  }

  private SignedStatement accept(SampleKey key, Statement statement) {
    SignedStatement signed = bench.sign(key, statement);
    bench.accept(ORDOS, signed);
    return signed;
  }

  private LedgerRefusedException refuse(LedgerRefusal code, SampleKey key, Statement statement) {
    return bench.refuse(code, ORDOS, bench.sign(key, statement));
  }

  private LedgerRefusedException refuse(
      LedgerRefusal code, SampleKey key, int replaces, Statement statement) {
    return bench.refuse(code, ORDOS, bench.sign(key, replaces, statement));
  }

  private SealLine line(Optional<Instant> knownAt) {
    Seal seal = bench.get(Seal.key(SEAL));
    return SealLine.of(seal.filed(), seal.history().entries(), knownAt, event -> true);
  }

  private SealStatus status() {
    return line(Optional.empty()).latest();
  }

  private DisableSeal disable() {
    return new DisableSeal(SEAL, bench.now(), BASIS);
  }

  private RestoreSeal restore() {
    return new RestoreSeal(SEAL, bench.now(), BASIS);
  }

  private CancelSeal cancel() {
    return new CancelSeal(SEAL, bench.now(), BASIS, SealCancellation.RENAMED, Optional.empty());
  }

  private ReplaceSeal replace(Optional<Instant> compromisedSince) {
    return new ReplaceSeal(SEAL, bench.now(), BASIS, NEXT, compromisedSince);
  }

  private static PastSealEvent past(SealAction action, Instant effectiveFrom) {
    return new PastSealEvent(action, effectiveFrom, BASIS);
  }

  @Test
  void aMakerFilesASealOfAnOwner() {
    SignedStatement statement = accept(maker, filing(SEAL, ownership(owner, SEAL)));
    Seal seal = bench.get(Seal.key(SEAL));
    assertEquals(MAKER, seal.maker());
    assertEquals(OWNER, seal.filed().owner());
    assertEquals(SealStatus.ACTIVE, status());
    bench.repeat(ORDOS, statement);
    bench.pass(Duration.ofSeconds(1));
    refuse(LedgerRefusal.ALREADY_EXISTS, maker, filing(SEAL, ownership(owner, SEAL)));
  }

  @Test
  void onlyAMakerFiles() {
    refuse(LedgerRefusal.ROLE_NOT_IN_FORCE, owner, filing(SEAL, ownership(owner, SEAL)));
  }

  @Test
  void theOwnersWordMustBeItsOwnForThisSealAndLedger() {
    assertOwnership("OTHER_OWNER", ownership(stranger, SEAL));
    assertOwnership("OTHER_SEAL", ownership(owner, NEXT));
    assertOwnership(
        "OTHER_SEAL", ownership(owner, ContractBench.LEDGER, bench.now(), SEAL, structure(NEXT)));
    assertOwnership(
        "FACT_WRONG_LEDGER",
        ownership(
            owner,
            new LedgerId(DigestAlgorithm.SHA_256.digest(Bytes.utf8("another"))),
            bench.now(),
            SEAL,
            structure(SEAL)));
    assertOwnership(
        "FACT_NOT_IN_FORCE",
        ownership(owner, ContractBench.LEDGER, bench.now().plusSeconds(1), SEAL, structure(SEAL)));
    assertOwnership(
        "FACT_TYPE",
        Jws.sign(
            owner.signer(),
            owner.id(),
            FactKind.ATTESTATION.type(),
            ownership(owner, SEAL).payload()));
    assertOwnership(
        "FACT_MALFORMED",
        Jws.sign(
            owner.signer(),
            owner.id(),
            FactKind.SEAL_OWNERSHIP.type(),
            org.huxin.core.json.JsonObject.builder().build()));
  }

  private void assertOwnership(String code, Jws ownership) {
    LedgerRefusedException refused =
        refuse(LedgerRefusal.SEAL_OWNERSHIP_REFUSED, maker, filing(SEAL, ownership));
    assertEquals(code, refused.evidence().get("code"));
  }

  @Test
  void theOwnersKeyMustHaveSigned() {
    SampleKey forged = new SampleKey(owner.id(), stranger.key());
    refuse(LedgerRefusal.SIGNATURE_INVALID, maker, filing(SEAL, ownership(forged, SEAL)));
    refuse(
        LedgerRefusal.SIGNER_UNKNOWN,
        maker,
        filing(SEAL, UNKNOWN, ownership(SampleKey.of(UNKNOWN, 1), SEAL)));
  }

  @Test
  void pastEventsKeepTheirLegalDates() {
    Instant first = ContractBench.FOUNDED.plus(Duration.ofDays(2));
    Instant second = ContractBench.FOUNDED.plus(Duration.ofDays(4));
    accept(
        maker,
        filing(
            SEAL,
            ownership(owner, SEAL),
            past(SealAction.DISABLE, first),
            past(SealAction.RESTORE, second)));
    assertEquals(SealStatus.DISABLED, line(Optional.empty()).at(first));
    assertEquals(SealStatus.ACTIVE, line(Optional.empty()).at(second));
  }

  @Test
  void pastEventsArePastInOrderAndFollowTheLifeCycle() {
    Jws owned = ownership(owner, SEAL);
    Instant now = bench.now();
    refuse(
        LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED,
        maker,
        filing(SEAL, owned, past(SealAction.DISABLE, now.plusSeconds(1))));
    refuse(
        LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED,
        maker,
        filing(
            SEAL,
            owned,
            past(SealAction.DISABLE, now),
            past(SealAction.RESTORE, now.minusSeconds(1))));
    refuse(
        LedgerRefusal.TRANSITION_NOT_ALLOWED,
        maker,
        filing(SEAL, owned, past(SealAction.RESTORE, now)));
  }

  @Test
  void makerOrOwnerDisablesAndTheMakerRestores() {
    file(SEAL);
    SignedStatement statement = accept(owner, disable());
    bench.repeat(ORDOS, statement);
    assertEquals(SealStatus.DISABLED, status());
    refuse(LedgerRefusal.TRANSITION_NOT_ALLOWED, maker, disable());
    SignedStatement restored = bench.sign(maker, 2, restore());
    bench.accept(ORDOS, restored);
    bench.repeat(ORDOS, restored);
    assertEquals(SealStatus.ACTIVE, status());
    bench.pass(Duration.ofSeconds(1));
    accept(maker, disable());
    assertEquals(SealStatus.DISABLED, status());
  }

  @Test
  void nobodyElseTouchesASeal() {
    file(SEAL);
    file(NEXT);
    refuse(LedgerRefusal.NOT_COMPETENT, stranger, disable());
    refuse(LedgerRefusal.NOT_COMPETENT, otherMaker, disable());
    refuse(LedgerRefusal.NOT_COMPETENT, otherMaker, cancel());
    refuse(LedgerRefusal.NOT_COMPETENT, owner, 1, restore());
    refuse(LedgerRefusal.NOT_COMPETENT, owner, 1, replace(Optional.empty()));
  }

  @Test
  void aMakerThatLostItsRoleDoesNothingButTheOwnerStillCancels() {
    file(SEAL);
    file(NEXT);
    SampleKey former = register(MAKER, Role.CONSUMER);
    refuse(LedgerRefusal.ROLE_NOT_IN_FORCE, former, disable());
    refuse(LedgerRefusal.ROLE_NOT_IN_FORCE, former, cancel());
    refuse(LedgerRefusal.ROLE_NOT_IN_FORCE, former, 1, restore());
    refuse(LedgerRefusal.ROLE_NOT_IN_FORCE, former, 1, replace(Optional.empty()));
    accept(owner, cancel());
    assertEquals(SealStatus.CANCELLED, status());
  }

  @Test
  void anUnknownSealIsNotChanged() {
    refuse(LedgerRefusal.NOT_FOUND, maker, disable());
    refuse(LedgerRefusal.NOT_FOUND, maker, 1, restore());
    refuse(LedgerRefusal.NOT_FOUND, maker, cancel());
    refuse(LedgerRefusal.NOT_FOUND, maker, 1, replace(Optional.empty()));
    file(SEAL);
    refuse(LedgerRefusal.NOT_FOUND, maker, 1, replace(Optional.empty()));
  }

  @Test
  void whatIsRestoredOrReplacedNamesTheVersion() {
    file(SEAL);
    file(NEXT);
    accept(maker, disable());
    refuse(LedgerRefusal.STALE_VERSION, maker, 1, restore());
    refuse(LedgerRefusal.STALE_VERSION, maker, 1, replace(Optional.empty()));
  }

  @Test
  void aRestoringCannotReachBehindTheDisabling() {
    file(SEAL);
    accept(maker, disable());
    Instant before = bench.now().minusSeconds(1);
    refuse(
        LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED, maker, 2, new RestoreSeal(SEAL, before, BASIS));
    bench.accept(ORDOS, bench.sign(maker, 2, restore()));
    refuse(LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED, maker, new DisableSeal(SEAL, before, BASIS));
  }

  @Test
  void filedEventsMayReachBackBehindTheStatement() {
    file(SEAL);
    Instant before = bench.now().minus(Duration.ofDays(3));
    accept(maker, new CancelSeal(SEAL, before, BASIS, SealCancellation.MERGED, Optional.empty()));
    assertEquals(SealStatus.CANCELLED, line(Optional.empty()).at(before));
    assertEquals(SealStatus.ACTIVE, line(Optional.of(bench.now().minusSeconds(1))).at(before));
  }

  @Test
  void aCancelledSealIsOverAndRestoringNeedsADisabledOne() {
    file(SEAL);
    file(NEXT);
    refuse(LedgerRefusal.TRANSITION_NOT_ALLOWED, maker, 1, restore());
    SignedStatement cancelled = accept(maker, cancel());
    bench.repeat(ORDOS, cancelled);
    bench.pass(Duration.ofSeconds(1));
    refuse(LedgerRefusal.TRANSITION_NOT_ALLOWED, maker, cancel());
    refuse(LedgerRefusal.TRANSITION_NOT_ALLOWED, maker, 2, replace(Optional.empty()));
  }

  /** Story 5: a seal is remade after its key leaked. */
  @Test
  void aSealIsRemadeAfterItsKeyLeaked() {
    file(SEAL);
    file(NEXT);
    Instant leak = bench.now();
    bench.pass(Duration.ofDays(3));
    SignedStatement statement = bench.sign(maker, 1, replace(Optional.of(leak)));
    bench.accept(ORDOS, statement);
    bench.repeat(ORDOS, statement);
    assertEquals(SealStatus.REPLACED, status());
    SealLine line = line(Optional.empty());
    assertEquals(Optional.of(leak), line.compromisedSince());
    // Between the leak and the replacement it stood: only proof of time tells genuine from forged.
    assertEquals(SealStatus.ACTIVE, line.at(leak.plusSeconds(60)));
    assertEquals(Optional.of(NEXT), bench.get(Seal.key(SEAL)).history().last().successor());
    assertEquals(
        Optional.empty(), line(Optional.of(bench.now().minusSeconds(1))).compromisedSince());
  }

  @Test
  void whatAThiefOfTheMakersKeyFiledDoesNotEndTheSeal() {
    file(SEAL);
    bench.pass(Duration.ofDays(1));
    Instant theft = bench.now();
    accept(maker, cancel());
    assertEquals(SealStatus.CANCELLED, status());
    SampleKey second = bench.compromise(MAKER, theft);
    refuse(LedgerRefusal.KEY_COMPROMISED, maker, disable());
    accept(second, disable());
    bench.accept(ORDOS, bench.sign(second, 3, restore()));
    assertEquals(4, bench.get(Seal.key(SEAL)).version());
  }

  @Test
  void aCompromiseLiesInThePast() {
    file(SEAL);
    file(NEXT);
    Optional<Instant> later = Optional.of(bench.now().plusSeconds(1));
    refuse(
        LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED,
        maker,
        new CancelSeal(SEAL, bench.now(), BASIS, SealCancellation.KEY_COMPROMISED, later));
    refuse(LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED, maker, 1, replace(later));
  }

  @Test
  void theSealInItsPlaceIsTheOwnersAndHasNotEnded() {
    file(SEAL);
    refuse(
        LedgerRefusal.SEAL_ENDED,
        maker,
        1,
        new ReplaceSeal(SEAL, bench.now(), BASIS, SEAL, Optional.empty()));
    accept(maker, filing(NEXT, STRANGER, ownership(stranger, NEXT)));
    refuse(LedgerRefusal.SEAL_OF_OTHER_OWNER, maker, 1, replace(Optional.empty()));
    SealKey third = seal("seal three");
    file(third);
    accept(
        maker,
        new CancelSeal(third, bench.now(), BASIS, SealCancellation.RENAMED, Optional.empty()));
    refuse(
        LedgerRefusal.SEAL_ENDED,
        maker,
        1,
        new ReplaceSeal(SEAL, bench.now(), BASIS, third, Optional.empty()));
  }

  @Test
  void anotherCitysClientCarriesNothingIn() {
    bench.refuse(
        LedgerRefusal.CARRIER_OF_OTHER_CITY,
        SampleCity.BAOTOU,
        bench.sign(maker, filing(SEAL, ownership(owner, SEAL))));
  }
}

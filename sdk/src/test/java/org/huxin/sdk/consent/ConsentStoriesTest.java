// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.consent;

import static org.huxin.sdk.sample.WindowBench.BUSINESS;
import static org.huxin.sdk.sample.WindowBench.ITEM;
import static org.huxin.sdk.sample.WindowBench.NAME;
import static org.huxin.sdk.sample.WindowBench.OTHER;
import static org.huxin.sdk.sample.WindowBench.PURPOSE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.huxin.contract.sample.ContractBench;
import org.huxin.core.authorization.Authorization;
import org.huxin.core.authorization.RecordUsage;
import org.huxin.core.holder.ConsentRequest;
import org.huxin.core.holder.GrantFile;
import org.huxin.core.holder.SignedFact;
import org.huxin.core.holder.Trail;
import org.huxin.core.holder.TrailEntry;
import org.huxin.core.id.StatementId;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.reference.LicenceRef;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.statement.Code;
import org.huxin.core.verdict.Aspect;
import org.huxin.core.verdict.Finding;
import org.huxin.core.verdict.FindingCode;
import org.huxin.core.verdict.Validity;
import org.huxin.core.verdict.Verdict;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.sdk.attesting.AttestationOrder;
import org.huxin.sdk.attesting.AttestedKey;
import org.huxin.sdk.attesting.IdentityProvider;
import org.huxin.sdk.holder.HolderKey;
import org.huxin.sdk.holder.Wallet;
import org.huxin.sdk.identity.AuthorityIdentity;
import org.huxin.sdk.sample.IssuingBench;
import org.huxin.sdk.sample.WindowBench;
import org.huxin.sdk.usage.RecordedUse;
import org.junit.jupiter.api.Test;

/** Stories of consent, from the request to the use. */
final class ConsentStoriesTest {
  private final WindowBench bench = new WindowBench();
  private final StatementId scope = bench.openScope("scope", false);
  private final Wallet wallet = bench.wallet();
  private final HolderKey key = bench.keyOf(IssuingBench.HOLDER);
  private final ProofFile proof = bench.licence();

  private GrantFile grant(SignedFact<ConsentRequest> request) {
    return wallet
        .answer(wallet.read(request.jws().text()), key)
        .licence(proof.record().ref())
        .sign();
  }

  private RecordedUse use(GrantFile grant) {
    return bench
        .recorder()
        .begin(ITEM, BUSINESS, PURPOSE)
        .licence(proof, bench.verify(proof, grant), Set.of(NAME), grant)
        .record();
  }

  @Test
  void aHolderGrantsAWindowUsesAndTheHolderFindsItInTheTrail() {
    SignedFact<ConsentRequest> request = bench.ask(scope).business(BUSINESS).sign();
    GrantFile grant = grant(request);
    GrantFile.Verified consent =
        bench.desk().receive(request.fact(), grant.write(), List.of(proof));
    StatementId id = bench.desk().carryIn(consent);
    assertEquals(IssuingBench.HOLDER, consent.holder());
    Verdict verdict = bench.verify(proof, grant);
    assertEquals(Validity.VALID, verdict.result(), verdict.toString());
    RecordUsage usage = use(grant).usage();
    assertEquals(1, bench.ledger().get(Authorization.key(id)).used());
    assertEquals(verdict.digest(), usage.verdict());
    TrailEntry entry =
        Trail.open(usage.uses().get(0).sealed(), bench.trailKey(), ContractBench.LEDGER, usage, 0);
    assertEquals(proof.record().ref(), entry.licence());
    assertEquals(usage.uses().get(0).ref(), entry.licence().blinded(entry.salt()));
  }

  @Test
  void aHolderWithdrawsOnTheWayAndTheWindowIsRefused() {
    SignedFact<ConsentRequest> request = bench.ask(scope).sign();
    GrantFile grant = grant(request);
    bench.desk().carryIn(bench.desk().receive(request.fact(), grant.write(), List.of(proof)));
    Verdict before = bench.verify(proof, grant);
    wallet.withdraw(grant.grant().statementId(), key);
    assertEquals(
        LedgerRefusal.REVOKED,
        assertThrows(
                LedgerRefusedException.class,
                () ->
                    bench
                        .recorder()
                        .begin(ITEM, BUSINESS, PURPOSE)
                        .licence(proof, before, Set.of(NAME), grant)
                        .record())
            .code());
    assertEquals(Validity.INVALID, bench.verify(proof, grant).result());
  }

  @Test
  void aWithdrawalThatArrivesFirstStopsTheGrant() {
    SignedFact<ConsentRequest> request = bench.ask(scope).sign();
    GrantFile grant = grant(request);
    wallet.withdraw(grant.grant().statementId(), key);
    GrantFile.Verified consent =
        bench.desk().receive(request.fact(), grant.write(), List.of(proof));
    assertEquals(
        LedgerRefusal.REVOKED,
        assertThrows(LedgerRefusedException.class, () -> bench.desk().carryIn(consent)).code());
  }

  @Test
  void aHolderWhoLostTheKeyWithdrawsWithItsSuccessor() {
    SignedFact<ConsentRequest> request = bench.ask(scope).sign();
    GrantFile grant = grant(request);
    bench.desk().carryIn(bench.desk().receive(request.fact(), grant.write(), List.of(proof)));
    SigningKey fresh = SigningKey.generate(SignatureSuite.SM, bench.random());
    HolderKey successor =
        bench
            .provider()
            .attest(
                AttestationOrder.of(fresh.publicKey(), IssuingBench.HOLDER)
                    .replacing(key.thumbprint()))
            .with(fresh.signer(bench.random()));
    wallet.withdraw(grant.grant().statementId(), key.thumbprint(), successor);
    wallet.retire(key.thumbprint(), bench.ledger().now(), new Code("LOST"), successor);
    assertEquals(Validity.INVALID, bench.verify(proof, grant).result());
    GrantFile late = grant(request);
    bench.ledger().pass(Duration.ofMinutes(1));
    GrantFile.Verified consent = bench.desk().receive(request.fact(), late.write(), List.of());
    assertEquals(
        LedgerRefusal.HOLDER_KEY_RETIRED,
        assertThrows(LedgerRefusedException.class, () -> bench.desk().carryIn(consent)).code());
  }

  @Test
  void aCoupleGrantsForTheBundleThatBothHold() {
    ProofFile shared = bench.licence(IssuingBench.HOLDER, OTHER);
    HolderKey second = bench.keyOf(OTHER);
    SignedFact<ConsentRequest> request = bench.ask(scope).sign();
    ConsentRequest asked = wallet.read(request.jws().text());
    LicenceRef both = shared.record().ref();
    GrantFile hers = wallet.answer(asked, key).licence(both).licence(proof.record().ref()).sign();
    GrantFile his = wallet.answer(asked, second).licence(both).sign();
    for (GrantFile grant : List.of(hers, his)) {
      bench.desk().carryIn(bench.desk().receive(asked, grant.write(), List.of(shared, proof)));
    }
    assertEquals(
        List.of(FindingCode.HOLDER_HAS_NOT_GRANTED),
        bench.verify(shared, hers).of(Aspect.AUTHORIZATION).findings().stream()
            .map(Finding::code)
            .toList());
    Verdict ofBoth = bench.verify(shared, hers, his);
    assertEquals(Validity.VALID, ofBoth.result(), ofBoth.toString());
    RecordedUse use =
        bench
            .recorder()
            .begin(ITEM, BUSINESS, PURPOSE)
            .licence(shared, ofBoth, Set.of(NAME), hers, his)
            .licence(proof, bench.verify(proof, hers), Set.of(), hers)
            .record();
    assertEquals(3, use.usage().uses().size());
    assertEquals(1, bench.ledger().get(Authorization.key(hers.grant().statementId())).used());
  }

  @Test
  void anAgentPassesOnWhatTheHolderGrantedAndTheHolderTakesAllBack() {
    HolderKey agent = bench.keyOf(OTHER);
    SignedFact<ConsentRequest> request = bench.ask(scope).uses(2).sign();
    ConsentRequest asked = wallet.read(request.jws().text());
    GrantFile held =
        wallet
            .answer(asked, key)
            .licence(proof.record().ref())
            .through(agent.thumbprint())
            .toAnyGrantee()
            .sign();
    GrantFile passedOn =
        wallet.answer(asked, agent).within(held).licence(proof.record().ref()).uses(1).sign();
    GrantFile.Verified consent = bench.desk().receive(asked, passedOn.write(), List.of(proof));
    assertEquals(IssuingBench.HOLDER, consent.holder());
    bench.desk().carryIn(consent);
    Verdict verdict = bench.verify(proof, passedOn);
    assertEquals(Validity.VALID, verdict.result(), verdict.toString());
    RecordedUse unused = use(passedOn);
    assertEquals(1, bench.ledger().get(Authorization.key(held.grant().statementId())).used());
    wallet.withdraw(held.grant().statementId(), key);
    assertEquals(Validity.INVALID, bench.verify(proof, passedOn).result());
  }

  @Test
  void aGuardianGrantsForAWard() {
    SigningKey fresh = SigningKey.generate(SignatureSuite.P256, bench.random());
    HolderKey guardian =
        bench
            .provider()
            .attest(AttestationOrder.of(fresh.publicKey(), OTHER).forWard(IssuingBench.HOLDER))
            .with(fresh.signer(bench.random()));
    SignedFact<ConsentRequest> request = bench.ask(scope).sign();
    GrantFile grant = wallet.answer(request.fact(), guardian).licence(proof.record().ref()).sign();
    GrantFile.Verified consent =
        bench.desk().receive(request.fact(), grant.write(), List.of(proof));
    bench.desk().carryIn(consent);
    assertEquals(IssuingBench.HOLDER, consent.holder());
    assertEquals(Validity.VALID, bench.verify(proof, grant).result());
  }

  @Test
  void anAuthorityThatIsNoProviderCannotSayThatSomebodyElseGranted() {
    SignedFact<ConsentRequest> request = bench.ask(scope).sign();
    SigningKey fresh = SigningKey.generate(SignatureSuite.ED25519, bench.random());
    HolderKey thief =
        bench
            .provider()
            .attest(AttestationOrder.of(fresh.publicKey(), OTHER))
            .with(fresh.signer(bench.random()));
    GrantFile stolen = wallet.answer(request.fact(), thief).licence(proof.record().ref()).sign();
    bench.desk().carryIn(bench.desk().receive(request.fact(), stolen.write(), List.of()));
    IdentityProvider issuerAsProvider =
        new IdentityProvider(
            new AuthorityIdentity(
                ContractBench.LEDGER, IssuingBench.ISSUER, 1, bench.issuing().key().signer()),
            bench.client(),
            bench.ledger()::now,
            bench.random());
    AttestedKey lie =
        issuerAsProvider.attest(AttestationOrder.of(fresh.publicKey(), IssuingBench.HOLDER));
    GrantFile forged =
        new GrantFile(
            stolen.grant(), lie.attestation(), stolen.references(), lie.subject(), lie.ward());
    Verdict verdict = bench.verify(proof, forged);
    assertEquals(Validity.INVALID, verdict.result(), verdict.toString());
    assertEquals(
        FindingCode.ATTESTATION_INVALID, verdict.of(Aspect.AUTHORIZATION).findings().get(0).code());
  }

  @Test
  void aHerderWithoutAPhoneConsentsAtTheCounterAndMayTakeItBack() {
    SignedFact<ConsentRequest> request = bench.ask(scope).lasting(Duration.ofDays(9)).sign();
    Digest sheet = DigestAlgorithm.SM3.digest(Bytes.utf8("signed sheet"));
    GrantFile recorded =
        bench
            .provider()
            .assist(IssuingBench.HOLDER, new Code("FACE_TO_FACE"), sheet, request.fact())
            .licence(proof.record().ref())
            .record();
    GrantFile.Verified consent =
        bench.desk().receive(request.fact(), recorded.write(), List.of(proof));
    StatementId id = bench.desk().carryIn(consent);
    Verdict verdict = bench.verify(proof, recorded);
    assertEquals(Validity.VALID, verdict.result(), verdict.toString());
    SigningKey later = SigningKey.generate(SignatureSuite.SM, bench.random());
    HolderKey own =
        bench
            .provider()
            .attest(
                AttestationOrder.of(later.publicKey(), IssuingBench.HOLDER)
                    .under(recorded.subject()))
            .with(later.signer(bench.random()));
    wallet.withdrawAssisted(id, own);
    assertEquals(
        LedgerRefusal.REVOKED,
        assertThrows(LedgerRefusedException.class, () -> useOf(recorded, verdict)).code());
    assertEquals(
        LedgerRefusal.REVOKED,
        assertThrows(LedgerRefusedException.class, () -> bench.provider().withdraw(id)).code());
  }

  private RecordedUse useOf(GrantFile grant, Verdict verdict) {
    return bench
        .recorder()
        .begin(ITEM, BUSINESS, PURPOSE)
        .licence(proof, verdict, Set.of(NAME), grant)
        .record();
  }
}

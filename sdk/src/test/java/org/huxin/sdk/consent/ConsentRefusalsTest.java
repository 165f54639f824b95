// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.consent;

import static org.huxin.sdk.sample.WindowBench.BUSINESS;
import static org.huxin.sdk.sample.WindowBench.CONSUMER;
import static org.huxin.sdk.sample.WindowBench.ITEM;
import static org.huxin.sdk.sample.WindowBench.NAME;
import static org.huxin.sdk.sample.WindowBench.OTHER;
import static org.huxin.sdk.sample.WindowBench.PURPOSE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleKey;
import org.huxin.core.authority.Role;
import org.huxin.core.authorization.AssistConsent;
import org.huxin.core.authorization.Authorization;
import org.huxin.core.authorization.GrantAuthorization;
import org.huxin.core.authorization.GrantedItem;
import org.huxin.core.holder.ConsentRequest;
import org.huxin.core.holder.FactRefusal;
import org.huxin.core.holder.GrantFile;
import org.huxin.core.holder.KeyPossession;
import org.huxin.core.holder.SignedFact;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Uscc;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.reference.LicenceRef;
import org.huxin.core.reference.Opening;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.FactKind;
import org.huxin.core.statement.FieldName;
import org.huxin.core.verdict.Validity;
import org.huxin.core.verdict.Verdict;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.sdk.attesting.AssistedDraft;
import org.huxin.sdk.attesting.AttestationOrder;
import org.huxin.sdk.attesting.IdentityProvider;
import org.huxin.sdk.holder.GrantDraft;
import org.huxin.sdk.holder.HolderKey;
import org.huxin.sdk.holder.Wallet;
import org.huxin.sdk.identity.AuthorityIdentity;
import org.huxin.sdk.ledger.OutcomeUnknownException;
import org.huxin.sdk.sample.ContractLedgerClient;
import org.huxin.sdk.sample.IssuingBench;
import org.huxin.sdk.sample.WindowBench;
import org.huxin.sdk.usage.UseDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What is refused before the ledger is asked: every code, and nothing submitted. */
final class ConsentRefusalsTest {
  private static final Uscc STRANGER = new Uscc("11150203MB9T00142W");
  private static final LicenceTypeCode OTHER_TYPE = new LicenceTypeCode("11100000MB03271699001");

  private final WindowBench bench = new WindowBench();
  private final StatementId scope = bench.openScope("scope", false);
  private final Wallet wallet = bench.wallet();
  private final HolderKey key = bench.keyOf(IssuingBench.HOLDER);
  private final ProofFile proof = bench.licence();

  private ConsentRequest asked() {
    return bench.ask(scope).business(BUSINESS).uses(2).sign().fact();
  }

  private GrantDraft draft(ConsentRequest request) {
    return wallet.answer(request, key).licence(proof.record().ref());
  }

  private ConsentRefusedException refused(ConsentRefusal code, Executable action) {
    int before = bench.client().submissions().size();
    ConsentRefusedException refused = assertThrows(ConsentRefusedException.class, action);
    assertEquals(code, refused.code(), refused.getMessage());
    assertEquals(before, bench.client().submissions().size());
    return refused;
  }

  private static void member(String expected, ConsentRefusedException refused) {
    assertEquals(expected, refused.evidence().get("member"));
  }

  @Test
  void aRequestStaysWithinItsOwnOpenScope() {
    StatementId none = new StatementId(DigestAlgorithm.SHA_256.digest(Bytes.utf8("none")));
    refused(ConsentRefusal.SCOPE_NOT_FOUND, () -> bench.ask(none).sign());
    StatementId ofOther = bench.openScope("of another", STRANGER, false);
    member("authority", refused(ConsentRefusal.OUTSIDE_SCOPE, () -> bench.ask(ofOther).sign()));
    FieldName more = new FieldName("KZ_DZ");
    member(
        "fields",
        refused(
            ConsentRefusal.OUTSIDE_SCOPE,
            () -> bench.ask(scope).licence(IssuingBench.TYPE, Set.of(more)).sign()));
    member(
        "types",
        refused(
            ConsentRefusal.OUTSIDE_SCOPE,
            () -> bench.ask(scope).licence(OTHER_TYPE, Set.of()).sign()));
    member(
        "items",
        refused(
            ConsentRefusal.OUTSIDE_SCOPE,
            () ->
                bench
                    .ask(scope)
                    .alsoFor(new ServiceItemCode("11150603MB9T00038D0001000115009"))
                    .sign()));
    member(
        "purposes",
        refused(
            ConsentRefusal.OUTSIDE_SCOPE,
            () ->
                bench
                    .desk()
                    .ask(scope, ITEM, new Code("MARKETING"))
                    .licence(IssuingBench.TYPE, Set.of(NAME))
                    .sign()));
    refused(ConsentRefusal.NOTHING_GRANTED, () -> bench.desk().ask(scope, ITEM, PURPOSE).sign());
    assertThrows(
        IllegalArgumentException.class, () -> bench.ask(scope).until(bench.ledger().now()).sign());
    bench.ledger().pass(Duration.ofDays(300));
    refused(ConsentRefusal.SCOPE_NOT_OPEN, () -> bench.ask(scope).sign());
  }

  @Test
  void aWalletShowsOnlyWhatItsConsumerSignedWithinItsScope() {
    SignedFact<ConsentRequest> good = bench.ask(scope).sign();
    assertEquals(good.fact(), wallet.read(good.jws().text()));
    refused(ConsentRefusal.REQUEST_MALFORMED, () -> wallet.read("no JWS"));
    refused(ConsentRefusal.REQUEST_MALFORMED, () -> wallet.read(otherKind(bench.consumer())));
    AuthorityIdentity unknown = identity(STRANGER, SampleKey.of(STRANGER, 1));
    refused(ConsentRefusal.CONSUMER_NOT_KNOWN, () -> wallet.read(request(unknown, good.fact())));
    refused(
        ConsentRefusal.CONSUMER_NOT_KNOWN,
        () -> wallet.read(request(identity(CONSUMER, 7), good.fact())));
    AuthorityIdentity pretender = identity(CONSUMER, SampleKey.of(STRANGER, 1));
    ConsentRefusedException forged =
        refused(
            ConsentRefusal.REQUEST_NOT_GENUINE, () -> wallet.read(request(pretender, good.fact())));
    assertEquals(FactRefusal.FACT_NOT_SIGNED_BY_KEY.name(), forged.evidence().get("code"));
    AuthorityIdentity another = bench.register(STRANGER, new DivisionCode("150203"), Role.CONSUMER);
    ConsentRefusedException forAnother =
        refused(
            ConsentRefusal.REQUEST_NOT_GENUINE, () -> wallet.read(request(another, good.fact())));
    assertEquals(FactRefusal.ASKED_BY_OTHER.name(), forAnother.evidence().get("code"));
    refused(
        ConsentRefusal.OUTSIDE_SCOPE,
        () -> wallet.read(request(bench.consumer(), wider(good.fact()))));
    bench.ledger().pass(Duration.ofDays(1));
    refused(ConsentRefusal.REQUEST_NOT_GENUINE, () -> wallet.read(good.jws().text()));
  }

  private static AuthorityIdentity identity(Uscc authority, SampleKey key) {
    return new AuthorityIdentity(ContractBench.LEDGER, authority, 1, key.signer());
  }

  private static AuthorityIdentity identity(Uscc authority, int number) {
    return new AuthorityIdentity(
        ContractBench.LEDGER, authority, number, SampleKey.of(authority, number).signer());
  }

  private static String request(AuthorityIdentity signer, ConsentRequest request) {
    return signer.sign(FactKind.CONSENT_REQUEST, ConsentRequest.CODEC, request).jws().text();
  }

  private static String otherKind(AuthorityIdentity signer) {
    return signer
        .sign(
            FactKind.KEY_POSSESSION,
            KeyPossession.CODEC,
            new KeyPossession(ContractBench.LEDGER, ContractBench.FOUNDED, CONSUMER, 1))
        .jws()
        .text();
  }

  /** A request for an attribute that the scope does not allow. */
  private static ConsentRequest wider(ConsentRequest request) {
    GrantAuthorization terms = request.terms();
    return new ConsentRequest(
        request.ledger(),
        request.iat(),
        new GrantAuthorization(
            terms.grantee(),
            Optional.empty(),
            Optional.empty(),
            terms.scope(),
            List.of(
                new GrantedItem(
                    IssuingBench.TYPE,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(new FieldName("KZ_DZ")))),
            terms.serviceItems(),
            terms.purpose(),
            terms.maxUses(),
            terms.notBefore(),
            terms.notAfter(),
            terms.business()));
  }

  @Test
  void aHolderGrantsNothingThatWasNotAskedFor() {
    ConsentRequest request = asked();
    LicenceRef own = proof.record().ref();
    LicenceRef another = new LicenceRef(own.issuer(), OTHER_TYPE, own.division(), own.anchorKey());
    refused(ConsentRefusal.NOT_ASKED_FOR, () -> draft(request).licence(another));
    refused(ConsentRefusal.NOT_ASKED_FOR, () -> draft(request).anyOf(OTHER_TYPE));
    refused(
        ConsentRefusal.NOT_ASKED_FOR,
        () -> draft(request).licence(own, Set.of(new FieldName("KZ_DZ"))));
    refused(ConsentRefusal.NOTHING_GRANTED, () -> wallet.answer(request, key).sign());
    member("maxUses", refused(ConsentRefusal.BEYOND_REQUEST, () -> draft(request).uses(3).sign()));
    member(
        "notAfter",
        refused(
            ConsentRefusal.BEYOND_REQUEST,
            () -> draft(request).until(request.terms().notAfter().plusSeconds(1)).sign()));
    assertThrows(IllegalArgumentException.class, () -> draft(request).toAnyGrantee().sign());
  }

  @Test
  void aLicenceOfAnotherDivisionWasNotAskedFor() {
    ConsentRequest request =
        bench
            .desk()
            .ask(scope, ITEM, PURPOSE)
            .licence(IssuingBench.TYPE, new DivisionCode("150603"), Set.of(NAME))
            .sign()
            .fact();
    refused(ConsentRefusal.NOT_ASKED_FOR, () -> draft(request));
    ConsentRequest ofTheCity =
        bench
            .desk()
            .ask(scope, ITEM, PURPOSE)
            .licence(IssuingBench.TYPE, new DivisionCode("150600"), Set.of(NAME))
            .sign()
            .fact();
    GrantFile grant = draft(ofTheCity).sign();
    assertEquals(
        IssuingBench.HOLDER,
        bench.desk().receive(ofTheCity, grant.write(), List.of(proof)).holder());
  }

  @Test
  void anAgentPassesOnNoMoreThanItHas() {
    HolderKey agent = bench.keyOf(OTHER);
    ConsentRequest request = asked();
    GrantFile held = draft(request).uses(1).through(agent.thumbprint()).sign();
    member(
        "maxUses",
        refused(
            ConsentRefusal.BEYOND_PARENT,
            () ->
                wallet
                    .answer(request, agent)
                    .within(held)
                    .licence(proof.record().ref())
                    .uses(2)
                    .sign()));
    GrantFile notOurs = draft(request).sign();
    member(
        "agent",
        refused(
            ConsentRefusal.BEYOND_PARENT,
            () ->
                wallet
                    .answer(request, agent)
                    .within(notOurs)
                    .licence(proof.record().ref())
                    .sign()));
  }

  @Test
  void aWindowTakesOnlyWhatItsRequestAllowsFromWhomTheLedgerKnows() {
    ConsentRequest request = asked();
    ConsentDesk desk = bench.desk();
    GrantFile good = draft(request).sign();
    refused(
        ConsentRefusal.GRANT_FILE_MALFORMED,
        () -> desk.receive(request, Bytes.utf8("{}"), List.of()));
    refused(
        ConsentRefusal.GRANT_FILE_MALFORMED,
        () -> desk.receive(request, Bytes.utf8("no JSON"), List.of()));
    GrantFile ofOtherSubject =
        new GrantFile(
            good.grant(),
            good.attestation().orElseThrow(),
            good.references(),
            new Opening(OTHER, Bytes.of(new byte[16])),
            Optional.empty());
    ConsentRefusedException notOpened =
        refused(
            ConsentRefusal.GRANT_NOT_GENUINE,
            () -> desk.receive(request, ofOtherSubject.write(), List.of()));
    assertEquals(FactRefusal.SUBJECT_NOT_OPENED.name(), notOpened.evidence().get("code"));
    ConsentRequest narrower = bench.ask(scope).business(BUSINESS).sign().fact();
    member(
        "maxUses",
        refused(
            ConsentRefusal.BEYOND_REQUEST, () -> desk.receive(narrower, good.write(), List.of())));
    ConsentRequest inOtherScope =
        bench.ask(bench.openScope("second", false)).business(BUSINESS).uses(2).sign().fact();
    member(
        "scope",
        refused(
            ConsentRefusal.BEYOND_REQUEST,
            () -> desk.receive(inOtherScope, good.write(), List.of())));
    ConsentRequest forOther = bench.ask(scope).business("another").uses(2).sign().fact();
    member(
        "business",
        refused(
            ConsentRefusal.BEYOND_REQUEST, () -> desk.receive(forOther, good.write(), List.of())));
  }

  @Test
  void aWindowTakesNoGrantThatNoProviderOfTheLedgerVouchesFor() {
    ConsentRequest request = asked();
    SigningKey own = SigningKey.generate(SignatureSuite.ED25519, bench.random());
    HolderKey attested =
        new IdentityProvider(
                identity(STRANGER, SampleKey.of(STRANGER, 1)),
                bench.client(),
                bench.ledger()::now,
                bench.random())
            .attest(AttestationOrder.of(own.publicKey(), IssuingBench.HOLDER))
            .with(own.signer(bench.random()));
    GrantFile grant = wallet.answer(request, attested).licence(proof.record().ref()).sign();
    refused(
        ConsentRefusal.PROVIDER_NOT_KNOWN,
        () -> bench.desk().receive(request, grant.write(), List.of()));
    bench.register(STRANGER, new DivisionCode("150203"), Role.CONSUMER);
    refused(
        ConsentRefusal.PROVIDER_NOT_KNOWN,
        () -> bench.desk().receive(request, grant.write(), List.of()));
  }

  @Test
  void whoGrantsHoldsTheLicenceAndTheProofShowsIt() {
    ConsentRequest request = asked();
    ConsentDesk desk = bench.desk();
    GrantFile ofOther =
        wallet.answer(request, bench.keyOf(OTHER)).licence(proof.record().ref()).sign();
    refused(
        ConsentRefusal.GRANTOR_NOT_HOLDER,
        () -> desk.receive(request, ofOther.write(), List.of(proof)));
    GrantFile good = draft(request).sign();
    refused(
        ConsentRefusal.HOLDER_NOT_SHOWN,
        () -> desk.receive(request, good.write(), List.of(proof.redacted(Set.of(NAME), Set.of()))));
    ProofFile another = bench.licence();
    refused(
        ConsentRefusal.LICENCE_NOT_GRANTED,
        () -> desk.receive(request, good.write(), List.of(another)));
    assertEquals(IssuingBench.HOLDER, desk.receive(request, good.write(), List.of()).holder());
    GrantFile anyOfType = wallet.answer(request, key).anyOf(IssuingBench.TYPE).sign();
    ProofFile ofSpouse = bench.licence(OTHER);
    refused(
        ConsentRefusal.GRANTOR_NOT_HOLDER,
        () -> desk.receive(request, anyOfType.write(), List.of(ofSpouse)));
    assertEquals(
        IssuingBench.HOLDER,
        desk.receive(request, anyOfType.write(), List.of(ofSpouse, another)).holder());
    assertEquals(
        IssuingBench.HOLDER, desk.receive(request, anyOfType.write(), List.of(another)).holder());
  }

  @Test
  void aRecordedConsentIsCarriedInByItsProviderAlone() {
    ConsentRequest request = asked();
    Digest sheet = DigestAlgorithm.SM3.digest(Bytes.utf8("sheet"));
    AssistedDraft draft =
        bench.provider().assist(IssuingBench.HOLDER, new Code("FACE_TO_FACE"), sheet, request);
    refused(ConsentRefusal.NOTHING_GRANTED, draft::record);
    refused(ConsentRefusal.NOT_ASKED_FOR, () -> draft.anyOf(OTHER_TYPE));
    GrantFile notCarriedIn = signedOnly(request, sheet);
    refused(
        ConsentRefusal.NOT_ON_LEDGER,
        () -> bench.desk().carryIn(bench.desk().receive(request, notCarriedIn.write(), List.of())));
  }

  private GrantFile signedOnly(ConsentRequest request, Digest sheet) {
    Opening person = new Opening(IssuingBench.HOLDER, Bytes.of(new byte[16]));
    GrantAuthorization terms = request.terms();
    AssistConsent consent =
        new AssistConsent(
            CONSUMER,
            person.subjectCommitment(),
            new Code("FACE_TO_FACE"),
            sheet,
            terms.scope(),
            terms.items(),
            terms.serviceItems(),
            terms.purpose(),
            terms.notBefore(),
            terms.notAfter(),
            terms.business());
    AuthorityIdentity provider =
        identity(WindowBench.PROVIDER, SampleKey.of(WindowBench.PROVIDER, 1));
    return GrantFile.assisted(
        provider.sign(consent, bench.ledger().now()).jws(), List.of(), person);
  }

  @Test
  void aUseRestsOnAValidLicenceWithConsentAndLeavesATrail() {
    ConsentRequest request = asked();
    GrantFile grant = draft(request).sign();
    bench.desk().carryIn(bench.desk().receive(request, grant.write(), List.of(proof)));
    Verdict verdict = bench.verify(proof, grant);
    UseDraft use = bench.recorder().begin(ITEM, BUSINESS, PURPOSE);
    refused(ConsentRefusal.NOTHING_GRANTED, use::record);
    Verdict invalid = bench.verify(proof, draft(request).sign());
    assertEquals(Validity.INVALID, invalid.result());
    refused(ConsentRefusal.LICENCE_NOT_VALID, () -> use.licence(proof, invalid, Set.of(), grant));
    UseDraft withoutGrant = use.licence(proof, verdict, Set.of(NAME));
    refused(ConsentRefusal.LICENCE_NOT_GRANTED, withoutGrant::sign);
    ProofFile untraceable =
        bench
            .issuing()
            .issuer()
            .anchor(IssuingBench.KIND, List.of(IssuingBench.begin(99).build()))
            .get(0);
    UseDraft withoutTrail =
        bench
            .recorder()
            .begin(ITEM, BUSINESS, PURPOSE)
            .licence(untraceable, verdict, Set.of(NAME), grant);
    refused(ConsentRefusal.TRAIL_KEY_MISSING, withoutTrail::record);
  }

  @Test
  void aUseThatWasSignedIsRecordedOnceHoweverOftenItIsSubmitted() {
    ConsentRequest request = asked();
    GrantFile grant = draft(request).sign();
    bench.desk().carryIn(bench.desk().receive(request, grant.write(), List.of(proof)));
    SignedStatement signed =
        bench
            .recorder()
            .begin(ITEM, BUSINESS, PURPOSE)
            .licence(proof, bench.verify(proof, grant), Set.of(NAME), grant)
            .sign();
    bench.client().failNext(ContractLedgerClient.Fault.COMMITTED_UNSEEN);
    assertThrows(OutcomeUnknownException.class, () -> bench.client().submit(signed));
    assertEquals(signed.id(), bench.client().submit(signed).statement());
    assertEquals(1, bench.ledger().get(Authorization.key(grant.grant().statementId())).used());
  }
}

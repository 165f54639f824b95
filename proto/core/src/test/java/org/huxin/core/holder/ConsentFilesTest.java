// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.holder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.CharacterCodingException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huxin.core.authorization.AssistConsent;
import org.huxin.core.authorization.GrantAuthorization;
import org.huxin.core.authorization.GrantedItem;
import org.huxin.core.id.HolderCodeType;
import org.huxin.core.id.HolderId;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Thumbprint;
import org.huxin.core.id.Uscc;
import org.huxin.core.jws.Jws;
import org.huxin.core.jws.NamedKey;
import org.huxin.core.offline.OfflineVerification;
import org.huxin.core.offline.SampleLicence;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.reference.Opening;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.signed.StatementHead;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.FactKind;
import org.huxin.core.statement.FieldName;
import org.huxin.core.statement.Statement;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.crypto.vectors.VectorFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Requests for consent, and the grant files of agents and of people without a device. */
final class ConsentFilesTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final LedgerId LEDGER = SampleLicence.LEDGER;
  private static final Instant T = SampleLicence.IAT;
  private static final SampleLicence LICENCE = new SampleLicence(SignatureSuite.ED25519);
  private static final SigningKey AUTHORITY =
      SigningKey.ofPem(VectorFiles.example("keys", "pkcs8-ED25519"));
  private static final KeyId PROVIDER_ID = KeyId.parse("11150600MB9T00011A#1");
  private static final KeyId CONSUMER_ID = KeyId.parse("11150603MB9T00038D#1");
  private static final NamedKey PROVIDER = new NamedKey(PROVIDER_ID, AUTHORITY.publicKey());
  private static final NamedKey CONSUMER_KEY = new NamedKey(CONSUMER_ID, AUTHORITY.publicKey());
  private static final Uscc CONSUMER = Uscc.parse("11150603MB9T00038D");
  private static final SigningKey HOLDER = key("11");
  static final SigningKey AGENT = key("22");
  private static final Bytes SALT = Bytes.utf8("salt of this use");
  private static final Opening SUBJECT =
      new Opening(SampleLicence.HOLDER, Bytes.utf8("salt of subject."));
  private static final Opening AGENT_SUBJECT =
      new Opening(
          new HolderId(HolderCodeType.CITIZEN_ID, "150602190001010015"),
          Bytes.utf8("salt of an agent"));
  private static final ReferenceOpening REFERENCE =
      new ReferenceOpening(LICENCE.proof().record().ref(), SALT);

  private static SigningKey key(String hex) {
    return SigningKey.ofSecret(SignatureSuite.ED25519, Bytes.fromHex(hex.repeat(32)));
  }

  private static Thumbprint thumbprint(SigningKey key) {
    return Thumbprint.of(key.publicKey());
  }

  /** What is asked, granted and passed on; a test changes a dimension. */
  private record Terms(
      Optional<Uscc> grantee,
      Optional<Thumbprint> agent,
      Optional<StatementId> parent,
      int maxUses) {
    GrantAuthorization grant() {
      return new GrantAuthorization(
          grantee,
          agent,
          parent,
          new StatementId(DigestAlgorithm.SHA_256.digest(Bytes.utf8("example"))),
          List.of(
              new GrantedItem(
                  SampleLicence.TYPE,
                  Optional.of(SampleLicence.DIVISION),
                  Optional.of(REFERENCE.blinded()),
                  List.of(new FieldName("KZ_JYFW")))),
          List.of(ServiceItemCode.parse("11150603MB9T00038D0001000115001")),
          new Code("APPROVAL"),
          maxUses,
          T,
          T.plusSeconds(600),
          Optional.empty());
    }
  }

  private static Terms terms() {
    return new Terms(Optional.of(CONSUMER), Optional.empty(), Optional.empty(), 2);
  }

  static Jws request(KeyId kid) {
    GrantAuthorization asked = terms().grant();
    GrantedItem item = asked.items().get(0);
    ConsentRequest request =
        new ConsentRequest(
            LEDGER,
            T,
            new GrantAuthorization(
                asked.grantee(),
                Optional.empty(),
                Optional.empty(),
                asked.scope(),
                List.of(
                    new GrantedItem(
                        item.type(), Optional.empty(), Optional.empty(), item.fields())),
                asked.serviceItems(),
                asked.purpose(),
                asked.maxUses(),
                asked.notBefore(),
                asked.notAfter(),
                Optional.of(DigestAlgorithm.SHA_256.digest(Bytes.utf8("business")))));
    return SignedFact.sign(
            AUTHORITY.signer(RANDOM), kid, FactKind.CONSENT_REQUEST, ConsentRequest.CODEC, request)
        .jws();
  }

  private static Jws attestation(SigningKey key, Opening subject) {
    Attestation attestation =
        new Attestation(
            LEDGER,
            T,
            key.publicKey(),
            AssuranceLevel.VERIFIED,
            subject.subjectCommitment(),
            T,
            T.plusSeconds(1000),
            Optional.empty(),
            Optional.empty());
    return SignedFact.sign(
            AUTHORITY.signer(RANDOM),
            PROVIDER_ID,
            FactKind.ATTESTATION,
            Attestation.CODEC,
            attestation)
        .jws();
  }

  private static Jws signed(SigningKey key, Statement statement) {
    return SignedStatement.sign(
            key.signer(RANDOM),
            new KeyId.OfHolder(thumbprint(key)),
            StatementHead.of(LEDGER, T),
            statement)
        .jws();
  }

  static GrantFile held() {
    Terms granted =
        new Terms(Optional.empty(), Optional.of(thumbprint(AGENT)), Optional.empty(), 2);
    return new GrantFile(
        signed(HOLDER, granted.grant()),
        attestation(HOLDER, SUBJECT),
        List.of(REFERENCE),
        SUBJECT,
        Optional.empty());
  }

  static GrantFile passedOn(SigningKey agent, int maxUses) {
    GrantFile held = held();
    Terms passed =
        new Terms(
            Optional.of(CONSUMER),
            Optional.empty(),
            Optional.of(held.grant().statementId()),
            maxUses);
    return GrantFile.delegated(
        signed(agent, passed.grant()),
        attestation(agent, AGENT_SUBJECT),
        List.of(REFERENCE),
        AGENT_SUBJECT,
        held);
  }

  static GrantFile recorded() {
    GrantAuthorization asked = terms().grant();
    AssistConsent consent =
        new AssistConsent(
            CONSUMER,
            SUBJECT.subjectCommitment(),
            new Code("FACE_TO_FACE"),
            DigestAlgorithm.SHA_256.digest(Bytes.utf8("signed sheet")),
            asked.scope(),
            asked.items(),
            asked.serviceItems(),
            asked.purpose(),
            T,
            T.plusSeconds(600),
            Optional.empty());
    Jws jws =
        SignedStatement.sign(
                AUTHORITY.signer(RANDOM), PROVIDER_ID, StatementHead.of(LEDGER, T), consent)
            .jws();
    return GrantFile.assisted(jws, List.of(REFERENCE), SUBJECT);
  }

  private static FactRefusedException refused(FactRefusal code, Executable action) {
    FactRefusedException refused = assertThrows(FactRefusedException.class, action);
    assertEquals(code, refused.code());
    return refused;
  }

  @Test
  void aRequestHoldsForItsConsumerUntilItsWindowEnds() {
    Jws jws = request(CONSUMER_ID);
    ConsentRequest read = ConsentRequest.verify(jws, LEDGER, CONSUMER_KEY, T);
    assertEquals(CONSUMER, read.grantee());
    assertEquals(jws.payload(), ConsentRequest.CODEC.encode(read));
    refused(
        FactRefusal.FACT_NOT_IN_FORCE,
        () -> ConsentRequest.verify(jws, LEDGER, CONSUMER_KEY, T.plusSeconds(600)));
    refused(
        FactRefusal.FACT_NOT_SIGNED_BY_KEY, () -> ConsentRequest.verify(jws, LEDGER, PROVIDER, T));
    refused(
        FactRefusal.ASKED_BY_OTHER,
        () -> ConsentRequest.verify(request(PROVIDER_ID), LEDGER, PROVIDER, T));
    refused(
        FactRefusal.FACT_TYPE,
        () -> ConsentRequest.verify(attestation(HOLDER, SUBJECT), LEDGER, PROVIDER, T));
  }

  @Test
  void aRequestNamesNeitherAgentNorParentAndAlwaysWhoAsks() {
    GrantAuthorization toNobody = statementOf(held());
    assertThrows(IllegalArgumentException.class, () -> new ConsentRequest(LEDGER, T, toNobody));
  }

  private static GrantAuthorization statementOf(GrantFile file) {
    return (GrantAuthorization) SignedStatement.read(file.grant(), LEDGER).statement();
  }

  @Test
  void whatAnAgentPassesOnRestsOnTheHoldersGrant() {
    GrantFile file = GrantFile.read(passedOn(AGENT, 1).write());
    GrantFile.Verified verified = file.verify(LEDGER, PROVIDER, T);
    assertEquals(SampleLicence.HOLDER, verified.holder());
    verified.requireHolder(OfflineVerification.verify(LICENCE.proof(), LICENCE.batch()));
  }

  @Test
  void whatGoesBeyondTheHoldersGrantOrComesWithoutItIsRefused() {
    GrantFile good = passedOn(AGENT, 1);
    Map<String, GrantFile> bad =
        Map.of(
            "maxUses",
            passedOn(AGENT, 3),
            "parent",
            new GrantFile(
                good.grant(),
                good.attestation(),
                good.references(),
                good.subject(),
                Optional.empty(),
                Optional.empty()));
    bad.forEach(
        (member, file) ->
            assertEquals(
                Map.of("member", member),
                refused(FactRefusal.NOT_WITHIN_PARENT, () -> file.verify(LEDGER, PROVIDER, T))
                    .evidence()));
    GrantFile ofStranger = passedOn(key("33"), 1);
    refused(FactRefusal.NOT_WITHIN_PARENT, () -> ofStranger.verify(LEDGER, PROVIDER, T));
    GrantFile plain = held();
    GrantFile withParent =
        new GrantFile(
            plain.grant(),
            plain.attestation(),
            plain.references(),
            SUBJECT,
            Optional.empty(),
            Optional.of(held()));
    refused(FactRefusal.NOT_WITHIN_PARENT, () -> withParent.verify(LEDGER, PROVIDER, T));
  }

  @Test
  void nothingIsPassedOnTwice() {
    GrantFile passedOn = passedOn(AGENT, 1);
    assertThrows(
        IllegalArgumentException.class,
        () ->
            GrantFile.delegated(
                passedOn.grant(),
                attestation(AGENT, AGENT_SUBJECT),
                List.of(),
                AGENT_SUBJECT,
                passedOn));
  }

  @Test
  void aRecordedConsentIsTheProvidersWord() {
    GrantFile file = GrantFile.read(recorded().write());
    GrantFile.Verified verified = file.verify(LEDGER, PROVIDER, T);
    assertEquals(Optional.empty(), verified.grantor());
    assertEquals(1, verified.grant().maxUses());
    verified.requireHolder(OfflineVerification.verify(LICENCE.proof(), LICENCE.batch()));
    refused(FactRefusal.FACT_NOT_SIGNED_BY_KEY, () -> file.verify(LEDGER, CONSUMER_KEY, T));
    GrantFile ofOther = GrantFile.assisted(file.grant(), file.references(), AGENT_SUBJECT);
    refused(FactRefusal.SUBJECT_NOT_OPENED, () -> ofOther.verify(LEDGER, PROVIDER, T));
    GrantFile unopened = GrantFile.assisted(file.grant(), List.of(), SUBJECT);
    refused(FactRefusal.REFERENCE_NOT_OPENED, () -> unopened.verify(LEDGER, PROVIDER, T));
    GrantFile another = GrantFile.assisted(request(PROVIDER_ID), List.of(), SUBJECT);
    refused(FactRefusal.FACT_MALFORMED, () -> another.verify(LEDGER, PROVIDER, T));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new GrantFile(
                file.grant(),
                Optional.empty(),
                List.of(),
                SUBJECT,
                Optional.of(AGENT_SUBJECT),
                Optional.empty()));
  }

  private static PresentedFile presented() {
    return new PresentedFile(LICENCE.proof(), SUBJECT, Optional.empty());
  }

  private static String code(ProofFile proof) {
    Presentation presentation =
        new Presentation(
            LEDGER,
            T,
            PresentedFile.digest(proof),
            Optional.of(CONSUMER),
            Optional.empty(),
            SALT,
            T.plusSeconds(60),
            attestation(HOLDER, SUBJECT));
    return SignedFact.sign(
            HOLDER.signer(RANDOM),
            new KeyId.OfHolder(thumbprint(HOLDER)),
            FactKind.PRESENTATION,
            Presentation.CODEC,
            presentation)
        .jws()
        .text();
  }

  private static HolderId check(PresentedFile file, String code) {
    return file.verify(code, LEDGER, PROVIDER, CONSUMER, Optional.empty(), T);
  }

  @Test
  void whatIsPresentedIsThatProofByThatPerson() {
    PresentedFile file = PresentedFile.read(presented().write());
    assertEquals(SampleLicence.HOLDER, check(file, code(LICENCE.proof())));
    refused(
        FactRefusal.PRESENTED_OTHER_PROOF,
        () -> check(presented(), code(LICENCE.proof().redacted(Set.of(), Set.of()))));
    refused(
        FactRefusal.SUBJECT_NOT_OPENED,
        () ->
            check(
                new PresentedFile(LICENCE.proof(), AGENT_SUBJECT, Optional.empty()),
                code(LICENCE.proof())));
    refused(
        FactRefusal.SUBJECT_NOT_OPENED,
        () ->
            check(
                new PresentedFile(LICENCE.proof(), SUBJECT, Optional.of(SUBJECT)),
                code(LICENCE.proof())));
    assertFalse(file.toString().contains(SampleLicence.HOLDER.code()));
  }

  @Test
  void thePagesShowTheExamples() throws CharacterCodingException {
    String request = request(CONSUMER_ID).text();
    assertEquals(request, VectorFiles.currentExample("consent-request", "request", request));
    String presented = presented().write().decodeUtf8();
    assertEquals(
        presented, VectorFiles.currentExample("presentation", "presented-file", presented));
    String delegated = passedOn(AGENT, 1).write().decodeUtf8();
    assertEquals(delegated, VectorFiles.currentExample("grant-file", "delegated", delegated));
    String assisted = recorded().write().decodeUtf8();
    assertEquals(assisted, VectorFiles.currentExample("grant-file", "assisted", assisted));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.holder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.huxin.core.authorization.GrantAuthorization;
import org.huxin.core.authorization.GrantedItem;
import org.huxin.core.authorization.RecordUsage;
import org.huxin.core.authorization.UseBasis;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.HolderCodeType;
import org.huxin.core.id.HolderId;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.SealKey;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Thumbprint;
import org.huxin.core.id.Uscc;
import org.huxin.core.jws.Jws;
import org.huxin.core.jws.NamedKey;
import org.huxin.core.offline.OfflineVerification;
import org.huxin.core.offline.SampleLicence;
import org.huxin.core.reference.Opening;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.signed.StatementHead;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.FactKind;
import org.huxin.core.statement.FieldName;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.hpke.HpkePrivateKey;
import org.huxin.crypto.hpke.HpkeRefusedException;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.crypto.vectors.FixedRandom;
import org.huxin.crypto.vectors.VectorFiles;
import org.junit.jupiter.api.Test;

final class HolderFilesTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final LedgerId LEDGER = SampleLicence.LEDGER;
  private static final Instant T = SampleLicence.IAT;
  private static final SampleLicence LICENCE = new SampleLicence(SignatureSuite.ED25519);
  private static final SigningKey PROVIDER =
      SigningKey.ofPem(VectorFiles.example("keys", "pkcs8-ED25519"));
  private static final KeyId PROVIDER_ID = KeyId.parse("11150600MB9T00011A#1");
  private static final SigningKey HOLDER =
      SigningKey.ofSecret(SignatureSuite.ED25519, Bytes.fromHex("11".repeat(32)));
  private static final KeyId HOLDER_ID = new KeyId.OfHolder(Thumbprint.of(HOLDER.publicKey()));
  private static final NamedKey PROVIDER_KEY = new NamedKey(PROVIDER_ID, PROVIDER.publicKey());
  private static final NamedKey HOLDER_KEY = new NamedKey(HOLDER_ID, HOLDER.publicKey());
  private static final Opening SUBJECT =
      new Opening(SampleLicence.HOLDER, Bytes.utf8("salt of subject."));
  private static final Uscc CONSUMER = Uscc.parse("11150603MB9T00038D");
  private static final ServiceItemCode ITEM =
      ServiceItemCode.parse("11150603MB9T00038D0001000115001");
  private static final Bytes REF_SALT = Bytes.utf8("salt of this use");

  @Test
  void aGrantFileWhosePartsBelongTogetherHolds() {
    GrantFile file = GrantFile.read(grantFile(HOLDER, SUBJECT, true).write());
    GrantFile.Verified verified = file.verify(LEDGER, PROVIDER_KEY, T);

    assertEquals(Optional.of(CONSUMER), verified.grant().grantee());
    assertEquals(HOLDER.publicKey(), verified.grantor().orElseThrow().key());
    assertEquals(file.grant().statementId(), verified.id());
    verified.requireHolder(OfflineVerification.verify(LICENCE.proof(), LICENCE.batch()));
    assertFalse(file.toString().contains("91150602MA0T000115"));
  }

  @Test
  void whatDoesNotHoldIsRefusedByItsReason() {
    Set<FactRefusal> seen = EnumSet.noneOf(FactRefusal.class);
    GrantFile good = grantFile(HOLDER, SUBJECT, true);
    SigningKey stranger = SigningKey.generate(SignatureSuite.ED25519, RANDOM);
    Opening other =
        new Opening(new HolderId(HolderCodeType.CITIZEN_ID, "150602190001010015"), REF_SALT);

    seen.add(
        refused(
            () -> good.verify(LEDGER, new NamedKey(PROVIDER_ID, stranger.publicKey()), T),
            FactRefusal.FACT_NOT_SIGNED_BY_KEY));
    seen.add(
        refused(
            () -> good.verify(LEDGER, PROVIDER_KEY, T.minusSeconds(1)),
            FactRefusal.FACT_NOT_IN_FORCE));
    seen.add(
        refused(
            () -> good.verify(LEDGER, PROVIDER_KEY, T.plusSeconds(1000)),
            FactRefusal.FACT_NOT_IN_FORCE));
    seen.add(
        refused(
            () -> good.verify(LedgerId.parse("sha256:" + "f".repeat(64)), PROVIDER_KEY, T),
            FactRefusal.FACT_WRONG_LEDGER));
    seen.add(
        refused(
            () -> grantFile(stranger, SUBJECT, true).verify(LEDGER, PROVIDER_KEY, T),
            FactRefusal.ATTESTED_OTHER_KEY));
    seen.add(
        refused(
            () ->
                new GrantFile(
                        good.grant(),
                        good.attestation().orElseThrow(),
                        good.references(),
                        other,
                        Optional.empty())
                    .verify(LEDGER, PROVIDER_KEY, T),
            FactRefusal.SUBJECT_NOT_OPENED));
    seen.add(
        refused(
            () -> grantFile(HOLDER, SUBJECT, false).verify(LEDGER, PROVIDER_KEY, T),
            FactRefusal.REFERENCE_NOT_OPENED));
    seen.add(
        refused(
            () ->
                new GrantFile(
                        good.grant(), good.grant(), good.references(), SUBJECT, Optional.empty())
                    .verify(LEDGER, HOLDER_KEY, T),
            FactRefusal.FACT_TYPE));
    GrantFile.Verified byOther = grantFile(HOLDER, other, true).verify(LEDGER, PROVIDER_KEY, T);
    seen.add(
        refused(
            () -> {
              byOther.requireHolder(OfflineVerification.verify(LICENCE.proof(), LICENCE.batch()));
              return byOther;
            },
            FactRefusal.GRANTOR_NOT_HOLDER));
    seen.add(
        refused(
            () ->
                present(
                    presentation(Optional.of(CONSUMER), Optional.empty()),
                    PROVIDER_ID.toString(),
                    T),
            FactRefusal.PRESENTED_TO_OTHER));
    GrantFile.Verified granted = good.verify(LEDGER, PROVIDER_KEY, T);
    seen.add(
        refused(
            () -> {
              granted.requireHolder(OfflineVerification.verify(LICENCE.proof(1), LICENCE.batch()));
              return granted;
            },
            FactRefusal.LICENCE_NOT_GRANTED));
    Jws malformed =
        Jws.sign(
            PROVIDER.signer(RANDOM),
            PROVIDER_ID,
            FactKind.ATTESTATION.type(),
            org.huxin.core.json.JsonObject.builder().put("iat", 1).build());
    seen.add(
        refused(
            () -> Attestation.verify(malformed, LEDGER, PROVIDER_KEY, T),
            FactRefusal.FACT_MALFORMED));
    Set<FactRefusal> ofConsentFiles =
        EnumSet.of(
            FactRefusal.ASKED_BY_OTHER,
            FactRefusal.NOT_WITHIN_PARENT,
            FactRefusal.PRESENTED_OTHER_PROOF);
    assertEquals(EnumSet.complementOf(EnumSet.copyOf(ofConsentFiles)), seen);
  }

  @Test
  void aSignatureUnderAnotherNameIsRefused() {
    GrantFile good = grantFile(HOLDER, SUBJECT, true);
    for (KeyId name :
        List.of(PROVIDER_ID, new KeyId.OfHolder(Thumbprint.of(PROVIDER.publicKey())))) {
      Jws renamed =
          Jws.sign(HOLDER.signer(RANDOM), name, good.grant().type(), good.grant().payload());
      refused(
          () ->
              new GrantFile(
                      renamed,
                      good.attestation().orElseThrow(),
                      good.references(),
                      SUBJECT,
                      Optional.empty())
                  .verify(LEDGER, PROVIDER_KEY, T),
          FactRefusal.ATTESTED_OTHER_KEY);
    }
    Jws attestation =
        Jws.sign(
            PROVIDER.signer(RANDOM),
            HOLDER_ID,
            FactKind.ATTESTATION.type(),
            good.attestation().orElseThrow().payload());
    refused(
        () -> Attestation.verify(attestation, LEDGER, PROVIDER_KEY, T),
        FactRefusal.FACT_NOT_SIGNED_BY_KEY);
    Jws shown = Jws.parse(presentation(Optional.of(CONSUMER), Optional.empty()));
    String renamed =
        Jws.sign(HOLDER.signer(RANDOM), PROVIDER_ID, shown.type(), shown.payload()).text();
    refused(() -> present(renamed, CONSUMER + "#1", T), FactRefusal.FACT_NOT_SIGNED_BY_KEY);
  }

  @Test
  void aGuardianGrantsForAWardWhoHoldsTheLicence() {
    Opening guardian =
        new Opening(new HolderId(HolderCodeType.CITIZEN_ID, "150602190001010015"), REF_SALT);
    Attestation attestation =
        new Attestation(
            LEDGER,
            T,
            HOLDER.publicKey(),
            AssuranceLevel.HIGH,
            guardian.subjectCommitment(),
            T,
            T.plusSeconds(1000),
            Optional.empty(),
            Optional.of(SUBJECT.subjectCommitment()));
    Jws attested =
        SignedFact.sign(
                PROVIDER.signer(RANDOM),
                PROVIDER_ID,
                FactKind.ATTESTATION,
                Attestation.CODEC,
                attestation)
            .jws();
    GrantFile plain = grantFile(HOLDER, SUBJECT, true);
    GrantFile file =
        new GrantFile(plain.grant(), attested, plain.references(), guardian, Optional.of(SUBJECT));

    GrantFile.read(file.write())
        .verify(LEDGER, PROVIDER_KEY, T)
        .requireHolder(OfflineVerification.verify(LICENCE.proof(), LICENCE.batch()));
    refused(
        () ->
            new GrantFile(plain.grant(), attested, plain.references(), guardian, Optional.empty())
                .verify(LEDGER, PROVIDER_KEY, T),
        FactRefusal.SUBJECT_NOT_OPENED);
  }

  @Test
  void saltsOfAnotherLengthAreNotBuilt() {
    Bytes wrong = Bytes.utf8("short");

    assertThrows(
        IllegalArgumentException.class,
        () -> new ReferenceOpening(LICENCE.proof().record().ref(), wrong));
    assertThrows(
        IllegalArgumentException.class,
        () -> new TrailEntry(LICENCE.proof().record().ref(), wrong, ITEM, CONSUMER));
    assertThrows(
        IllegalArgumentException.class, () -> presentation(Optional.empty(), Optional.of(wrong)));
  }

  @Test
  void aPresentationHoldsForItsAudienceAndAMinute() {
    String text = presentation(Optional.of(CONSUMER), Optional.empty());

    assertTrue(text.length() < 2900, "fits a QR code of 2953 bytes: " + text.length());
    assertEquals(HOLDER_ID.toString(), Jws.parse(text).keyId().toString());
    present(text, CONSUMER + "#1", T.plusSeconds(60));
    refused(() -> present(text, CONSUMER + "#1", T.plusSeconds(61)), FactRefusal.FACT_NOT_IN_FORCE);
    refused(() -> present(text, CONSUMER + "#1", T.minusSeconds(1)), FactRefusal.FACT_NOT_IN_FORCE);
  }

  @Test
  void aPresentationHoldsForTheTerminalThatShowedTheChallenge() {
    String text = presentation(Optional.empty(), Optional.of(REF_SALT));

    assertEquals(
        Optional.of(REF_SALT),
        Presentation.verify(text, LEDGER, PROVIDER_KEY, CONSUMER, Optional.of(REF_SALT), T)
            .challenge());
    refused(
        () -> Presentation.verify(text, LEDGER, PROVIDER_KEY, CONSUMER, Optional.empty(), T),
        FactRefusal.PRESENTED_TO_OTHER);
    refused(
        () ->
            Presentation.verify(
                text,
                LEDGER,
                PROVIDER_KEY,
                CONSUMER,
                Optional.of(Bytes.utf8("another chal 16B")),
                T),
        FactRefusal.PRESENTED_TO_OTHER);
  }

  @Test
  void aPresentationNamesAnAudienceOrAChallengeAndAMinuteAtMost() {
    assertThrows(
        IllegalArgumentException.class,
        () -> presentation(Optional.of(CONSUMER), Optional.of(REF_SALT)));
    assertThrows(
        IllegalArgumentException.class, () -> presentation(Optional.empty(), Optional.empty()));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Presentation(
                LEDGER,
                T,
                digest(),
                Optional.of(CONSUMER),
                Optional.empty(),
                REF_SALT,
                T.plusSeconds(61),
                attestation(HOLDER, SUBJECT)));
  }

  @Test
  void aTrailOpensForItsHolderItsUsageAndItsPlaceAlone() {
    HpkePrivateKey key = HpkePrivateKey.ofSecret(Bytes.fromHex("07".repeat(32)));
    TrailEntry entry = new TrailEntry(LICENCE.proof().record().ref(), REF_SALT, ITEM, CONSUMER);
    RecordUsage usage = usage(0);
    Bytes sealed =
        Trail.seal(
            entry,
            key.publicKey(),
            LEDGER,
            usage,
            0,
            new FixedRandom(Bytes.fromHex("05".repeat(32))));

    assertEquals(entry, Trail.open(sealed, key, LEDGER, usage, 0));
    assertEquals(65 + Trail.PLAINTEXT_LENGTH + 16, sealed.length());
    assertEquals(
        sealed.base64Url(), VectorFiles.currentExample("trail", "sealed", sealed.base64Url()));
    for (Supplier<TrailEntry> wrong :
        List.<Supplier<TrailEntry>>of(
            () -> Trail.open(sealed, key, LEDGER, usage, 1),
            () -> Trail.open(sealed, key, LEDGER, usage(1), 0),
            () -> Trail.open(sealed, key, LedgerId.parse("sha256:" + "f".repeat(64)), usage, 0),
            () -> Trail.open(sealed, HpkePrivateKey.generate(RANDOM), LEDGER, usage, 0))) {
      assertThrows(HpkeRefusedException.class, wrong::get);
    }
  }

  @Test
  void aTrailThatHoldsSomethingElseIsRefused() {
    HpkePrivateKey key = HpkePrivateKey.generate(RANDOM);
    Bytes info = Bytes.utf8("huxin/trail/1" + LEDGER);
    Bytes aad = Bytes.utf8(CONSUMER + "/" + ITEM + "/" + digest() + "/0/0");
    for (Bytes plaintext :
        List.of(
            Bytes.empty(),
            Bytes.of(new byte[Trail.PLAINTEXT_LENGTH]),
            Bytes.fromHex("7f".repeat(Trail.PLAINTEXT_LENGTH)),
            Bytes.fromHex("ff".repeat(Trail.PLAINTEXT_LENGTH)))) {
      Bytes sealed = key.publicKey().seal(info, aad, plaintext, RANDOM);
      assertThrows(HpkeRefusedException.class, () -> Trail.open(sealed, key, LEDGER, usage(0), 0));
    }
  }

  @Test
  void everyFactReadsBack() {
    KeyPossession possession = new KeyPossession(LEDGER, T, CONSUMER, 2);
    SealOwnership ownership =
        new SealOwnership(LEDGER, T, new SealKey(DigestAlgorithm.SM3.digest(REF_SALT)), digest());

    assertEquals(possession, signed(FactKind.KEY_POSSESSION, KeyPossession.CODEC, possession));
    assertEquals(ownership, signed(FactKind.SEAL_OWNERSHIP, SealOwnership.CODEC, ownership));
  }

  @Test
  void thePagesShowTheExamples() {
    String attestation = attestation(HOLDER, SUBJECT).text();
    assertEquals(
        attestation, VectorFiles.currentExample("attestation", "attestation", attestation));
    String grant =
        new String(
            grantFile(HOLDER, SUBJECT, true).write().toByteArray(),
            java.nio.charset.StandardCharsets.UTF_8);
    assertEquals(grant, VectorFiles.currentExample("grant-file", "grant-file", grant));
    String presentation = presentation(Optional.of(CONSUMER), Optional.empty());
    assertEquals(
        presentation, VectorFiles.currentExample("presentation", "presentation", presentation));
  }

  private static <F extends Fact> F signed(FactKind kind, ObjectCodec<F> codec, F fact) {
    SignedFact<F> signed = SignedFact.sign(PROVIDER.signer(RANDOM), PROVIDER_ID, kind, codec, fact);
    return SignedFact.verify(signed.jws(), kind, codec, LEDGER, PROVIDER_KEY).fact();
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
            PROVIDER.signer(RANDOM),
            PROVIDER_ID,
            FactKind.ATTESTATION,
            Attestation.CODEC,
            attestation)
        .jws();
  }

  private static GrantFile grantFile(SigningKey signer, Opening subject, boolean opened) {
    GrantAuthorization grant =
        new GrantAuthorization(
            Optional.of(CONSUMER),
            Optional.empty(),
            Optional.empty(),
            statementId(),
            List.of(
                new GrantedItem(
                    SampleLicence.TYPE,
                    Optional.of(SampleLicence.DIVISION),
                    Optional.of(LICENCE.proof().record().ref().blinded(REF_SALT)),
                    List.of(new FieldName("KZ_JYFW")))),
            List.of(ITEM),
            new Code("APPROVAL"),
            1,
            T,
            T.plusSeconds(600),
            Optional.empty());
    Jws jws =
        SignedStatement.sign(signer.signer(RANDOM), HOLDER_ID, StatementHead.of(LEDGER, T), grant)
            .jws();
    List<ReferenceOpening> references =
        opened
            ? List.of(new ReferenceOpening(LICENCE.proof().record().ref(), REF_SALT))
            : List.of();
    return new GrantFile(jws, attestation(HOLDER, subject), references, subject, Optional.empty());
  }

  private static String presentation(Optional<Uscc> audience, Optional<Bytes> challenge) {
    Presentation presentation =
        new Presentation(
            LEDGER,
            T,
            digest(),
            audience,
            challenge,
            REF_SALT,
            T.plusSeconds(60),
            attestation(HOLDER, SUBJECT));
    return SignedFact.sign(
            HOLDER.signer(RANDOM),
            HOLDER_ID,
            FactKind.PRESENTATION,
            Presentation.CODEC,
            presentation)
        .jws()
        .text();
  }

  private static Presentation present(String text, String audienceKey, Instant at) {
    Uscc audience = ((KeyId.OfAuthority) KeyId.parse(audienceKey)).authority();
    return Presentation.verify(text, LEDGER, PROVIDER_KEY, audience, Optional.empty(), at);
  }

  private static RecordUsage usage(int number) {
    return new RecordUsage(
        CONSUMER,
        ITEM,
        digest(),
        number,
        UseBasis.STATUTORY_DUTY,
        Optional.of(statementId()),
        Optional.empty(),
        new Code("APPROVAL"),
        SampleLicence.DIVISION,
        0,
        digest(),
        List.of());
  }

  private static Digest digest() {
    return DigestAlgorithm.SHA_256.digest(Bytes.utf8("example"));
  }

  private static StatementId statementId() {
    return new StatementId(digest());
  }

  private static FactRefusal refused(Supplier<?> action, FactRefusal expected) {
    FactRefusedException refused =
        assertThrows(FactRefusedException.class, action::get, expected.name());
    assertEquals(expected, refused.code());
    return refused.code();
  }
}

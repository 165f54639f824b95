// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.issuing;

import static org.huxin.sdk.sample.IssuingBench.CLASSIFIED;
import static org.huxin.sdk.sample.IssuingBench.DONGSHENG;
import static org.huxin.sdk.sample.IssuingBench.ISSUER;
import static org.huxin.sdk.sample.IssuingBench.KIND;
import static org.huxin.sdk.sample.IssuingBench.TYPE;
import static org.huxin.sdk.sample.IssuingBench.begin;
import static org.huxin.sdk.sample.IssuingBench.licence;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleCity;
import org.huxin.contract.sample.SampleCompetence;
import org.huxin.contract.sample.SampleKey;
import org.huxin.core.authority.Role;
import org.huxin.core.id.HolderCodeType;
import org.huxin.core.id.HolderId;
import org.huxin.core.id.LicenceIdentifier;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Uscc;
import org.huxin.core.licence.Batch;
import org.huxin.core.licence.LicenceState.Status;
import org.huxin.core.licence.LicenceStatus;
import org.huxin.core.licence.StatusAction;
import org.huxin.core.licence.StatusLine;
import org.huxin.core.licence.Supersede;
import org.huxin.core.licence.SupersedeReason;
import org.huxin.core.licence.TrustLevel;
import org.huxin.core.offline.OfflineVerification;
import org.huxin.core.offline.TrustedBatch;
import org.huxin.core.offline.VerifiedLicence;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.reference.LicenceRef;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.sdk.ledger.LedgerUnavailableException;
import org.huxin.sdk.ledger.OutcomeUnknownException;
import org.huxin.sdk.sample.ContractLedgerClient.Fault;
import org.huxin.sdk.sample.IssuingBench;
import org.junit.jupiter.api.Test;

final class IssuerTest {
  private final IssuingBench bench = new IssuingBench();
  private final Issuer issuer = bench.issuer();

  @Test
  void aBatchIsOnTheLedgerAndEveryProofHolds() {
    List<Licence> licences = IntStream.range(0, 5).mapToObj(IssuingBench::licence).toList();
    List<ProofFile> proofs = issuer.anchor(KIND, licences);
    for (int i = 0; i < 5; i++) {
      ProofFile proof = proofs.get(i);
      TrustedBatch trusted =
          TrustedBatch.verify(proof.batch(), ContractBench.LEDGER, bench.key().named());
      VerifiedLicence verified =
          OfflineVerification.verify(IssuingBench.document(i), proof, trusted);
      assertEquals("示例餐饮有限公司" + i, verified.attributes().get(0).value());
      assertEquals(List.of(IssuingBench.HOLDER), verified.holders());
      OfflineVerification.requireIdentifier(proof, licences.get(i).identifier());
      assertEquals(Optional.of(proof), bench.store().find(proof.record().ref()));
    }
    assertEquals(5, bench.bench().get(Batch.key(proofs.get(0).batchId())).size());
    assertEquals(List.of(), bench.store().pending());
  }

  @Test
  void noTwoLicencesHaveASaltInCommon() {
    List<ProofFile> proofs = issuer.anchor(KIND, List.of(licence(1), licence(2)));
    assertNotEquals(
        proofs.get(0).shownAttributes().get(0).salt(),
        proofs.get(1).shownAttributes().get(0).salt());
    assertNotEquals(proofs.get(0).record().holders(), proofs.get(1).record().holders());
  }

  @Test
  void nothingOfAPersonGoesToTheLedger() {
    issuer.anchor(KIND, List.of(licence(7)));
    String sent =
        bench.client().sent().stream()
            .map(text -> text.startsWith("ey") ? payload(text) : text)
            .reduce("", String::concat);
    assertTrue(sent.contains(ISSUER.text()));
    assertFalse(sent.contains(IssuingBench.HOLDER.code()));
    assertFalse(sent.contains("示例餐饮"));
    assertFalse(sent.contains("JY1000007"));
  }

  private static String payload(String jws) {
    return org.huxin.core.jws.Jws.parse(jws).payload().toString();
  }

  @Test
  void aClassifiedTypeIsRefusedBeforeAnythingIsHashed() {
    LicenceIdentifier identifier = new LicenceIdentifier(CLASSIFIED, ISSUER, "X1", 1);
    Licence secret =
        Licence.builder(identifier, LocalDate.of(2026, 1, 1))
            .attribute("UNDEFINED", "")
            .holder(IssuingBench.HOLDER)
            .build();
    // The type is refused, not the attribute: nothing of the licence was looked at.
    assertRefused(
        IssuingRefusal.TYPE_CLASSIFIED, BatchKind.current(CLASSIFIED, 1, DONGSHENG), secret);
  }

  @Test
  void whatCannotBeARecordIsRefused() {
    assertRefused(
        IssuingRefusal.TYPE_NOT_DEFINED, BatchKind.current(TYPE, 9, DONGSHENG), licence(1));
    LicenceTypeCode other = LicenceTypeCode.parse("11100000MB0143028R003");
    assertRefused(
        IssuingRefusal.TYPE_OF_OTHER_BATCH,
        KIND,
        withIdentifier(new LicenceIdentifier(other, ISSUER, "X1", 1)));
    Uscc stranger = Uscc.parse("11150603MB9T00038D");
    assertRefused(
        IssuingRefusal.OTHER_ISSUER, KIND, withIdentifier(IssuingBench.identifier(stranger, 1, 1)));
    LicenceIdentifier own = IssuingBench.identifier(ISSUER, 1, 1);
    LocalDate day = LocalDate.of(2026, 1, 1);
    assertRefused(
        IssuingRefusal.ATTRIBUTE_COUNT,
        KIND,
        Licence.builder(own, day).holder(IssuingBench.HOLDER).build());
    assertRefused(
        IssuingRefusal.HOLDER_COUNT, KIND, Licence.builder(own, day).attribute("MC", "x").build());
    Licence.Builder many = begin(1);
    for (int i = 0; i < RecordMaker.MAX_HOLDERS; i++) {
      many.holder(new HolderId(HolderCodeType.ORDINARY_PASSPORT, "G" + i));
    }
    assertRefused(IssuingRefusal.HOLDER_COUNT, KIND, many.build());
    assertRefused(
        IssuingRefusal.ATTRIBUTE_NOT_DEFINED, KIND, begin(1).attribute("ZZ", "x").build());
    assertRefused(
        IssuingRefusal.ATTRIBUTE_VALUE, KIND, begin(1).attribute("MC", "x".repeat(5_000)).build());
    assertRefused(
        IssuingRefusal.DOCUMENT_ALGORITHM,
        KIND,
        begin(1).documentDigest(DigestAlgorithm.SM3.digest(Bytes.empty())).build());
    assertRefused(
        IssuingRefusal.EXPIRY_BEFORE_EFFECT,
        KIND,
        begin(1).expiry(LocalDate.of(2020, 1, 1)).build());
  }

  private static Licence withIdentifier(LicenceIdentifier identifier) {
    return Licence.builder(identifier, LocalDate.of(2026, 1, 1))
        .attribute("MC", "x")
        .holder(IssuingBench.HOLDER)
        .build();
  }

  private void assertRefused(IssuingRefusal code, BatchKind kind, Licence licence) {
    IssuingRefusedException refused =
        assertThrows(
            IssuingRefusedException.class,
            () -> issuer.anchor(kind, List.of(licence(99), licence)),
            code::name);
    if (refused.code() != code) {
      refused =
          assertThrows(IssuingRefusedException.class, () -> issuer.anchor(kind, List.of(licence)));
    }
    assertEquals(code, refused.code());
    assertEquals(List.of(), bench.client().submissions());
  }

  @Test
  void anEmptyBatchIsRefused() {
    IssuingRefusedException refused =
        assertThrows(IssuingRefusedException.class, () -> issuer.anchor(KIND, List.of()));
    assertEquals(IssuingRefusal.BATCH_SIZE, refused.code());
  }

  @Test
  void aLicenceIsIssuedOnce() {
    issuer.anchor(KIND, List.of(licence(1)));
    IssuingRefusedException again =
        assertThrows(
            IssuingRefusedException.class,
            () -> issuer.anchor(KIND, List.of(licence(2), licence(1))));
    assertEquals(IssuingRefusal.ALREADY_ISSUED, again.code());
    IssuingRefusedException twice =
        assertThrows(
            IssuingRefusedException.class,
            () -> issuer.anchor(KIND, List.of(licence(3), licence(3))));
    assertEquals(IssuingRefusal.ALREADY_ISSUED, twice.code());
    assertEquals(1, bench.client().submissions().size());
  }

  @Test
  void whatTheLedgerRefusesCanBeIssuedLater() {
    BatchKind elsewhere = BatchKind.current(TYPE, 1, SampleCity.HOHHOT.code());
    LedgerRefusedException refused =
        assertThrows(
            LedgerRefusedException.class, () -> issuer.anchor(elsewhere, List.of(licence(1))));
    assertEquals(LedgerRefusal.NOT_ACCREDITED, refused.code());
    assertEquals(1, issuer.anchor(KIND, List.of(licence(1))).size());
  }

  @Test
  void aBatchThatCouldNotBeSentIsSentByTheNextProcess() {
    bench.client().failNext(Fault.UNAVAILABLE);
    assertThrows(LedgerUnavailableException.class, () -> issuer.anchor(KIND, List.of(licence(1))));
    assertEquals(List.of(), bench.store().findByHolder(IssuingBench.HOLDER));
    assertEquals(new Recovery(1, List.of()), bench.issuer().recover());
    ProofFile proof = bench.store().findByHolder(IssuingBench.HOLDER).get(0);
    assertTrue(bench.bench().ledger().get(Batch.key(proof.batchId())).isPresent());
    assertEquals(new Recovery(0, List.of()), bench.issuer().recover());
  }

  @Test
  void aBatchOfUnknownOutcomeIsNotAnchoredTwice() {
    bench.client().failNext(Fault.COMMITTED_UNSEEN);
    assertThrows(OutcomeUnknownException.class, () -> issuer.anchor(KIND, List.of(licence(1))));
    assertEquals(1, bench.issuer().recover().anchored());
    assertEquals(1, bench.client().submissions().size());
    assertEquals(1, bench.store().findByHolder(IssuingBench.HOLDER).size());
  }

  @Test
  void aBatchThatGrewTooOldIsForgottenAndItsLicencesCanBeIssued() {
    bench.client().failNext(Fault.UNAVAILABLE);
    assertThrows(LedgerUnavailableException.class, () -> issuer.anchor(KIND, List.of(licence(1))));
    bench.bench().pass(Duration.ofDays(8));
    Recovery recovery = bench.issuer().recover();
    assertEquals(
        List.of(LedgerRefusal.STATEMENT_TOO_OLD),
        recovery.refused().stream().map(LedgerRefusedException::code).toList());
    assertEquals(1, issuer.anchor(KIND, List.of(licence(1))).size());
  }

  @Test
  void aRenewedLicenceTakesThePlaceOfTheEarlierOne() {
    ProofFile earlier = issuer.anchor(KIND, List.of(licence(1))).get(0);
    Licence renewed =
        Licence.builder(IssuingBench.identifier(ISSUER, 1, 2), LocalDate.of(2026, 1, 30))
            .attribute("MC", "示例餐饮有限公司")
            .holder(IssuingBench.HOLDER)
            .supersedes(
                new Supersede(
                    earlier.record().ref(),
                    SupersedeReason.RENEWED,
                    Optional.empty(),
                    Optional.empty()))
            .build();
    ProofFile later = issuer.anchor(KIND, List.of(renewed)).get(0);
    assertEquals(Optional.of(earlier.record().ref()), later.record().predecessor());
    StatusLine line =
        StatusLine.of(
            bench.bench().get(LicenceStatus.key(earlier.record().ref())).history().entries());
    assertNotEquals(StatusLine.EMPTY, line);
  }

  @Test
  void stockBeginsWithTheStatusThatItHad() {
    Digest decision = DigestAlgorithm.SHA_256.digest(Bytes.utf8("a decision"));
    BatchKind stock = BatchKind.stock(TYPE, 1, DONGSHENG, TrustLevel.B);
    List<ProofFile> proofs =
        issuer.anchor(
            stock,
            List.of(
                begin(1)
                    .initial(new InitialState(StatusAction.SUSPEND, Optional.empty(), decision))
                    .build(),
                begin(2)
                    .initial(
                        new InitialState(
                            StatusAction.WITHDRAW,
                            Optional.of(Instant.parse("2020-01-01T00:00:00Z")),
                            decision))
                    .build(),
                licence(3)));
    assertEquals(
        List.of(Status.SUSPENDED, Status.WITHDRAWN),
        proofs.subList(0, 2).stream().map(this::status).toList());
    assertTrue(
        bench.bench().ledger().get(LicenceStatus.key(proofs.get(2).record().ref())).isEmpty());
  }

  private Status status(ProofFile proof) {
    return StatusLine.of(
            bench.bench().get(LicenceStatus.key(proof.record().ref())).history().entries())
        .now()
        .state()
        .status();
  }

  @Test
  void noLicenceBeginsWithAPenalty() {
    Digest decision = DigestAlgorithm.SHA_256.digest(Bytes.utf8("a decision"));
    for (StatusAction action :
        List.of(
            StatusAction.RESUME,
            StatusAction.REVOKE,
            StatusAction.TRANSFER_OUT,
            StatusAction.CANCEL_TRANSFER_OUT,
            StatusAction.CLOSE,
            StatusAction.ANNUL)) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new InitialState(action, Optional.empty(), decision));
    }
  }

  @Test
  void moreEntriesThanAStatementHoldsAreRefused() {
    Digest decision = DigestAlgorithm.SHA_256.digest(Bytes.utf8("a decision"));
    List<Licence> many =
        IntStream.rangeClosed(0, PreparedLicence.MAX_ENTRIES)
            .mapToObj(
                number ->
                    begin(number)
                        .initial(new InitialState(StatusAction.SUSPEND, Optional.empty(), decision))
                        .build())
            .toList();
    IssuingRefusedException refused =
        assertThrows(IssuingRefusedException.class, () -> issuer.anchor(KIND, many));
    assertEquals(IssuingRefusal.BATCH_ENTRIES, refused.code());
    assertEquals("1001", refused.evidence().get("count"));
  }

  @Test
  void aLaterLicenceSaysWhyItTakesTheEarlierOnesPlace() {
    ProofFile earlier = issuer.anchor(KIND, List.of(licence(1))).get(0);
    LicenceRef ref = earlier.record().ref();
    StatementId name = new StatementId(DigestAlgorithm.SHA_256.digest(Bytes.utf8("a name")));
    assertEquals(
        List.of(
            SupersedeReason.RENEWED,
            SupersedeReason.CHANGED,
            SupersedeReason.CORRECTED,
            SupersedeReason.TRANSFERRED_IN),
        List.of(
                begin(1).renews(ref).build(),
                begin(1).changes(ref).build(),
                begin(1).corrects(ref, Optional.of(name)).build(),
                begin(1).transfersIn(ref, name).build())
            .stream()
            .map(licence -> licence.supersedes().orElseThrow().reason())
            .toList());
    Licence changed =
        Licence.builder(IssuingBench.identifier(ISSUER, 1, 2), LocalDate.of(2026, 1, 30))
            .attribute("MC", "示例餐饮有限公司")
            .holder(IssuingBench.HOLDER)
            .changes(ref)
            .build();
    ProofFile later = issuer.anchor(KIND, List.of(changed)).get(0);
    assertEquals(Optional.of(ref), later.record().predecessor());
    assertEquals(Status.SUPERSEDED, status(earlier));
  }

  @Test
  void theResultsOfOneMatterAppearTogetherOrNotAtAll() {
    Uscc second = Uscc.parse("11150603MB9T00038D");
    SampleKey secondKey =
        bench.bench().register(second, SampleCity.ORDOS.code(), Optional.empty(), Role.ISSUER);
    List<IssuingPart> parts = new ArrayList<>();
    parts.add(new IssuingPart(issuer, KIND, List.of(licence(1), licence(2))));
    parts.add(
        new IssuingPart(
            bench.issuer(second, secondKey),
            KIND,
            List.of(withIdentifier(IssuingBench.identifier(second, 3, 1)))));
    assertThrows(LedgerRefusedException.class, () -> Issuer.anchorTogether(parts));
    assertEquals(List.of(), bench.store().findByHolder(IssuingBench.HOLDER));
    SampleCompetence.accredit(bench.bench(), second, TYPE, DONGSHENG);
    List<List<ProofFile>> proofs = Issuer.anchorTogether(parts);
    assertEquals(List.of(2, 1), proofs.stream().map(List::size).toList());
    assertEquals(2, bench.client().submissions().get(0).size());
    assertEquals(3, bench.store().findByHolder(IssuingBench.HOLDER).size());
  }

  @Test
  void partsOfDifferentStoresDoNotGoTogether() {
    List<IssuingPart> parts =
        List.of(
            new IssuingPart(issuer, KIND, List.of(licence(1))),
            new IssuingPart(new IssuingBench().issuer(), KIND, List.of(licence(2))));
    assertThrows(IllegalArgumentException.class, () -> Issuer.anchorTogether(parts));
    assertThrows(IllegalArgumentException.class, () -> Issuer.anchorTogether(List.of()));
  }

  @Test
  void noTextFormShowsAPersonOrAKey() {
    IssuerIdentity identity =
        new IssuerIdentity(
            ContractBench.LEDGER,
            ISSUER,
            1,
            bench.key().signer(),
            Bytes.utf8("the secret of the issuer"));
    assertEquals("11150602MB9T0002XY#1", identity.toString());
    assertEquals("11100000MB0143028R001.11150602MB9T0002XY.…", licence(1).toString());
    assertEquals("3 bytes", new LicenceDocument.Content(Bytes.utf8("abc")).toString());
  }

  @Test
  void aSecretThatCanBeGuessedIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new IssuerIdentity(
                ContractBench.LEDGER, ISSUER, 1, bench.key().signer(), Bytes.utf8("short")));
  }
}

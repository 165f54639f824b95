// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.verifying;

import static org.huxin.sdk.sample.IssuingBench.DONGSHENG;
import static org.huxin.sdk.sample.IssuingBench.HOLDER;
import static org.huxin.sdk.sample.IssuingBench.ISSUER;
import static org.huxin.sdk.sample.IssuingBench.KIND;
import static org.huxin.sdk.sample.IssuingBench.TYPE;
import static org.huxin.sdk.sample.IssuingBench.licence;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleCity;
import org.huxin.contract.sample.SampleKey;
import org.huxin.core.authority.Role;
import org.huxin.core.authorization.GrantAuthorization;
import org.huxin.core.authorization.GrantedItem;
import org.huxin.core.authorization.UseBasis;
import org.huxin.core.competence.OpenUseScope;
import org.huxin.core.competence.UseScope;
import org.huxin.core.holder.GrantFile;
import org.huxin.core.holder.ReferenceOpening;
import org.huxin.core.id.HolderCodeType;
import org.huxin.core.id.HolderId;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Uscc;
import org.huxin.core.jws.Jws;
import org.huxin.core.ledger.History;
import org.huxin.core.ledger.Revision;
import org.huxin.core.licence.ChangeLicenceStatus;
import org.huxin.core.licence.DecidedLicence;
import org.huxin.core.licence.StatusAction;
import org.huxin.core.licence.StatusDecision;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.reference.Opening;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.FieldName;
import org.huxin.core.verdict.Aspect;
import org.huxin.core.verdict.Finding;
import org.huxin.core.verdict.FindingCode;
import org.huxin.core.verdict.Outcome;
import org.huxin.core.verdict.Validity;
import org.huxin.core.verdict.Verdict;
import org.huxin.core.verification.AskingContext;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.sdk.offline.OfflineVerifier;
import org.huxin.sdk.sample.IssuingBench;
import org.huxin.seal.certificate.Trust;
import org.huxin.seal.ofd.ByteSource;
import org.junit.jupiter.api.Test;

final class VerifierTest {
  private static final Uscc CONSUMER = new Uscc("11150603MB9T00038D");
  private static final Uscc PROVIDER = new Uscc("11150622MB9T00054K");
  private static final ServiceItemCode ITEM =
      new ServiceItemCode("11150603MB9T00038D0001000115001");
  private static final Code PURPOSE = new Code("OPEN_SHOP");
  private static final FieldName NAME = new FieldName("MC");
  private static final Digest BASIS = DigestAlgorithm.SHA_256.digest(Bytes.utf8("basis"));
  private static final HolderId OTHER = new HolderId(HolderCodeType.ORDINARY_PASSPORT, "G1");
  private static final Bytes SALT = Bytes.of(new byte[16]);

  private final IssuingBench bench = new IssuingBench();
  private final ContractBench ledger = bench.bench();
  private final ProofFile proof = bench.issuer().anchor(KIND, List.of(licence(1))).get(0);
  private final Verifier verifier =
      new Verifier(bench.client(), ContractBench.LEDGER, Trust.NOBODY);

  private VerificationRequest now() {
    return VerificationRequest.asOf(ledger.now());
  }

  private Verdict verify(ProofFile of, VerificationRequest request) throws IOException {
    return verifier.verify(document(1), of, request);
  }

  private static Optional<ByteSource> document(int number) {
    return Optional.of(ByteSource.of(IssuingBench.document(number)));
  }

  private static List<FindingCode> codes(Verdict verdict, Aspect aspect) {
    return verdict.of(aspect).findings().stream().map(Finding::code).toList();
  }

  @Test
  void whatWasIssuedIsValidAndNothingOfItLeavesTheProcess() throws IOException {
    Verdict verdict = verify(proof, now().showing(Set.of(NAME)).heldBy(HOLDER));
    assertEquals(Validity.VALID, verdict.result(), verdict.toString());
    String sent = String.join("", bench.client().sent());
    assertFalse(sent.contains(HOLDER.code()) || sent.contains("示例餐饮"));
    assertFalse(sent.contains(proof.shownAttributes().get(0).salt().base64Url()));
  }

  @Test
  void aSuspendedLicenceIsInvalid() throws IOException {
    ChangeLicenceStatus suspend =
        new ChangeLicenceStatus(
            ISSUER,
            TYPE,
            DONGSHENG,
            List.of(
                new StatusDecision(
                    StatusAction.SUSPEND,
                    ledger.now(),
                    new Code("SAMPLE"),
                    BASIS,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(
                        new DecidedLicence(
                            proof.record().anchorKey(), Optional.empty(), Optional.empty())))));
    ledger.accept(SampleCity.ORDOS, ledger.sign(bench.key(), suspend));
    assertEquals(List.of(FindingCode.SUSPENDED), codes(verify(proof, now()), Aspect.STATUS));
  }

  @Test
  void whatIsMissingOrAnotherIsToldApart() throws IOException {
    Verdict another = verifier.verify(document(2), proof, now());
    assertEquals(List.of(FindingCode.DIGEST_MISMATCH), codes(another, Aspect.DOCUMENT));
    Verdict none = verifier.verify(Optional.empty(), proof, now());
    assertEquals(List.of(FindingCode.DOCUMENT_NOT_GIVEN), codes(none, Aspect.DOCUMENT));
    ProofFile hidden = proof.redacted(Set.of(), Set.of());
    assertEquals(
        List.of(FindingCode.ATTRIBUTE_NOT_DISCLOSED, FindingCode.HOLDER_NOT_OPENED),
        codes(verify(hidden, now().showing(Set.of(NAME)).heldBy(HOLDER)), Aspect.DOCUMENT));
    assertEquals(
        List.of(FindingCode.HOLDER_MISMATCH),
        codes(verify(proof, now().heldBy(OTHER)), Aspect.DOCUMENT));
  }

  @Test
  void aDocumentThatNoDigestSpeaksForIsNotTheLicences() throws IOException {
    ProofFile stock = bench.issuer().anchor(KIND, List.of(IssuingBench.begin(5).build())).get(0);
    assertEquals(
        List.of(FindingCode.NO_DOCUMENT_ANCHORED, FindingCode.DIGEST_MISMATCH),
        codes(verify(stock, now()), Aspect.DOCUMENT));
    Verdict alone = verifier.verify(Optional.empty(), stock, now());
    assertEquals(Outcome.OK, alone.of(Aspect.DOCUMENT).outcome());
  }

  @Test
  void attributesAndHoldersOfAnotherRecordDoNotHold() throws IOException {
    ProofFile second = bench.issuer().anchor(KIND, List.of(licence(2))).get(0);
    ProofFile mixed =
        new ProofFile(
            proof.record(),
            proof.nonce(),
            second.attributes(),
            second.openings(),
            proof.batch(),
            proof.inclusion());
    assertEquals(
        List.of(FindingCode.ATTRIBUTE_MISMATCH, FindingCode.HOLDER_MISMATCH),
        codes(verify(mixed, now()), Aspect.DOCUMENT));
  }

  @Test
  void aGrantOfTheHolderCountsAndThatOfAnotherDoesNot() throws IOException {
    ledger.register(CONSUMER, SampleCity.ORDOS.code(), Optional.empty(), Role.CONSUMER);
    SampleKey provider =
        ledger.register(
            PROVIDER, SampleCity.ORDOS.code(), Optional.empty(), Role.IDENTITY_PROVIDER);
    StatementId scope = new StatementId(BASIS);
    ledger
        .ledger()
        .put(
            UseScope.key(scope),
            new UseScope(
                new OpenUseScope(
                    CONSUMER,
                    List.of(TYPE),
                    List.of(ITEM),
                    List.of(PURPOSE),
                    List.of(NAME),
                    false,
                    BASIS,
                    ContractBench.FOUNDED,
                    Optional.empty()),
                Optional.empty(),
                History.begin(new Revision(ContractBench.FOUNDED, scope))));
    AskingContext context =
        new AskingContext(
            CONSUMER,
            SampleCity.ORDOS.code(),
            ITEM,
            Optional.empty(),
            PURPOSE,
            List.of(NAME),
            Optional.of(UseBasis.AUTHORIZATION),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    GrantFile own = grant(provider, scope, "owner", HOLDER);
    GrantFile stranger = grant(provider, scope, "stranger", OTHER);
    Verdict good = verify(proof, now().usedFor(context, own));
    assertEquals(Validity.VALID, good.result(), good.toString());
    assertEquals(
        List.of(FindingCode.GRANTOR_NOT_HOLDER, FindingCode.HOLDER_HAS_NOT_GRANTED),
        codes(verify(proof, now().usedFor(context, stranger)), Aspect.AUTHORIZATION));
    ProofFile hidden = proof.redacted(Set.of(NAME), Set.of());
    assertEquals(
        List.of(FindingCode.GRANTOR_NOT_OPENED),
        codes(verify(hidden, now().usedFor(context, own)), Aspect.AUTHORIZATION));
  }

  private GrantFile grant(SampleKey provider, StatementId scope, String name, HolderId who) {
    SampleKey key = SampleKey.holder(name);
    Opening subject = new Opening(who, SALT);
    Jws attestation = ledger.attest(provider, key, subject.subjectCommitment());
    ReferenceOpening reference = new ReferenceOpening(proof.record().ref(), SALT);
    SignedStatement grant =
        ledger.sign(
            key,
            new GrantAuthorization(
                Optional.of(CONSUMER),
                Optional.empty(),
                Optional.empty(),
                scope,
                List.of(
                    new GrantedItem(
                        TYPE, Optional.empty(), Optional.of(reference.blinded()), List.of(NAME))),
                List.of(ITEM),
                PURPOSE,
                1,
                ledger.now(),
                ledger.now().plus(Duration.ofHours(1)),
                Optional.empty()));
    ledger.accept(SampleCity.ORDOS, grant, attestation);
    return new GrantFile(grant.jws(), attestation, List.of(reference), subject, Optional.empty());
  }

  @Test
  void withoutANetworkNothingIsValidAndAForgeryIsInvalid() throws IOException {
    OfflineVerifier kiosk =
        new OfflineVerifier(ContractBench.LEDGER, bench.key().named(), Trust.NOBODY);
    assertEquals(Validity.INDETERMINATE, kiosk.verify(document(1), proof, ledger.now()).result());
    assertEquals(Validity.INVALID, kiosk.verify(document(2), proof, ledger.now()).result());
    OfflineVerifier other =
        new OfflineVerifier(ContractBench.LEDGER, SampleKey.of(ISSUER, 2).named(), Trust.NOBODY);
    assertEquals(
        List.of(FindingCode.BATCH_SIGNATURE_INVALID),
        codes(other.verify(document(1), proof, ledger.now()), Aspect.ISSUER));
    Verdict late = kiosk.verify(document(1), proof, ledger.now().plus(Duration.ofDays(3650)));
    assertEquals(
        List.of(FindingCode.EXPIRED, FindingCode.STATUS_NOT_CURRENT), codes(late, Aspect.STATUS));
  }
}

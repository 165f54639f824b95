// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.certificatefree;

import static org.huxin.sdk.sample.WindowBench.BUSINESS;
import static org.huxin.sdk.sample.WindowBench.CONSUMER;
import static org.huxin.sdk.sample.WindowBench.ITEM;
import static org.huxin.sdk.sample.WindowBench.KANGBASHI;
import static org.huxin.sdk.sample.WindowBench.NAME;
import static org.huxin.sdk.sample.WindowBench.OTHER;
import static org.huxin.sdk.sample.WindowBench.PURPOSE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleCity;
import org.huxin.core.authority.Role;
import org.huxin.core.authorization.PaperReason;
import org.huxin.core.authorization.PaperReport;
import org.huxin.core.authorization.PaperRequest;
import org.huxin.core.authorization.UseBasis;
import org.huxin.core.catalogue.AcceptedLicence;
import org.huxin.core.catalogue.Material;
import org.huxin.core.catalogue.MaterialMode;
import org.huxin.core.catalogue.Predicate;
import org.huxin.core.catalogue.PredicateOperator;
import org.huxin.core.catalogue.PublishServiceItem;
import org.huxin.core.commitment.Commitment;
import org.huxin.core.commitment.CommitmentKind;
import org.huxin.core.commitment.CommitmentStatus;
import org.huxin.core.commitment.Settlement;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Uscc;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.Name;
import org.huxin.core.verdict.Aspect;
import org.huxin.core.verdict.Outcome;
import org.huxin.core.verification.AskingContext;
import org.huxin.core.verification.MaterialResult;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.sdk.commitment.CommitmentDesk;
import org.huxin.sdk.commitment.CommitmentRefusal;
import org.huxin.sdk.commitment.CommitmentRefusedException;
import org.huxin.sdk.commitment.MadeCommitment;
import org.huxin.sdk.holder.HolderKey;
import org.huxin.sdk.ledger.LedgerEntities;
import org.huxin.sdk.paper.PaperDesk;
import org.huxin.sdk.paper.PaperRefusal;
import org.huxin.sdk.paper.PaperRefusedException;
import org.huxin.sdk.sample.ContractLedgerClient;
import org.huxin.sdk.sample.IssuingBench;
import org.huxin.sdk.sample.WindowBench;
import org.huxin.sdk.verifying.VerificationRequest;
import org.huxin.sdk.verifying.Verifier;
import org.huxin.seal.certificate.Trust;
import org.junit.jupiter.api.Test;

/** Which materials licences replace, what is asked for in spite of it, and what is promised. */
final class CertificateFreeTest {
  private static final Code LICENCE = new Code("LICENCE");
  private static final Code LEASE = new Code("LEASE");
  private static final Code PLAN = new Code("PLAN");
  private static final LicenceTypeCode OTHER_TYPE = new LicenceTypeCode("11100000MB03271699001");

  private final WindowBench bench = new WindowBench();
  private final StatementId scope = bench.openScope("scope", true);
  private final CertificateFree certificateFree =
      new CertificateFree(
          new Verifier(bench.client(), ContractBench.LEDGER, Trust.NOBODY), bench.client());
  private final ProofFile proof = bench.licence();

  private void publish(int version, Duration from, Predicate... predicates) {
    publishMaterials(
        version,
        from,
        material(LICENCE, MaterialMode.MUST, IssuingBench.TYPE, predicates),
        material(LEASE, MaterialMode.DEFERRABLE, OTHER_TYPE),
        material(PLAN, MaterialMode.COMMITMENT, OTHER_TYPE));
  }

  private void publishMaterials(int version, Duration from, Material... materials) {
    PublishServiceItem published =
        new PublishServiceItem(
            ITEM, version, new Name("开办餐饮店"), List.of(materials), bench.ledger().now().plus(from));
    Instant now = bench.ledger().now();
    bench
        .client()
        .submit(
            version == 1
                ? bench.consumer().sign(published, now)
                : bench.consumer().sign(published, now, version - 1));
  }

  private static Material material(
      Code code, MaterialMode mode, LicenceTypeCode type, Predicate... predicates) {
    return new Material(
        code,
        new Name("材料"),
        mode,
        List.of(new AcceptedLicence(type, List.of(predicates))),
        mode == MaterialMode.DEFERRABLE ? Optional.of(30) : Optional.empty());
  }

  private static Predicate says(PredicateOperator operator, String value) {
    return new Predicate(NAME, operator, new Name(value));
  }

  private LicenceOffer offer(ProofFile of) {
    return new LicenceOffer(
        Optional.empty(),
        of,
        VerificationRequest.asOf(bench.ledger().now())
            .usedFor(bench.context(UseBasis.STATUTORY_DUTY, Optional.of(scope))));
  }

  private CertificateFreeResult check(LicenceOffer... offers) {
    try {
      return certificateFree.check(ITEM, bench.ledger().now(), List.of(offers));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MaterialFinding of(CertificateFreeResult result, Code material) {
    return result.of(material).orElseThrow();
  }

  @Test
  void aLicenceReplacesItsMaterialAndTheRestFollowsOrIsPromised() {
    publish(1, Duration.ZERO, says(PredicateOperator.CONTAINS, "餐饮"));
    CertificateFreeResult result = check(offer(proof));
    assertTrue(result.canProceed());
    assertEquals(
        List.of(MaterialResult.SATISFIED, MaterialResult.DEFERRABLE, MaterialResult.COMMITMENT),
        result.materials().stream().map(MaterialFinding::result).toList());
    assertEquals(Outcome.OK, of(result, LICENCE).offers().get(0).predicates());
    assertEquals(Optional.of(30), of(result, LEASE).dueDays());
    assertEquals(List.of(OTHER_TYPE), of(result, PLAN).accepts());
    assertEquals(Optional.empty(), result.of(new Code("NOT_ASKED_FOR")));
    String sent = String.join("", bench.client().sent());
    assertFalse(sent.contains("示例餐饮有限公司"));
  }

  @Test
  void whatTheLicenceDoesNotSayOrDoesNotShowIsNamed() {
    publish(1, Duration.ZERO, says(PredicateOperator.EQ, "别的公司"));
    MaterialFinding said = of(check(offer(proof)), LICENCE);
    assertEquals(MaterialResult.MISSING, said.result());
    assertEquals(Outcome.FAILED, said.offers().get(0).predicates());
    assertEquals(List.of(says(PredicateOperator.EQ, "别的公司")), said.offers().get(0).failing());
    MaterialFinding hidden = of(check(offer(proof.redacted(Set.of(), Set.of(0)))), LICENCE);
    assertEquals(Outcome.UNKNOWN, hidden.offers().get(0).predicates());
    assertFalse(check().canProceed());
  }

  @Test
  void whatOnlyTheCallerCanSeeCountsToo() {
    publish(1, Duration.ZERO);
    ProofFile second = bench.licence();
    ProofFile mixed =
        new ProofFile(
            proof.record(),
            proof.nonce(),
            second.attributes(),
            second.openings(),
            proof.batch(),
            proof.inclusion());
    OfferFinding found = of(check(offer(mixed)), LICENCE).offers().get(0);
    assertFalse(found.serves());
    assertEquals(Outcome.FAILED, found.verdict().of(Aspect.DOCUMENT).outcome());
  }

  @Test
  void theVersionInForceIsJudged() {
    publish(1, Duration.ZERO);
    publishMaterials(2, Duration.ofDays(20), material(PLAN, MaterialMode.MUST, OTHER_TYPE));
    assertEquals(1, check().definition().version());
    bench.ledger().pass(Duration.ofDays(21));
    assertEquals(2, check().definition().version());
  }

  @Test
  void anItemThatNobodyPublishedOrTooManyOffersAreRefused() {
    CertificateFreeRefusedException unknown =
        assertThrows(CertificateFreeRefusedException.class, () -> check());
    assertEquals(CertificateFreeRefusal.ITEM_NOT_PUBLISHED, unknown.code());
    publish(1, Duration.ZERO);
    LicenceOffer[] many = new LicenceOffer[129];
    java.util.Arrays.fill(many, offer(proof));
    CertificateFreeRefusedException tooMany =
        assertThrows(CertificateFreeRefusedException.class, () -> check(many));
    assertEquals(CertificateFreeRefusal.TOO_MANY_OFFERS, tooMany.code());
    assertEquals("129", tooMany.evidence().get("count"));
  }

  @Test
  void aPaperIsNotAskedForWhereALicenceServes() {
    publish(1, Duration.ZERO);
    PaperDesk papers =
        new PaperDesk(bench.consumer(), bench.secret(), bench.client(), bench.ledger()::now);
    MaterialFinding served = of(check(offer(proof)), LICENCE);
    PaperRefusedException refused =
        assertThrows(
            PaperRefusedException.class, () -> papers.ask(BUSINESS, served, Optional.empty()));
    assertEquals(PaperRefusal.LICENCE_SERVES, refused.code());
    papers.record(BUSINESS, served, PaperReason.HOLDER_CHOSE_PAPER, Optional.empty());
    papers.ask("another", of(check(), LICENCE), Optional.empty());
    List<PaperRequest> asked =
        new LedgerEntities(bench.client()).list(PaperRequest.ENTITY, CONSUMER.text());
    assertEquals(
        Set.of(PaperReason.HOLDER_CHOSE_PAPER, PaperReason.NO_LICENCE),
        asked.stream()
            .map(each -> each.recorded().reason())
            .collect(java.util.stream.Collectors.toSet()));
  }

  @Test
  void whyAPaperIsAskedForFollowsFromTheCheck() {
    publish(1, Duration.ZERO, says(PredicateOperator.EQ, "别的公司"));
    assertEquals(PaperReason.OTHER, PaperDesk.reason(of(check(offer(proof)), LICENCE)));
    ProofFile second = bench.licence();
    ProofFile forged =
        new ProofFile(
            proof.record(),
            proof.nonce(),
            second.attributes(),
            second.openings(),
            proof.batch(),
            proof.inclusion());
    assertEquals(PaperReason.NOT_VALID, PaperDesk.reason(of(check(offer(forged)), LICENCE)));
    AskingContext elsewhere =
        AskingContext.of(
            new Uscc("11150200MB9T00126U"),
            new DivisionCode("150200"),
            ITEM,
            PURPOSE,
            List.of(NAME));
    LicenceOffer notRecognised =
        new LicenceOffer(
            Optional.empty(),
            proof,
            VerificationRequest.asOf(bench.ledger().now()).usedFor(elsewhere));
    assertEquals(PaperReason.NOT_RECOGNISED, PaperDesk.reason(of(check(notRecognised), LICENCE)));
  }

  @Test
  void aHolderAndAnAuditorReportAPaperThatWasAskedForAllTheSame() {
    Digest receipt = DigestAlgorithm.SHA_256.digest(Bytes.utf8("receipt"));
    HolderKey key = bench.keyOf(IssuingBench.HOLDER);
    bench.wallet().reportPaper(CONSUMER, ITEM, LICENCE, receipt, key);
    PaperDesk auditor =
        new PaperDesk(
            bench.register(
                new Uscc("11150203MB9T00142W"), new DivisionCode("150203"), Role.AUDITOR),
            bench.secret(),
            new ContractLedgerClient(bench.ledger(), SampleCity.BAOTOU.msp()),
            bench.ledger()::now);
    auditor.report(CONSUMER, ITEM, LICENCE, receipt);
    assertEquals(2, new LedgerEntities(bench.client()).list(PaperReport.ENTITY).size());
  }

  @Test
  void aPromiseStandsInForWhatMayFollowAndIsSettled() {
    publish(1, Duration.ZERO);
    CertificateFreeResult result = check(offer(proof));
    CommitmentDesk desk =
        new CommitmentDesk(bench.consumer(), bench.client(), bench.ledger()::now, bench.random());
    Digest text = DigestAlgorithm.SM3.digest(Bytes.utf8("the promise"));
    MadeCommitment made =
        desk.accept(
            of(result, PLAN),
            OTHER,
            KANGBASHI,
            text,
            bench.ledger().now().plus(Duration.ofDays(30)));
    Commitment standing = bench.ledger().get(Commitment.key(made.id()));
    assertEquals(CommitmentKind.INFORMED_COMMITMENT, standing.made().kind());
    assertEquals(made.subject().subjectCommitment(), standing.made().subject());
    desk.settle(made.id(), Settlement.FULFILLED, text);
    assertEquals(
        CommitmentStatus.FULFILLED, bench.ledger().get(Commitment.key(made.id())).status());
    MadeCommitment deferred =
        desk.accept(
            of(result, LEASE),
            OTHER,
            KANGBASHI,
            text,
            bench.ledger().now().plus(Duration.ofDays(30)));
    assertEquals(
        CommitmentKind.DEFERRED_MATERIAL,
        bench.ledger().get(Commitment.key(deferred.id())).made().kind());
    CommitmentRefusedException served =
        assertThrows(
            CommitmentRefusedException.class,
            () -> desk.accept(of(result, LICENCE), OTHER, KANGBASHI, text, bench.ledger().now()));
    assertEquals(CommitmentRefusal.PROMISE_NOT_ALLOWED, served.code());
    CommitmentRefusedException unknown =
        assertThrows(
            CommitmentRefusedException.class, () -> desk.settle(scope, Settlement.WAIVED, text));
    assertEquals(CommitmentRefusal.COMMITMENT_NOT_FOUND, unknown.code());
  }
}

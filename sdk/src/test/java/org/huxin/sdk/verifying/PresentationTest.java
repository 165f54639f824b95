// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.verifying;

import static org.huxin.sdk.sample.WindowBench.BUSINESS;
import static org.huxin.sdk.sample.WindowBench.CONSUMER;
import static org.huxin.sdk.sample.WindowBench.ITEM;
import static org.huxin.sdk.sample.WindowBench.NAME;
import static org.huxin.sdk.sample.WindowBench.OTHER;
import static org.huxin.sdk.sample.WindowBench.PURPOSE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleKey;
import org.huxin.core.authorization.UseBasis;
import org.huxin.core.holder.PresentedFile;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Uscc;
import org.huxin.core.jws.NamedKey;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.verdict.Aspect;
import org.huxin.core.verdict.Finding;
import org.huxin.core.verdict.FindingCode;
import org.huxin.core.verdict.Validity;
import org.huxin.core.verdict.Verdict;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.sdk.attesting.AttestationOrder;
import org.huxin.sdk.attesting.IdentityProvider;
import org.huxin.sdk.holder.HolderKey;
import org.huxin.sdk.holder.ShownLicence;
import org.huxin.sdk.identity.AuthorityIdentity;
import org.huxin.sdk.offline.OfflineVerifier;
import org.huxin.sdk.sample.IssuingBench;
import org.huxin.sdk.sample.WindowBench;
import org.huxin.sdk.usage.RecordedUse;
import org.huxin.seal.certificate.Trust;
import org.junit.jupiter.api.Test;

/** 亮证: what a holder shows at a counter. */
final class PresentationTest {
  private final WindowBench bench = new WindowBench();
  private final StatementId scope = bench.openScope("scope", false);
  private final HolderKey key = bench.keyOf(IssuingBench.HOLDER);
  private final ProofFile proof = bench.licence();

  private VerificationRequest request(PresentedCode presented) {
    return VerificationRequest.asOf(bench.ledger().now())
        .usedFor(bench.context(UseBasis.PRESENTATION, Optional.of(scope)), presented);
  }

  private static PresentedCode code(ShownLicence shown) {
    return PresentedCode.of(shown.code(), shown.file());
  }

  private List<FindingCode> authorization(ProofFile of, VerificationRequest request) {
    return bench.verify(of, request).of(Aspect.AUTHORIZATION).findings().stream()
        .map(Finding::code)
        .toList();
  }

  @Test
  void whatItsHolderShowsHereAndNowIsValidAndIsUsed() {
    ShownLicence shown = bench.wallet().present(proof, key, CONSUMER);
    assertTrue(shown.code().length() <= 2_953, "more than a QR code takes");
    Verdict verdict = bench.verify(proof, request(code(shown)));
    assertEquals(Validity.VALID, verdict.result(), verdict.toString());
    RecordedUse use =
        bench
            .recorder()
            .begin(ITEM, BUSINESS, PURPOSE)
            .presented(scope, shown.code())
            .licence(proof, verdict, Set.of(NAME))
            .record();
    assertEquals(
        Optional.of(DigestAlgorithm.SHA_256.digest(Bytes.utf8(shown.code()))),
        use.usage().presentation());
  }

  @Test
  void aTerminalsChallengeBindsWhatIsShownToTheTerminal() {
    Bytes challenge = Bytes.utf8("of this terminal");
    ShownLicence shown = bench.wallet().presentToTerminal(proof, key, challenge);
    PresentedCode here = new PresentedCode(shown.code(), shown.file(), Optional.of(challenge));
    assertEquals(Validity.VALID, bench.verify(proof, request(here)).result());
    PresentedCode elsewhere =
        new PresentedCode(shown.code(), shown.file(), Optional.of(Bytes.utf8("of that terminal")));
    assertEquals(
        List.of(FindingCode.PRESENTATION_INVALID), authorization(proof, request(elsewhere)));
  }

  @Test
  void afterAMinuteOrOfAnotherProofItIsNothing() {
    ShownLicence shown = bench.wallet().present(proof, key, CONSUMER);
    bench.ledger().pass(Duration.ofSeconds(61));
    assertEquals(
        List.of(FindingCode.PRESENTATION_INVALID), authorization(proof, request(code(shown))));
    ProofFile second = bench.licence();
    ShownLicence fresh = bench.wallet().present(second, key, CONSUMER);
    assertEquals(
        List.of(FindingCode.PRESENTATION_INVALID), authorization(proof, request(code(fresh))));
    PresentedCode noCode = new PresentedCode("no code", shown.file(), Optional.empty());
    assertEquals(
        List.of(FindingCode.PRESENTATION_INVALID, FindingCode.ATTESTATION_INVALID),
        authorization(proof, request(noCode)));
  }

  @Test
  void whoShowsWhatAnotherHoldsIsFound() {
    ShownLicence shown = bench.wallet().present(proof, bench.keyOf(OTHER), CONSUMER);
    assertEquals(
        List.of(FindingCode.GRANTOR_NOT_HOLDER), authorization(proof, request(code(shown))));
    ProofFile hidden = proof.redacted(Set.of(NAME), Set.of());
    ShownLicence unopened = bench.wallet().present(hidden, key, CONSUMER);
    assertEquals(
        List.of(FindingCode.GRANTOR_NOT_OPENED), authorization(hidden, request(code(unopened))));
  }

  @Test
  void aKeyThatNoProviderOfTheLedgerAttestedShowsNothing() {
    SigningKey unknown = SigningKey.generate(SignatureSuite.ED25519, bench.random());
    AuthorityIdentity stranger =
        new AuthorityIdentity(
            ContractBench.LEDGER,
            new Uscc("11150203MB9T00142W"),
            1,
            unknown.signer(bench.random()));
    SigningKey own = SigningKey.generate(SignatureSuite.ED25519, bench.random());
    HolderKey attested =
        new IdentityProvider(stranger, bench.client(), bench.ledger()::now, bench.random())
            .attest(AttestationOrder.of(own.publicKey(), IssuingBench.HOLDER))
            .with(own.signer(bench.random()));
    ShownLicence shown = bench.wallet().present(proof, attested, CONSUMER);
    assertTrue(
        authorization(proof, request(code(shown))).contains(FindingCode.ATTESTATION_INVALID));
  }

  @Test
  void withoutTheCodeItCannotBeTold() {
    VerificationRequest nothing =
        VerificationRequest.asOf(bench.ledger().now())
            .usedFor(bench.context(UseBasis.PRESENTATION, Optional.of(scope)));
    assertTrue(authorization(proof, nothing).contains(FindingCode.GRANTOR_NOT_OPENED));
  }

  @Test
  void aKioskWithoutANetworkTellsWhoShowsIt() throws IOException {
    ShownLicence shown = bench.wallet().present(proof, key, CONSUMER);
    PresentedFile file = PresentedFile.read(shown.file().write());
    NamedKey provider = SampleKey.of(WindowBench.PROVIDER, 1).named();
    assertEquals(
        IssuingBench.HOLDER,
        file.verify(
            shown.code(),
            ContractBench.LEDGER,
            provider,
            CONSUMER,
            Optional.empty(),
            bench.ledger().now()));
    OfflineVerifier kiosk =
        new OfflineVerifier(ContractBench.LEDGER, bench.issuing().key().named(), Trust.NOBODY);
    assertEquals(
        Validity.INDETERMINATE,
        kiosk.verify(Optional.empty(), file.proof(), bench.ledger().now()).result());
    assertFalse(shown.toString().contains(IssuingBench.HOLDER.code()));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.attesting;

import static org.huxin.sdk.sample.WindowBench.OTHER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleKey;
import org.huxin.core.authorization.Authorization;
import org.huxin.core.authorization.RetiredHolderKey;
import org.huxin.core.holder.AssuranceLevel;
import org.huxin.core.holder.Attestation;
import org.huxin.core.holder.ConsentRequest;
import org.huxin.core.holder.GrantFile;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Thumbprint;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.reference.Opening;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.statement.Code;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.sdk.sample.IssuingBench;
import org.huxin.sdk.sample.WindowBench;
import org.junit.jupiter.api.Test;

/** What an identity provider attests, records, takes back and ends. */
final class IdentityProviderTest {
  private final WindowBench bench = new WindowBench();
  private final IdentityProvider provider = bench.provider();
  private final SigningKey key = SigningKey.generate(SignatureSuite.SM, bench.random());
  private final AttestationOrder order = AttestationOrder.of(key.publicKey(), IssuingBench.HOLDER);

  private Attestation said(AttestedKey attested) {
    return Attestation.verify(
        attested.attestation(),
        ContractBench.LEDGER,
        SampleKey.of(WindowBench.PROVIDER, 1).named(),
        bench.ledger().now());
  }

  @Test
  void anAttestationSaysWhatTheOrderSaysAndItsOpeningsOpenIt() {
    Thumbprint lost = bench.keyOf(IssuingBench.HOLDER).thumbprint();
    AttestedKey attested =
        provider.attest(
            order
                .level(AssuranceLevel.HIGH)
                .validFor(Duration.ofDays(9))
                .replacing(lost)
                .forWard(OTHER));
    Attestation attestation = said(attested);
    assertEquals(key.publicKey(), attestation.key());
    assertEquals(AssuranceLevel.HIGH, attestation.level());
    assertEquals(bench.ledger().now().plus(Duration.ofDays(9)), attestation.notAfter());
    assertEquals(Optional.of(lost), attestation.predecessorKey());
    assertEquals(IssuingBench.HOLDER, attested.subject().holder());
    assertEquals(attested.subject().subjectCommitment(), attestation.subject());
    assertEquals(attested.ward().map(Opening::subjectCommitment), attestation.guardianOf());
    String shown = order + attested.toString();
    assertFalse(shown.contains(IssuingBench.HOLDER.code()));
  }

  @Test
  void noTwoAttestationsOfAPersonCanBeJoined() {
    assertNotEquals(said(provider.attest(order)).subject(), said(provider.attest(order)).subject());
  }

  @Test
  void aKnownCommitmentIsUsedForItsOwnPersonAlone() {
    Opening known = new Opening(IssuingBench.HOLDER, Bytes.of(new byte[16]));
    assertEquals(known.subjectCommitment(), said(provider.attest(order.under(known))).subject());
    Opening ofOther = new Opening(OTHER, Bytes.of(new byte[16]));
    assertThrows(IllegalArgumentException.class, () -> order.under(ofOther));
    assertThrows(
        IllegalArgumentException.class, () -> provider.attest(order.validFor(Duration.ZERO)));
  }

  @Test
  void aKeyThatItAttestedEndsAndOneThatItDidNotDoesNot() {
    AttestedKey attested = provider.attest(order);
    Thumbprint thumbprint = Thumbprint.of(key.publicKey());
    provider.retire(
        thumbprint, attested.attestation(), bench.ledger().now(), new Code("WRONG_PERSON"));
    assertEquals(
        bench.ledger().now(), bench.ledger().get(RetiredHolderKey.key(thumbprint)).since());
    Thumbprint another = bench.keyOf(OTHER).thumbprint();
    LedgerRefusedException refused =
        assertThrows(
            LedgerRefusedException.class,
            () ->
                provider.retire(
                    another, attested.attestation(), bench.ledger().now(), new Code("LOST")));
    assertEquals(LedgerRefusal.ATTESTATION_REFUSED, refused.code());
  }

  @Test
  void aConsentIsRecordedForOneUseAndADayAndWithdrawn() {
    ProofFile proof = bench.licence();
    ConsentRequest request =
        bench
            .ask(bench.openScope("scope", false))
            .uses(5)
            .lasting(Duration.ofDays(9))
            .sign()
            .fact();
    GrantFile recorded =
        provider
            .assist(
                IssuingBench.HOLDER,
                new Code("FACE_TO_FACE"),
                DigestAlgorithm.SM3.digest(Bytes.utf8("sheet")),
                request)
            .licence(proof.record().ref(), Set.of())
            .record();
    StatementId id = recorded.grant().statementId();
    Authorization standing = bench.ledger().get(Authorization.key(id));
    assertEquals(1, standing.state().maxUses());
    assertEquals(bench.ledger().now().plus(Duration.ofDays(1)), standing.state().notAfter());
    provider.withdraw(id);
    assertEquals(
        Optional.of(bench.ledger().now()), bench.ledger().get(Authorization.key(id)).revokedAt());
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.verifying;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.huxin.core.authority.Role;
import org.huxin.core.authorization.UseBasis;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.LedgerId;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.jws.NamedKey;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.verdict.Aspect;
import org.huxin.core.verdict.Judgement;
import org.huxin.core.verdict.Verdict;
import org.huxin.core.verification.AskingContext;
import org.huxin.core.verification.Question;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.sdk.ledger.LedgerClient;
import org.huxin.sdk.ledger.LedgerEntities;
import org.huxin.sdk.ledger.LedgerKeys;
import org.huxin.sdk.offline.CheckedSeal;
import org.huxin.sdk.offline.DocumentRule;
import org.huxin.seal.certificate.Trust;
import org.huxin.seal.check.KnownSealings;
import org.huxin.seal.check.SealCheck;
import org.huxin.seal.ofd.ByteSource;

/**
 * Verifies a licence: document, seal and holders here, the rest at a peer. Neither the document nor
 * what a proof discloses leaves the process; the ledger is asked about the record alone. Safe for
 * all threads.
 *
 * <pre>{@code
 * Verifier verifier = new Verifier(ledger, ledgerId, Trust.NOBODY);
 * Verdict verdict =
 *     verifier.verify(
 *         Optional.of(ByteSource.of(document)),
 *         ProofFile.read(proofBytes),
 *         VerificationRequest.asOf(now).heldBy(applicant).usedFor(context, grantFile));
 * if (verdict.result() == Validity.VALID) {
 *   recordUse(verdict.digest());
 * }
 * }</pre>
 */
public final class Verifier {
  private final LedgerClient ledger;
  private final LedgerKeys keys;
  private final LedgerId ledgerId;
  private final Trust sealTrust;

  /**
   * A verifier.
   *
   * @param ledger whom the ledger's half is asked of; stays the caller's to close
   * @param sealTrust what the certificates of seals are judged against
   */
  public Verifier(LedgerClient ledger, LedgerId ledgerId, Trust sealTrust) {
    this.ledger = ledger;
    this.keys = new LedgerKeys(new LedgerEntities(ledger));
    this.ledgerId = ledgerId;
    this.sealTrust = sealTrust;
  }

  /**
   * Verifies a licence.
   *
   * @param document the document; empty if it is not at hand
   * @return both halves, joined
   * @throws LedgerRefusedException if the question itself is refused
   * @throws org.huxin.sdk.ledger.LedgerUnavailableException if no peer answers
   * @throws IOException if the document cannot be read
   */
  public Verdict verify(Optional<ByteSource> document, ProofFile proof, VerificationRequest request)
      throws IOException {
    Inquiry inquiry = inquire(document, proof, request);
    return inquiry.own().join(ask(inquiry.question()));
  }

  /**
   * Does the caller's half alone, for whoever asks about several licences together.
   *
   * @param document the document; empty if it is not at hand
   * @throws org.huxin.sdk.ledger.LedgerUnavailableException if no peer answers
   * @throws IOException if the document cannot be read
   */
  public Inquiry inquire(
      Optional<ByteSource> document, ProofFile proof, VerificationRequest request)
      throws IOException {
    SealCheck check = new SealCheck(sealTrust, KnownSealings.NONE, request.asOf());
    CheckedSeal seal = CheckedSeal.of(document, proof.record(), check);
    Map<Aspect, Judgement> own = new EnumMap<>(Aspect.class);
    own.put(
        Aspect.DOCUMENT, DocumentRule.judge(document, proof, request.fields(), request.holder()));
    own.put(Aspect.SEAL, seal.judgement());
    own.put(Aspect.AUTHORIZATION, judgeAuthorization(proof, request));
    Question question =
        new Question(
            proof.record(),
            proof.batchId(),
            proof.inclusion(),
            seal.forLedger(),
            request.context().map(context -> resting(context, proof, request)),
            request.asOf(),
            request.knownAt(),
            request.greatestAge());
    return new Inquiry(Verdict.of(request.asOf(), request.knownAt(), own), question);
  }

  private Judgement judgeAuthorization(ProofFile proof, VerificationRequest request) {
    Function<KeyId, Optional<NamedKey>> providers =
        kid -> keys.find(kid, Role.IDENTITY_PROVIDER, request.asOf(), request.knownAt());
    boolean presented =
        request.context().flatMap(AskingContext::basis).equals(Optional.of(UseBasis.PRESENTATION));
    return presented
        ? PresenterRule.judge(ledgerId, providers, proof, request)
        : GrantorRule.judge(ledgerId, providers, proof, request);
  }

  private Verdict ask(Question question) {
    String argument = text(Question.CODEC.toBytes(question));
    return Verdict.CODEC.fromBytes(ledger.evaluate("Verify", List.of(argument)), JsonLimits.FILE);
  }

  private static String text(Bytes json) {
    try {
      return json.decodeUtf8();
    } catch (java.nio.charset.CharacterCodingException e) {
      throw new IllegalStateException("JSON is UTF-8", e);
    }
  }

  /** The context with what the use rests on: grant files or a presentation, if there are any. */
  private AskingContext resting(
      AskingContext context, ProofFile proof, VerificationRequest request) {
    AskingContext claimed =
        request.grants().isEmpty()
            ? context
            : context.claiming(GrantorRule.claims(request.grants(), proof));
    return request
        .presented()
        .flatMap(presented -> PresenterRule.attestation(ledgerId, presented))
        .map(claimed::attestedBy)
        .orElse(claimed);
  }
}

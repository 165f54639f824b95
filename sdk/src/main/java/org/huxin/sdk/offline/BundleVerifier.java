// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.offline;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huxin.core.authorization.UseBasis;
import org.huxin.core.bundle.Bundle;
import org.huxin.core.bundle.BundleTrust;
import org.huxin.core.bundle.BundleVerification;
import org.huxin.core.bundle.VerifiedBundle;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.verdict.Aspect;
import org.huxin.core.verdict.Finding;
import org.huxin.core.verdict.FindingCode;
import org.huxin.core.verdict.Judgement;
import org.huxin.core.verdict.Verdict;
import org.huxin.core.verification.AskingContext;
import org.huxin.core.verification.Question;
import org.huxin.seal.certificate.Trust;
import org.huxin.seal.check.KnownSealings;
import org.huxin.seal.check.SealCheck;
import org.huxin.seal.ofd.ByteSource;

/**
 * Verifies a bundle without a network: genuine and in force as of the time for which enough cities
 * vouch. What the bundle does not prove is UNKNOWN, and so is what may have happened since if it is
 * older than allowed. Safe for all threads.
 *
 * <pre>{@code
 * BundleVerifier kiosk = new BundleVerifier(trust, Trust.NOBODY, Duration.ofHours(24));
 * Verdict verdict =
 *     kiosk.verify(
 *         Optional.of(ByteSource.of(document)),
 *         Bundle.read(bundleBytes),
 *         Optional.empty(),
 *         Instant.now());
 * if (verdict.genuine() == Answer.YES && verdict.inForce() == Answer.YES) {
 *   accept(verdict.asOf());
 * }
 * }</pre>
 */
public final class BundleVerifier {
  private final BundleTrust trust;
  private final Trust sealTrust;
  private final int greatestAge;

  /**
   * A verifier.
   *
   * @param trust the ledger and the cities' note keys, given out of band, and how many must agree
   * @param sealTrust what the certificates of seals are judged against
   * @param greatestAge how old the cities' word may be, from a second to a year
   * @throws IllegalArgumentException if the age is out of range
   */
  public BundleVerifier(BundleTrust trust, Trust sealTrust, Duration greatestAge) {
    if (greatestAge.toSeconds() < 1 || greatestAge.toSeconds() > Question.MAX_AGE) {
      throw new IllegalArgumentException("an age from a second to a year");
    }
    this.trust = trust;
    this.sealTrust = sealTrust;
    this.greatestAge = (int) greatestAge.toSeconds();
  }

  /**
   * Verifies a licence.
   *
   * @param document the document; empty if it is not at hand
   * @param context who asks, for what; empty if neither recognition nor authorization is asked. Who
   *     granted is not judged here: a use that rests on a grant or a presentation is UNKNOWN
   * @param now the verifier's clock
   * @return the verdict as of the time for which the cities vouch
   * @throws org.huxin.core.bundle.BundleRefusedException if the cities do not agree, or what the
   *     bundle says is not proven
   * @throws IOException if the document cannot be read
   */
  public Verdict verify(
      Optional<ByteSource> document, Bundle bundle, Optional<AskingContext> context, Instant now)
      throws IOException {
    VerifiedBundle verified = BundleVerification.verify(bundle, trust, now);
    ProofFile proof = verified.proof();
    Instant asOf = verified.agreed().time();
    SealCheck check = new SealCheck(sealTrust, KnownSealings.NONE, asOf);
    CheckedSeal seal = CheckedSeal.of(document, proof.record(), check);
    Map<Aspect, Judgement> own = new EnumMap<>(Aspect.class);
    own.put(Aspect.DOCUMENT, DocumentRule.judge(document, proof, Set.of(), Optional.empty()));
    own.put(Aspect.SEAL, seal.judgement());
    own.put(Aspect.AUTHORIZATION, grantor(context));
    Question question =
        new Question(
            proof.record(),
            proof.batchId(),
            proof.inclusion(),
            seal.forLedger(),
            context,
            asOf,
            Optional.empty(),
            Optional.of(greatestAge));
    return Verdict.of(asOf, Optional.empty(), own).join(verified.judge(question, now));
  }

  private static Judgement grantor(Optional<AskingContext> context) {
    Optional<UseBasis> basis = context.flatMap(AskingContext::basis);
    boolean rests = basis.isPresent() && basis.get() != UseBasis.STATUTORY_DUTY;
    return rests
        ? Judgement.of(Aspect.AUTHORIZATION, List.of(Finding.of(FindingCode.GRANTOR_NOT_OPENED)))
        : Judgement.notAsked(Aspect.AUTHORIZATION);
  }
}

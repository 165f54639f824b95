// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.offline;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huxin.core.id.LedgerId;
import org.huxin.core.jws.NamedKey;
import org.huxin.core.offline.OfflineRefusal;
import org.huxin.core.offline.OfflineRefusedException;
import org.huxin.core.offline.OfflineVerification;
import org.huxin.core.offline.TrustedBatch;
import org.huxin.core.offline.VerifiedLicence;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.record.LicenceRecord;
import org.huxin.core.verdict.Aspect;
import org.huxin.core.verdict.Finding;
import org.huxin.core.verdict.FindingCode;
import org.huxin.core.verdict.Judgement;
import org.huxin.core.verdict.Outcome;
import org.huxin.core.verdict.Verdict;
import org.huxin.seal.certificate.Trust;
import org.huxin.seal.check.KnownSealings;
import org.huxin.seal.check.SealCheck;
import org.huxin.seal.ofd.ByteSource;

/**
 * Verifies without a network, against the key of an issuer that is trusted. What only the ledger
 * knows, whether the batch is on it and what has happened since, is UNKNOWN: such a verdict is
 * INVALID or INDETERMINATE, and never VALID. Safe for all threads.
 *
 * <pre>{@code
 * OfflineVerifier kiosk = new OfflineVerifier(ledgerId, issuerKey, Trust.NOBODY);
 * Verdict verdict = kiosk.verify(Optional.of(ByteSource.of(document)), proof, Instant.now());
 * if (verdict.result() != Validity.INVALID) {
 *   show(verdict.genuine(), proof.shownAttributes());
 * }
 * }</pre>
 */
public final class OfflineVerifier {
  /** The legal day of all dates of the protocol. */
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  private final LedgerId ledger;
  private final NamedKey issuerKey;
  private final Trust sealTrust;

  /**
   * A verifier.
   *
   * @param issuerKey the trusted key, under its name
   * @param sealTrust what the certificates of seals are judged against
   */
  public OfflineVerifier(LedgerId ledger, NamedKey issuerKey, Trust sealTrust) {
    this.ledger = ledger;
    this.issuerKey = issuerKey;
    this.sealTrust = sealTrust;
  }

  /**
   * Verifies a licence.
   *
   * @param document the document; empty if it is not at hand
   * @param asOf the legal time; also when the seal's certificates are judged
   * @throws IOException if the document cannot be read
   */
  public Verdict verify(Optional<ByteSource> document, ProofFile proof, Instant asOf)
      throws IOException {
    Map<Aspect, Judgement> judgements = new EnumMap<>(Aspect.class);
    judgements.put(
        Aspect.DOCUMENT, DocumentRule.judge(document, proof, Set.of(), Optional.empty()));
    judgeBatch(proof, judgements);
    SealCheck check = new SealCheck(sealTrust, KnownSealings.NONE, asOf);
    Judgement seal = CheckedSeal.of(document, proof.record(), check).judgement();
    if (seal.outcome() != Outcome.NOT_ASKED) {
      judgements.put(
          Aspect.SEAL,
          seal.join(Judgement.of(Aspect.SEAL, List.of(Finding.of(FindingCode.SEAL_NOT_CURRENT)))));
    }
    judgements.put(Aspect.STATUS, status(proof.record(), asOf));
    return Verdict.of(asOf, Optional.empty(), judgements);
  }

  private void judgeBatch(ProofFile proof, Map<Aspect, Judgement> judgements) {
    List<Finding> issuer = new ArrayList<>();
    List<Finding> anchor = new ArrayList<>();
    try {
      TrustedBatch batch = TrustedBatch.verify(proof.batch(), ledger, issuerKey);
      anchored(proof, batch).ifPresent(anchor::add);
    } catch (OfflineRefusedException e) {
      issuer.add(Finding.of(FindingCode.BATCH_SIGNATURE_INVALID, Map.of("code", e.code().name())));
    }
    if (issuer.isEmpty()) {
      issuer.add(Finding.of(FindingCode.ISSUER_NOT_CURRENT));
    }
    if (anchor.isEmpty()) {
      anchor.add(Finding.of(FindingCode.ANCHOR_NOT_CURRENT));
    }
    judgements.put(Aspect.ISSUER, Judgement.of(Aspect.ISSUER, issuer));
    judgements.put(Aspect.ANCHOR, Judgement.of(Aspect.ANCHOR, anchor));
  }

  /** What is wrong with the record's place in the batch; the rest is the document's matter. */
  private static Optional<Finding> anchored(ProofFile proof, TrustedBatch batch) {
    try {
      VerifiedLicence unused = OfflineVerification.verify(proof, batch);
      return Optional.empty();
    } catch (OfflineRefusedException e) {
      if (e.code() == OfflineRefusal.RECORD_NOT_OF_BATCH) {
        return Optional.of(Finding.of(FindingCode.RECORD_NOT_OF_BATCH));
      }
      return e.code() == OfflineRefusal.RECORD_NOT_INCLUDED
          ? Optional.of(Finding.of(FindingCode.NOT_INCLUDED))
          : Optional.empty();
    }
  }

  private static Judgement status(LicenceRecord record, Instant asOf) {
    LocalDate day = asOf.atOffset(CHINA).toLocalDate();
    List<Finding> findings = new ArrayList<>();
    if (day.isBefore(record.effective())) {
      findings.add(Finding.of(FindingCode.NOT_YET_EFFECTIVE));
    }
    if (record.expiry().filter(day::isAfter).isPresent()) {
      findings.add(Finding.of(FindingCode.EXPIRED));
    }
    findings.add(Finding.of(FindingCode.STATUS_NOT_CURRENT));
    return Judgement.of(Aspect.STATUS, findings);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.verification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huxin.core.ledger.FullHistory;
import org.huxin.core.ledger.LedgerView;
import org.huxin.core.licence.Batch;
import org.huxin.core.record.LicenceRecord;
import org.huxin.core.seal.Seal;
import org.huxin.core.seal.SealEvent;
import org.huxin.core.seal.SealFindings;
import org.huxin.core.seal.SealLine;
import org.huxin.core.seal.SealStatus;
import org.huxin.core.verdict.Finding;
import org.huxin.core.verdict.FindingCode;

/**
 * SEAL, the ledger's half: the seal that the document bears is the one that was filed, was in force
 * when it sealed, and was competent then. Once a seal is cancelled or compromised, its own word for
 * its time counts no more: a time stamp, or the anchoring of a batch that holds the sealing's
 * digest, must prove that it sealed before.
 */
final class SealRule {
  private SealRule() {}

  static List<Finding> judge(
      Question question, Optional<Batch> batch, LedgerView view, Moment moment) {
    LicenceRecord record = question.record();
    if (question.seal().isEmpty()) {
      return List.of(Finding.of(FindingCode.SEAL_NOT_CHECKED));
    }
    SealFindings sealed = question.seal().get();
    List<Finding> findings = new ArrayList<>();
    boolean another =
        (record.sealKey().isPresent() && !record.sealKey().get().equals(sealed.seal()))
            || (record.sealSignatureDigest().isPresent()
                && !record.sealSignatureDigest().get().equals(sealed.signature()));
    if (another) {
      findings.add(Finding.of(FindingCode.SEAL_NOT_OF_RECORD));
    }
    KeyStanding keys = new KeyStanding(view, moment);
    // A filing by a compromised key files nothing.
    Optional<Seal> filed =
        moment
            .known(view.get(Seal.key(sealed.seal())))
            .filter(found -> counts(keys, filing(found, view)));
    if (filed.isEmpty()) {
      findings.add(
          Finding.of(FindingCode.SEAL_NOT_ANCHORED, Map.of("seal", sealed.seal().toString())));
      return findings;
    }
    Seal seal = filed.get();
    if (!seal.filed().structure().equals(sealed.structure())) {
      findings.add(Finding.of(FindingCode.SEAL_STRUCTURE_MISMATCH));
    }
    if (!seal.filed().certificates().contains(sealed.certificate())) {
      findings.add(Finding.of(FindingCode.SEAL_CERTIFICATE_NOT_FILED));
    }
    judgeTime(seal, sealed, proven(record, sealed, batch), view, moment, findings);
    judgeCompetence(record, sealed, view, moment, findings);
    return findings;
  }

  private static boolean counts(KeyStanding keys, SealEvent event) {
    return keys.counts(event.by(), event.at());
  }

  private static SealEvent filing(Seal seal, LedgerView view) {
    return FullHistory.of(view, Seal.key(seal.filed().seal()), seal.history(), SealEvent.CODEC)
        .get(0);
  }

  /** The earliest time by which something else than the signer's word says that it had sealed. */
  private static Optional<Instant> proven(
      LicenceRecord record, SealFindings sealed, Optional<Batch> batch) {
    Optional<Instant> anchored =
        batch
            .filter(found -> record.sealSignatureDigest().equals(Optional.of(sealed.signature())))
            .map(Batch::anchoredAt);
    return Stream.concat(sealed.provenTime().stream(), anchored.stream()).min(Instant::compareTo);
  }

  private static void judgeTime(
      Seal seal,
      SealFindings sealed,
      Optional<Instant> proven,
      LedgerView view,
      Moment moment,
      List<Finding> findings) {
    Instant time = sealed.claimedTime();
    KeyStanding keys = new KeyStanding(view, moment);
    SealLine line =
        SealLine.of(
            seal.filed(),
            FullHistory.of(view, Seal.key(sealed.seal()), seal.history(), SealEvent.CODEC),
            moment.knownAt(),
            event -> counts(keys, event));
    if (time.isBefore(seal.filed().inForceFrom()) || time.isBefore(seal.filed().validFrom())) {
      findings.add(at(FindingCode.SEAL_NOT_YET_IN_FORCE, time));
    }
    if (time.isAfter(seal.filed().validTo())) {
      findings.add(at(FindingCode.SEAL_EXPIRED_AT_SIGNING, time));
    }
    SealStatus status = line.at(time);
    if (status == SealStatus.DISABLED) {
      findings.add(at(FindingCode.SEAL_DISABLED_AT_SIGNING, time));
    } else if (status == SealStatus.CANCELLED || status == SealStatus.REPLACED) {
      findings.add(at(FindingCode.SEAL_CANCELLED_BEFORE_SIGNING, time));
    } else {
      judgeProof(line, time, proven, findings);
    }
  }

  private static void judgeProof(
      SealLine line, Instant time, Optional<Instant> proven, List<Finding> findings) {
    Optional<Instant> doubtful =
        Stream.concat(line.compromisedSince().stream(), line.endedAt().stream())
            .min(Instant::compareTo);
    if (doubtful.isPresent() && (proven.isEmpty() || !proven.get().isBefore(doubtful.get()))) {
      findings.add(
          Finding.of(
              FindingCode.SIGNING_TIME_NOT_PROVEN,
              Map.of(
                  "claimed", Long.toString(time.getEpochSecond()),
                  "before", Long.toString(doubtful.get().getEpochSecond()))));
    }
  }

  /** Competence stands only in the accreditation of the time at which it sealed. */
  private static void judgeCompetence(
      LicenceRecord record,
      SealFindings sealed,
      LedgerView view,
      Moment moment,
      List<Finding> findings) {
    boolean competent =
        Accreditations.at(
                view,
                record.issuer(),
                record.type(),
                record.division(),
                sealed.claimedTime(),
                moment.knownAt())
            .filter(period -> period.seals().contains(sealed.seal()))
            .isPresent();
    if (!competent) {
      findings.add(at(FindingCode.SEAL_NOT_COMPETENT, sealed.claimedTime()));
    }
  }

  private static Finding at(FindingCode code, Instant time) {
    return Finding.of(code, Map.of("at", Long.toString(time.getEpochSecond())));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.ofd;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huxin.core.id.SealKey;
import org.huxin.core.seal.SealFindings;
import org.huxin.core.verdict.Aspect;
import org.huxin.core.verdict.Finding;
import org.huxin.core.verdict.FindingCode;
import org.huxin.core.verdict.Judgement;
import org.huxin.core.verdict.Outcome;
import org.huxin.crypto.digest.Digest;
import org.huxin.seal.check.SealFinding;
import org.huxin.seal.check.SealFindingCode;
import org.huxin.seal.check.SealingReport;

/**
 * The caller's half of a verdict's aspect SEAL, and what the ledger is asked for the other half
 * (proto/spec/seal-check.md, The aspect SEAL).
 *
 * @param judgement the caller's half
 * @param forLedger what the ledger is asked; empty if the record's seal is not on the document
 */
public record DocumentSealJudgement(Judgement judgement, Optional<SealFindings> forLedger) {
  /**
   * Judges a checked document against what its record says of its seal.
   *
   * @param report what the check of the document found
   * @param seal the seal that the record names; empty if it names none: then nothing is asked
   * @param signature SM3 of the signature's value that the record names; empty if it names none
   */
  public static DocumentSealJudgement of(
      OfdReport report, Optional<SealKey> seal, Optional<Digest> signature) {
    if (seal.isEmpty()) {
      return new DocumentSealJudgement(Judgement.notAsked(Aspect.SEAL), Optional.empty());
    }
    if (has(report, SealFindingCode.PDF_NOT_SUPPORTED)) {
      return found(Finding.of(FindingCode.SEAL_NOT_SUPPORTED), Optional.empty());
    }
    Optional<SealFindings> asked =
        report.sealings().stream()
            .flatMap(each -> each.report().flatMap(SealingReport::forLedger).stream())
            .filter(each -> each.seal().equals(seal.get()))
            .filter(each -> signature.map(each.signature()::equals).orElse(true))
            .findFirst();
    if (asked.isEmpty()) {
      return found(Finding.of(FindingCode.SEAL_NOT_OF_RECORD), asked);
    }
    return switch (report.outcome()) {
      case FAILED -> found(first(report, Outcome.FAILED, FindingCode.SEAL_CHECK_FAILED), asked);
      case UNKNOWN ->
          found(first(report, Outcome.UNKNOWN, FindingCode.SEAL_CHECK_INCOMPLETE), asked);
      case OK, NOT_ASKED -> new DocumentSealJudgement(Judgement.of(Aspect.SEAL, List.of()), asked);
    };
  }

  private static DocumentSealJudgement found(Finding finding, Optional<SealFindings> asked) {
    return new DocumentSealJudgement(Judgement.of(Aspect.SEAL, List.of(finding)), asked);
  }

  private static boolean has(OfdReport report, SealFindingCode code) {
    return report.findings().stream().anyMatch(each -> each.code() == code);
  }

  /** The first finding of that outcome, by its code. */
  private static Finding first(OfdReport report, Outcome outcome, FindingCode code) {
    String found =
        Stream.concat(
                report.sealings().stream().flatMap(each -> each.findings().stream()),
                report.findings().stream())
            .map(SealFinding::code)
            .filter(each -> each.outcome() == outcome)
            .findFirst()
            .map(SealFindingCode::name)
            .orElse("");
    return Finding.of(code, Map.of("finding", found));
  }
}

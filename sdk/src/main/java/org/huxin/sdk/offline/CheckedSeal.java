// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.offline;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huxin.core.record.LicenceRecord;
import org.huxin.core.seal.SealFindings;
import org.huxin.core.verdict.Aspect;
import org.huxin.core.verdict.Finding;
import org.huxin.core.verdict.FindingCode;
import org.huxin.core.verdict.Judgement;
import org.huxin.core.verdict.Outcome;
import org.huxin.seal.check.SealCheck;
import org.huxin.seal.check.SealFinding;
import org.huxin.seal.check.SealFindingCode;
import org.huxin.seal.check.SealingReport;
import org.huxin.seal.ofd.ByteSource;
import org.huxin.seal.ofd.DocumentCheck;
import org.huxin.seal.ofd.OfdRefusedException;
import org.huxin.seal.ofd.OfdReport;

/**
 * SEAL, the caller's half: what the check of the document's own structure found.
 *
 * @param judgement how it came out; not asked if neither record nor document has a seal
 * @param forLedger what the ledger is asked about the seal; empty if there is none to ask about
 */
public record CheckedSeal(Judgement judgement, Optional<SealFindings> forLedger) {
  /**
   * Checks the seals of a document.
   *
   * @param document the document; empty if it is not at hand
   * @param record the licence's record, which may name the seal
   * @throws IOException if the document cannot be read
   */
  public static CheckedSeal of(Optional<ByteSource> document, LicenceRecord record, SealCheck check)
      throws IOException {
    boolean named = record.sealKey().isPresent();
    if (document.isEmpty()) {
      return named ? found(FindingCode.SEAL_NOT_CHECKED, Map.of()) : NOT_ASKED;
    }
    OfdReport report;
    try {
      report = DocumentCheck.check(document.get(), check);
    } catch (OfdRefusedException e) {
      // Of a record that names no seal, the document may be of any format.
      return named
          ? found(FindingCode.SEAL_CHECK_FAILED, Map.of("code", e.code().name()))
          : NOT_ASKED;
    }
    if (has(report, SealFindingCode.PDF_NOT_SUPPORTED)) {
      return named ? found(FindingCode.SEAL_NOT_SUPPORTED, Map.of()) : NOT_ASKED;
    }
    if (!named && has(report, SealFindingCode.NOT_SEALED)) {
      return NOT_ASKED;
    }
    return new CheckedSeal(Judgement.of(Aspect.SEAL, findings(report)), asked(report, record));
  }

  private static final CheckedSeal NOT_ASKED =
      new CheckedSeal(Judgement.notAsked(Aspect.SEAL), Optional.empty());

  private static CheckedSeal found(FindingCode code, Map<String, String> evidence) {
    return new CheckedSeal(
        Judgement.of(Aspect.SEAL, List.of(Finding.of(code, evidence))), Optional.empty());
  }

  private static boolean has(OfdReport report, SealFindingCode code) {
    return report.findings().stream().anyMatch(each -> each.code() == code);
  }

  /** The first finding of the worst outcome stands for all; the whole report is the check's. */
  private static List<Finding> findings(OfdReport report) {
    Outcome worst = report.outcome();
    if (worst != Outcome.FAILED && worst != Outcome.UNKNOWN) {
      return List.of();
    }
    String code =
        Stream.concat(
                report.findings().stream(),
                report.sealings().stream().flatMap(each -> each.findings().stream()))
            .filter(each -> each.code().outcome() == worst)
            .map(SealFinding::code)
            .map(SealFindingCode::name)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("an outcome without a finding"));
    return List.of(
        Finding.of(
            worst == Outcome.FAILED
                ? FindingCode.SEAL_CHECK_FAILED
                : FindingCode.SEAL_CHECK_INCOMPLETE,
            Map.of("code", code)));
  }

  /** Of several seals the one that the record names, or else the first. */
  private static Optional<SealFindings> asked(OfdReport report, LicenceRecord record) {
    List<SealFindings> all =
        report.sealings().stream()
            .flatMap(each -> each.report().stream())
            .map(SealingReport::forLedger)
            .flatMap(Optional::stream)
            .toList();
    Optional<SealFindings> named =
        all.stream().filter(each -> record.sealKey().equals(Optional.of(each.seal()))).findFirst();
    return named.isPresent() ? named : all.stream().findFirst();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huxin.core.ledger.FullHistory;
import org.huxin.core.ledger.LedgerView;
import org.huxin.core.licence.LicenceState;
import org.huxin.core.licence.LicenceStatus;
import org.huxin.core.licence.StatusChange;
import org.huxin.core.licence.StatusLine;
import org.huxin.core.record.LicenceRecord;
import org.huxin.core.reference.LicenceRef;
import org.huxin.core.verdict.Finding;
import org.huxin.core.verdict.FindingCode;

/**
 * STATUS: where the licence stands as of the legal time, by its record and by what happened since.
 */
final class StatusRule {
  private StatusRule() {}

  /** All that happened to a licence, without what a compromised key committed. */
  static StatusLine line(LicenceRef licence, LedgerView view, Moment moment) {
    KeyStanding keys = new KeyStanding(view, moment);
    return view.get(LicenceStatus.key(licence))
        .map(
            status ->
                StatusLine.of(
                    FullHistory.of(
                        view, LicenceStatus.key(licence), status.history(), StatusChange.CODEC),
                    change -> keys.counts(change.by(), change.at())))
        .orElse(StatusLine.EMPTY);
  }

  static boolean isDisputed(StatusLine line, Moment moment) {
    return !line.openDisputes(moment.knownAt()).isEmpty();
  }

  static List<Finding> judge(LicenceRecord record, StatusLine line, Moment moment) {
    List<Finding> findings = new ArrayList<>();
    if (record.effective().isAfter(moment.day())) {
      findings.add(
          Finding.of(
              FindingCode.NOT_YET_EFFECTIVE, Map.of("effective", record.effective().toString())));
    }
    StatusLine.Standing standing = line.at(moment.asOf(), moment.knownAt());
    code(standing.state().status())
        .ifPresent(code -> findings.add(Finding.of(code, evidence(standing))));
    boolean expired = record.expiry().isPresent() && record.expiry().get().isBefore(moment.day());
    if (expired) {
      findings.add(
          Finding.of(FindingCode.EXPIRED, Map.of("expiry", record.expiry().get().toString())));
    }
    line.openDisputes(moment.knownAt())
        .forEach(
            dispute ->
                findings.add(
                    Finding.of(FindingCode.DISPUTED, Map.of("dispute", dispute.toString()))));
    return findings;
  }

  private static Optional<FindingCode> code(LicenceState.Status status) {
    return switch (status) {
      case VALID -> Optional.empty();
      case SUSPENDED -> Optional.of(FindingCode.SUSPENDED);
      case WITHDRAWN -> Optional.of(FindingCode.WITHDRAWN);
      case REVOKED -> Optional.of(FindingCode.REVOKED);
      case CANCELLED -> Optional.of(FindingCode.CANCELLED);
      case SUPERSEDED -> Optional.of(FindingCode.SUPERSEDED);
      case TRANSFERRED_OUT -> Optional.of(FindingCode.TRANSFERRED_OUT);
      case CLOSED -> Optional.of(FindingCode.CLOSED);
    };
  }

  private static Map<String, String> evidence(StatusLine.Standing standing) {
    Map<String, String> evidence = new TreeMap<>();
    StatusChange last = standing.last().orElseThrow();
    evidence.put("version", Integer.toString(standing.version()));
    evidence.put("effectiveFrom", Long.toString(last.effectiveFrom().getEpochSecond()));
    evidence.put("at", Long.toString(last.at().getEpochSecond()));
    evidence.put("by", last.by().toString());
    evidence.put("statement", last.statement().toString());
    last.reason().ifPresent(reason -> evidence.put("reason", reason.toString()));
    last.successor().ifPresent(batch -> evidence.put("successor", batch.toString()));
    last.destination().ifPresent(city -> evidence.put("destination", city.toString()));
    return evidence;
  }
}

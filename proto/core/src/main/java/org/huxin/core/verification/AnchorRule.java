// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huxin.core.licence.Batch;
import org.huxin.core.licence.VoidedBatch;
import org.huxin.core.merkle.InclusionProof;
import org.huxin.core.record.LicenceRecord;
import org.huxin.core.verdict.Finding;
import org.huxin.core.verdict.FindingCode;

/** ANCHOR: the record is included in a batch that the ledger holds and that is not void. */
final class AnchorRule {
  private AnchorRule() {}

  static List<Finding> judge(Question question, Optional<Batch> anchored, Moment moment) {
    if (anchored.isEmpty()) {
      return List.of(
          Finding.of(FindingCode.BATCH_NOT_ANCHORED, Map.of("batch", question.batch().toString())));
    }
    Batch batch = anchored.get();
    List<Finding> findings = new ArrayList<>();
    if (!isOf(question.record(), batch)) {
      findings.add(Finding.of(FindingCode.RECORD_NOT_OF_BATCH));
    }
    if (!includes(batch, question)) {
      findings.add(Finding.of(FindingCode.NOT_INCLUDED));
    }
    if (batch.isVoid(moment.knownAt())) {
      VoidedBatch voided = batch.voided().orElseThrow();
      findings.add(
          Finding.of(
              FindingCode.BATCH_VOID,
              Map.of(
                  "reason", voided.reason().name(),
                  "effectiveFrom", Long.toString(voided.effectiveFrom().getEpochSecond()))));
    }
    return findings;
  }

  private static boolean isOf(LicenceRecord record, Batch batch) {
    return record.issuer().equals(batch.issuer())
        && record.type().equals(batch.type())
        && record.typeVersion() == batch.typeVersion()
        && record.division().equals(batch.division())
        && record.isOf(batch.suite().digest());
  }

  private static boolean includes(Batch batch, Question question) {
    InclusionProof proof = question.inclusion();
    return proof.algorithm() == batch.root().algorithm()
        && proof.treeSize() == batch.size()
        && proof.rootFrom(question.record().leafData()).equals(batch.root());
  }
}

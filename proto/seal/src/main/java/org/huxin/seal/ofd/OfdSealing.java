// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.ofd;

import java.util.List;
import java.util.Optional;
import org.huxin.core.verdict.Outcome;
import org.huxin.seal.check.SealFinding;
import org.huxin.seal.check.SealingReport;

/**
 * What the check of one sealing of a document found.
 *
 * @param id its identifier in the document
 * @param description the path of its Signature.xml
 * @param files how many files it protects
 * @param whole whether it protects the list of sealings too, so that none may follow
 * @param report what the check of the sealing itself found; empty if it could not be read
 * @param findings all that was found, that of the report with it; unmodifiable
 */
public record OfdSealing(
    String id,
    OfdPath description,
    int files,
    boolean whole,
    Optional<SealingReport> report,
    List<SealFinding> findings) {
  /** A copy of the given findings. */
  public OfdSealing {
    findings = List.copyOf(findings);
  }

  /** What the findings mean together. */
  public Outcome outcome() {
    return SealFinding.outcome(findings);
  }
}

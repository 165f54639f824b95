// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.ofd;

import java.util.List;
import org.huxin.core.verdict.Outcome;
import org.huxin.seal.check.SealFinding;

/**
 * What the check of a document found.
 *
 * @param sealings each sealing, in the order of the document; unmodifiable
 * @param findings what concerns the document as a whole; unmodifiable
 */
public record OfdReport(List<OfdSealing> sealings, List<SealFinding> findings) {
  /** Copies of the given lists. */
  public OfdReport {
    sealings = List.copyOf(sealings);
    findings = List.copyOf(findings);
  }

  /** What all findings mean together. */
  public Outcome outcome() {
    Outcome worst = SealFinding.outcome(findings);
    for (OfdSealing sealing : sealings) {
      worst = worst.worse(sealing.outcome());
    }
    return worst;
  }
}

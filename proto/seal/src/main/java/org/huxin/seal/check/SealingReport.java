// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.check;

import java.util.List;
import java.util.Optional;
import org.huxin.core.seal.SealFindings;
import org.huxin.core.verdict.Outcome;
import org.huxin.seal.structure.SealSignature;

/**
 * What the check of a sealing found.
 *
 * @param sealing the sealing
 * @param forLedger what the ledger is asked about it; empty if its time cannot be read or its
 *     signature is none
 * @param findings in the order of the checks; unmodifiable
 */
public record SealingReport(
    SealSignature sealing, Optional<SealFindings> forLedger, List<SealFinding> findings) {
  /** A copy of the given findings. */
  public SealingReport {
    findings = List.copyOf(findings);
  }

  /** What the findings mean together. */
  public Outcome outcome() {
    return SealFinding.outcome(findings);
  }
}

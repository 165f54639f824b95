// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.check;

import java.util.List;
import org.huxin.core.verdict.Outcome;
import org.huxin.seal.structure.Seal;

/**
 * What the check of a seal by itself found.
 *
 * @param seal the seal
 * @param findings in the order of the checks; unmodifiable
 */
public record SealReport(Seal seal, List<SealFinding> findings) {
  /** A copy of the given findings. */
  public SealReport {
    findings = List.copyOf(findings);
  }

  /** What the findings mean together. */
  public Outcome outcome() {
    return SealFinding.outcome(findings);
  }
}

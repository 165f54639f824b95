// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.check;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.huxin.core.verdict.Outcome;

/**
 * One thing that was found.
 *
 * @param code what
 * @param evidence paths, times and digests by name, in sorted order; unmodifiable
 */
public record SealFinding(SealFindingCode code, SortedMap<String, String> evidence) {
  /** A copy of the given evidence. */
  public SealFinding {
    evidence = Collections.unmodifiableSortedMap(new TreeMap<>(evidence));
  }

  /** A finding with its evidence. */
  public static SealFinding of(SealFindingCode code, Map<String, String> evidence) {
    return new SealFinding(code, new TreeMap<>(evidence));
  }

  /** A finding that its code says all about. */
  public static SealFinding of(SealFindingCode code) {
    return of(code, Map.of());
  }

  /** What findings mean together: the worst of them, OK if there is none. */
  public static Outcome outcome(Collection<SealFinding> findings) {
    Outcome worst = Outcome.OK;
    for (SealFinding finding : findings) {
      worst = worst.worse(finding.code().outcome());
    }
    return worst;
  }
}

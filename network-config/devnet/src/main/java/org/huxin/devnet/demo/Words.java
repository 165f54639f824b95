// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.demo;

import java.util.stream.Collectors;
import org.huxin.core.verdict.Finding;
import org.huxin.core.verdict.FindingCode;
import org.huxin.core.verdict.Outcome;
import org.huxin.core.verdict.Validity;
import org.huxin.core.verdict.Verdict;

/** How outcomes are written: codes between commas. */
final class Words {
  /** What stands before the code of a refusal. */
  static final String REFUSED = "REFUSED:";

  private Words() {}

  /** A verdict: VALID, or what failed, or else what cannot be told. */
  static String of(Verdict verdict) {
    if (verdict.result() == Validity.VALID) {
      return Validity.VALID.name();
    }
    Outcome worst = verdict.result() == Validity.INVALID ? Outcome.FAILED : Outcome.UNKNOWN;
    return verdict.judgements().stream()
        .flatMap(judgement -> judgement.findings().stream())
        .map(Finding::code)
        .filter(code -> code.outcome() == worst)
        .map(FindingCode::name)
        .distinct()
        .collect(Collectors.joining(","));
  }

  /** Several codes as one outcome. */
  static String all(Enum<?>... codes) {
    return java.util.Arrays.stream(codes).map(Enum::name).collect(Collectors.joining(","));
  }
}

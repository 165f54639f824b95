// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.huxin.core.verdict.Outcome;
import org.junit.jupiter.api.Test;

final class SealFindingTextsTest {
  @Test
  void everyFindingHasASentenceInBothLanguages() {
    SealFindingTexts chinese = SealFindingTexts.in(Locale.SIMPLIFIED_CHINESE);
    SealFindingTexts english = SealFindingTexts.in(Locale.FRENCH);
    for (SealFindingCode code : SealFindingCode.values()) {
      assertTrue(chinese.of(code).endsWith("。"), code.name());
      assertTrue(english.of(code).endsWith("."), code.name());
    }
  }

  @Test
  void findingsMeanTheWorstOfThem() {
    SealFinding remark = SealFinding.of(SealFindingCode.SIGNATURE_FORM);
    SealFinding unknown = SealFinding.of(SealFindingCode.CHAIN_NOT_JUDGED);
    SealFinding failed = SealFinding.of(SealFindingCode.SEAL_SIG);

    assertEquals(Outcome.OK, SealFinding.outcome(List.of()));
    assertEquals(Outcome.OK, SealFinding.outcome(List.of(remark)));
    assertEquals(Outcome.UNKNOWN, SealFinding.outcome(List.of(remark, unknown)));
    assertEquals(Outcome.FAILED, SealFinding.outcome(List.of(failed, unknown, remark)));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;

final class FindingTextsTest {
  private static final FindingTexts CHINESE = FindingTexts.in(Locale.SIMPLIFIED_CHINESE);
  private static final FindingTexts ENGLISH = FindingTexts.in(Locale.ENGLISH);

  @Test
  void everyFindingHasASentenceInBothLanguages() {
    for (FindingCode code : FindingCode.values()) {
      assertTrue(CHINESE.of(code).endsWith("。"), code.name());
      assertTrue(ENGLISH.of(code).endsWith("."), code.name());
    }
  }

  @Test
  void everyOtherWordHasATextInBothLanguages() {
    for (Aspect aspect : Aspect.values()) {
      assertNotEquals(CHINESE.of(aspect), ENGLISH.of(aspect));
    }
    for (Outcome outcome : Outcome.values()) {
      assertNotEquals(CHINESE.of(outcome), ENGLISH.of(outcome));
    }
    for (Validity validity : Validity.values()) {
      assertNotEquals(CHINESE.of(validity), ENGLISH.of(validity));
    }
    for (ShareServiceResult result : ShareServiceResult.values()) {
      assertFalse(CHINESE.of(result).isBlank());
      assertFalse(ENGLISH.of(result).isBlank());
    }
  }

  @Test
  void aLocaleThatIsNotChineseReadsEnglish() {
    assertEquals(
        ENGLISH.of(FindingCode.EXPIRED), FindingTexts.in(Locale.FRENCH).of(FindingCode.EXPIRED));
  }

  @Test
  void theNationalResultCodesReadAsTheStandardHasThem() {
    assertEquals("信息正确且有效。", CHINESE.of(ShareServiceResult.CORRECT_AND_VALID));
    assertEquals("查无此信息。", CHINESE.of(ShareServiceResult.NOT_FOUND));
  }
}

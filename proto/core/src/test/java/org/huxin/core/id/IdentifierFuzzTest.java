// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.id;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever they are given, the readers answer; what the strict one takes, it writes the same. */
final class IdentifierFuzzTest {
  @FuzzTest
  void theStrictReaderWritesWhatItTakes(FuzzedDataProvider data) {
    String text = data.consumeRemainingAsString();
    LicenceIdentifierReading reading = LicenceIdentifierReading.of(text);
    try {
      assertEquals(text, LicenceIdentifier.parse(text).text());
      assertTrue(reading.identifier().isPresent());
    } catch (IdentifierRefusedException refused) {
      // the other of the two answers
    }
  }

  @FuzzTest
  void theDetectorAnswersForEveryText(FuzzedDataProvider data) {
    assertTrue(PersonalDataDetector.find(data.consumeRemainingAsString()).size() <= 3);
  }

  @FuzzTest
  void aKeyIdIsReadOrRefused(FuzzedDataProvider data) {
    String text = data.consumeRemainingAsString();
    try {
      assertEquals(text, KeyId.parse(text).toString());
    } catch (IdentifierRefusedException refused) {
      // the other of the two answers
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.statement;

import java.text.Normalizer;
import java.util.Map;
import java.util.Set;
import org.huxin.core.id.PersonalDataDetector;

/** The screening of the few texts that people write freely. */
final class FreeText {
  private FreeText() {}

  static void screen(String text, int maxLength) {
    if (text.isEmpty() || text.length() > maxLength) {
      throw new TextRefusedException(
          TextRefusal.TEXT_LENGTH, Map.of("limit", Integer.toString(maxLength)));
    }
    if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
      throw new TextRefusedException(TextRefusal.TEXT_NOT_NFC, Map.of());
    }
    boolean printable = text.codePoints().allMatch(FreeText::isPrintable);
    if (!printable || !text.strip().equals(text)) {
      throw new TextRefusedException(TextRefusal.TEXT_CHARACTER, Map.of());
    }
    Set<PersonalDataDetector.Kind> found = PersonalDataDetector.find(text);
    if (!found.isEmpty()) {
      throw new TextRefusedException(
          TextRefusal.TEXT_PERSONAL_DATA, Map.of("found", found.toString()));
    }
  }

  private static boolean isPrintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}

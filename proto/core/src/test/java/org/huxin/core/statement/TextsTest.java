// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TextsTest {
  @ParameterizedTest
  @ValueSource(strings = {"鄂尔多斯市行政审批和政务服务局(示例)", "A", "达尔罕茂明安联合旗", "ᠣᠷᠳᠣᠰ", "2023年 第1号"})
  void namesAreWrittenFreely(String text) {
    assertEquals(text, new Name(text).toString());
    assertEquals(text, new Title(text).toString());
  }

  @Test
  void whatIsNoNameIsRefusedByItsReason() {
    assertRefused(TextRefusal.TEXT_LENGTH, "");
    assertRefused(TextRefusal.TEXT_LENGTH, "x".repeat(Name.MAX_LENGTH + 1));
    assertRefused(TextRefusal.TEXT_NOT_NFC, "e\u0301");
    for (String bad : List.of("a\nb", "a\u0000", " a", "a ", "a\u200b", "\ud800", "\ue000")) {
      assertRefused(TextRefusal.TEXT_CHARACTER, bad);
    }
    assertRefused(TextRefusal.TEXT_PERSONAL_DATA, "身份证150602190001010015");
    assertRefused(TextRefusal.TEXT_PERSONAL_DATA, "１３８００１３８０００");
    assertEquals(4, EnumSet.allOf(TextRefusal.class).size());
  }

  @Test
  void theLongestNameAndTitleAreAccepted() {
    assertEquals(Name.MAX_LENGTH, new Name("名".repeat(Name.MAX_LENGTH)).text().length());
    assertEquals(Title.MAX_LENGTH, new Title("题".repeat(Title.MAX_LENGTH)).text().length());
    assertThrows(TextRefusedException.class, () -> new Title("题".repeat(Title.MAX_LENGTH + 1)));
  }

  @ParameterizedTest
  @CsvSource({"A, true", "PURPOSE_1, true", "a, false", "1A, false", "_A, false", "A-B, false"})
  void aCodeIsUpperCase(String text, boolean good) {
    assertForm(good, () -> new Code(text).toString(), text);
  }

  @ParameterizedTest
  @CsvSource({"ZZMC, true", "KZ_JYFW, true", "a1, true", "1a, false", "名, false", "a-b, false"})
  void aFieldNameIsLatin(String text, boolean good) {
    assertForm(good, () -> new FieldName(text).toString(), text);
  }

  @ParameterizedTest
  @CsvSource({
    "node.example:7443, true",
    "a:1, true",
    "127.0.0.1:80, true",
    "node.example, false",
    "Node:1, false",
    "node:0, false",
    "node:123456, false",
    "-a:1, false",
    "https://a:1, false"
  })
  void anEndpointIsHostAndPort(String text, boolean good) {
    assertForm(good, () -> new Endpoint(text).toString(), text);
  }

  @Test
  void textsHaveAnOrder() {
    assertEquals(-1, Integer.signum(new Code("A").compareTo(new Code("B"))));
    assertEquals(0, new Name("a").compareTo(new Name("a")));
    assertEquals(1, Integer.signum(new FieldName("b").compareTo(new FieldName("a"))));
  }

  private static void assertForm(
      boolean good, java.util.function.Supplier<String> form, String text) {
    if (good) {
      assertEquals(text, form.get());
    } else {
      assertThrows(IllegalArgumentException.class, form::get);
    }
  }

  private static void assertRefused(TextRefusal code, String text) {
    assertEquals(code, assertThrows(TextRefusedException.class, () -> new Name(text)).code());
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.id;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huxin.crypto.vectors.VectorFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class IdentifierVectorsTest {
  private static final Map<String, Function<String, Object>> CODES =
      Map.of(
          "uscc", Uscc::parse,
          "division", DivisionCode::parse,
          "type", LicenceTypeCode::parse,
          "item", ServiceItemCode::parse);

  static List<VectorFiles.Case> cases() {
    return VectorFiles.of("identifier");
  }

  static List<VectorFiles.Case> licences() {
    return cases().stream().filter(each -> each.text("kind").equals("licence")).toList();
  }

  static List<VectorFiles.Case> codes() {
    return cases().stream().filter(each -> CODES.containsKey(each.text("kind"))).toList();
  }

  static List<VectorFiles.Case> personal() {
    return cases().stream().filter(each -> each.text("kind").equals("personal")).toList();
  }

  @ParameterizedTest
  @MethodSource("licences")
  void theLenientReaderFindsWhatTheFileSays(VectorFiles.Case each) {
    LicenceIdentifierReading reading = LicenceIdentifierReading.of(each.text("input"));

    assertEquals(each.text("expect"), reading.check().name());
    assertEquals(names(each.members().getJsonArray("findings")), names(reading.findings()));
    assertEquals(each.members().getBoolean("readable"), reading.identifier().isPresent());
  }

  @ParameterizedTest
  @MethodSource("licences")
  void theStrictReaderTakesTheStandardsFormAlone(VectorFiles.Case each) {
    String input = each.text("input");
    boolean strict =
        each.text("expect").equals("OK")
            && each.members().getBoolean("readable")
            && each.members().getJsonArray("findings").stream()
                .allMatch(finding -> finding.toString().contains("PERSONAL"));
    if (strict) {
      assertEquals(input, LicenceIdentifier.parse(input).text());
    } else {
      assertThrows(IdentifierRefusedException.class, () -> LicenceIdentifier.parse(input));
    }
  }

  @ParameterizedTest
  @MethodSource("codes")
  void everyCodeEndsAsItsFileSays(VectorFiles.Case each) {
    Function<String, Object> parse = CODES.getOrDefault(each.text("kind"), Uscc::parse);
    if (each.isGood()) {
      assertEquals(each.text("input"), parse.apply(each.text("input")).toString());
    } else {
      IdentifierRefusedException refused =
          assertThrows(IdentifierRefusedException.class, () -> parse.apply(each.text("input")));
      assertEquals(IdentifierRefusal.valueOf(each.text("expect")), refused.code());
    }
  }

  @ParameterizedTest
  @MethodSource("personal")
  void theDetectorFindsWhatTheFileSays(VectorFiles.Case each) {
    assertEquals(
        names(each.members().getJsonArray("expect")),
        names(PersonalDataDetector.find(each.text("input"))));
  }

  @Test
  void everyFindingAndEveryCheckHasACase() {
    Set<String> findings = new TreeSet<>();
    Set<String> checks = new TreeSet<>();
    for (VectorFiles.Case each : licences()) {
      checks.add(each.text("expect"));
      findings.addAll(names(each.members().getJsonArray("findings")));
    }
    assertEquals(names(EnumSet.allOf(LicenceIdentifierReading.Check.class)), checks);
    assertEquals(names(EnumSet.allOf(LicenceIdentifierReading.Finding.class)), findings);
  }

  private static Set<String> names(JsonArray array) {
    return array.getValuesAs(JsonString.class).stream()
        .map(JsonString::getString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> names(Set<? extends Enum<?>> set) {
    return set.stream().map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.IdentifierRefusedException;
import org.huxin.core.id.LicenceIdentifierReading;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.id.Uscc;

/**
 * What a code is, told by its form, and whether it holds.
 *
 * @param kind what it is
 * @param check OK, LEGACY_VARIANT, or what is wrong
 * @param findings what is odd about a licence identifier
 * @param evidence of what is wrong with another code
 */
record CodeReading(Kind kind, String check, List<String> findings, Map<String, String> evidence) {

  /** What a code can be. */
  enum Kind {
    LICENCE_IDENTIFIER,
    CREDIT_CODE,
    DIVISION,
    LICENCE_TYPE,
    SERVICE_ITEM,
    UNKNOWN
  }

  private static final String OK = "OK";

  private record Form(Kind kind, Function<String, Object> parse) {}

  /** The codes that are told apart by their length. */
  private static final Map<Integer, Form> FORMS =
      Map.of(
          Uscc.LENGTH, new Form(Kind.CREDIT_CODE, Uscc::parse),
          DivisionCode.LENGTH, new Form(Kind.DIVISION, DivisionCode::parse),
          LicenceTypeCode.LENGTH, new Form(Kind.LICENCE_TYPE, LicenceTypeCode::parse),
          ServiceItemCode.LENGTH, new Form(Kind.SERVICE_ITEM, ServiceItemCode::parse));

  static CodeReading of(String text) {
    if (text.contains(".") || text.contains("．")) {
      return identifier(text);
    }
    Form form = FORMS.get(text.length());
    if (form == null) {
      return new CodeReading(
          Kind.UNKNOWN,
          "UNKNOWN_FORM",
          List.of(),
          Map.of("length", Integer.toString(text.length())));
    }
    try {
      Object unused = form.parse().apply(text);
      return new CodeReading(form.kind(), OK, List.of(), Map.of());
    } catch (IdentifierRefusedException e) {
      return new CodeReading(form.kind(), e.code().name(), List.of(), e.evidence());
    }
  }

  private static CodeReading identifier(String text) {
    LicenceIdentifierReading reading = LicenceIdentifierReading.of(text);
    return new CodeReading(
        Kind.LICENCE_IDENTIFIER,
        reading.check().name(),
        reading.findings().stream().map(Enum::name).sorted().toList(),
        Map.of());
  }

  /** Whether nothing is wrong with it and nothing odd about it. */
  boolean isGood() {
    return check.equals(OK) && findings.isEmpty();
  }
}

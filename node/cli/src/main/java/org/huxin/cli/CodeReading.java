// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
 * @param findings what is odd; for a code that is wrong, the evidence
 */
record CodeReading(Kind kind, String check, List<String> findings) {

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
      return new CodeReading(Kind.UNKNOWN, "UNKNOWN_FORM", List.of("length=" + text.length()));
    }
    try {
      Object unused = form.parse().apply(text);
      return new CodeReading(form.kind(), OK, List.of());
    } catch (IdentifierRefusedException e) {
      List<String> evidence = new ArrayList<>();
      e.evidence().forEach((name, value) -> evidence.add(name + "=" + value));
      return new CodeReading(form.kind(), e.code().name(), evidence);
    }
  }

  private static CodeReading identifier(String text) {
    LicenceIdentifierReading reading = LicenceIdentifierReading.of(text);
    return new CodeReading(
        Kind.LICENCE_IDENTIFIER,
        reading.check().name(),
        reading.findings().stream().map(Enum::name).sorted().toList());
  }

  /** Whether nothing is wrong with it and nothing odd about it. */
  boolean isGood() {
    return check.equals(OK) && findings.isEmpty();
  }

  /** The kind for people. */
  String kindText(Locale locale) {
    boolean chinese = Language.isChinese(locale);
    return switch (kind) {
      case LICENCE_IDENTIFIER -> chinese ? "证照标识" : "licence identifier";
      case CREDIT_CODE -> chinese ? "统一社会信用代码" : "credit code";
      case DIVISION -> chinese ? "行政区划代码" : "division";
      case LICENCE_TYPE -> chinese ? "证照类型代码" : "licence type";
      case SERVICE_ITEM -> chinese ? "事项实施编码" : "service item";
      case UNKNOWN -> chinese ? "未知代码" : "unknown code";
    };
  }
}

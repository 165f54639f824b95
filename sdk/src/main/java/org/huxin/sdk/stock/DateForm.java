// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.stock;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;

/** How an old system writes dates. */
public enum DateForm {
  /** 2026-01-15. */
  ISO("uuuu-MM-dd"),
  /** 20260115. */
  COMPACT("uuuuMMdd"),
  /** 2026/1/15. */
  SLASH("uuuu/M/d"),
  /** 2026年1月15日. */
  CHINESE("uuuu年M月d日");

  private final DateTimeFormatter formatter;

  DateForm(String pattern) {
    this.formatter =
        DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
  }

  /**
   * Reads a date.
   *
   * @throws DateTimeException if the text has another form, or there is no such day
   */
  LocalDate parse(String text) {
    return LocalDate.parse(text, formatter);
  }
}

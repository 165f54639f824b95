// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as people write and read them: {@code now}, {@code now+30d}, a day (its begin in China), a
 * time with its offset, or seconds since 1970.
 */
final class TimeText {
  /** What an option for a time takes. */
  static final String FORMS = "now, now+30d, 2026-01-31, 2026-01-31T08:00:00+08:00 or seconds";

  /** The legal day of all dates of the protocol. */
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  private static final Pattern RELATIVE = Pattern.compile("now(?:([+-])([0-9]{1,6})([smhd]))?");
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern LENGTH = Pattern.compile("([0-9]{1,9})([smhd]?)");

  private TimeText() {}

  /**
   * Reads a time.
   *
   * @param now what {@code now} means
   * @throws IllegalArgumentException if the text has none of the forms
   */
  static Instant read(String text, Instant now) {
    Matcher relative = RELATIVE.matcher(text);
    if (relative.matches()) {
      return relative.group(1) == null
          ? now
          : now.plus(
              unit(relative.group(3))
                  .multipliedBy(
                      Long.parseLong(relative.group(2))
                          * (relative.group(1).equals("+") ? 1 : -1)));
    }
    if (SECONDS.matcher(text).matches()) {
      return Instant.ofEpochSecond(Long.parseLong(text));
    }
    try {
      return DAY.matcher(text).matches()
          ? LocalDate.parse(text).atStartOfDay().toInstant(CHINA)
          : OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.SECONDS);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no time: write " + FORMS, e);
    }
  }

  /**
   * Reads a number of seconds, such as {@code 30d} or {@code 3600}.
   *
   * @throws IllegalArgumentException if the text is something else
   */
  static long seconds(String text) {
    Matcher length = LENGTH.matcher(text);
    if (!length.matches()) {
      throw new IllegalArgumentException("no length of time: write 30d, 12h, 15m or seconds");
    }
    return unit(length.group(2)).multipliedBy(Long.parseLong(length.group(1))).toSeconds();
  }

  private static Duration unit(String letter) {
    return switch (letter) {
      case "d" -> Duration.ofDays(1);
      case "h" -> Duration.ofHours(1);
      case "m" -> Duration.ofMinutes(1);
      default -> Duration.ofSeconds(1);
    };
  }

  /** For people: in China's time. */
  static String print(long seconds) {
    return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
        .format(Instant.ofEpochSecond(seconds).atOffset(CHINA));
  }
}

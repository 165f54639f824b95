// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.structure;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the structures write times (proto/spec/seal-structure.md, Times). */
final class SealTime {
  /** RFC 5280 section 4.1.2.5.1: two digits from 50 on are of the last century. */
  private static final int PIVOT = 50;

  private static final Pattern UTC_TIME =
      Pattern.compile("(\\d{2})(\\d{2})(\\d{2})(\\d{2})(\\d{2})(\\d{2})Z");
  private static final Pattern GENERALIZED =
      Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(\\d{2})(\\d{2})(\\d{2})Z");

  /** What writers of v1 put in place of a UTCTime; by the clock on the wall in China. */
  private static final Pattern WALL_CLOCK =
      Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2}) (\\d{2}):(\\d{2}):(\\d{2})");

  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  private SealTime() {}

  static Optional<Instant> utcTime(String text) {
    Matcher parts = UTC_TIME.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int year = number(parts, 1);
    return instant(parts, year + (year >= PIVOT ? 1900 : 2000), ZoneOffset.UTC);
  }

  static Optional<Instant> generalizedTime(String text) {
    return read(GENERALIZED, text, ZoneOffset.UTC);
  }

  static Optional<Instant> wallClock(String text) {
    return read(WALL_CLOCK, text, CHINA);
  }

  private static Optional<Instant> read(Pattern pattern, String text, ZoneOffset zone) {
    Matcher parts = pattern.matcher(text);
    return parts.matches() ? instant(parts, number(parts, 1), zone) : Optional.empty();
  }

  private static Optional<Instant> instant(Matcher parts, int year, ZoneOffset zone) {
    try {
      return Optional.of(
          LocalDateTime.of(
                  year,
                  number(parts, 2),
                  number(parts, 3),
                  number(parts, 4),
                  number(parts, 5),
                  number(parts, 6))
              .toInstant(zone));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(String.valueOf(parts.group(group)));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.config.build;

import java.time.Duration;

/** Durations as Go's {@code time.Duration} writes and Fabric's configuration stores them. */
final class GoDuration {
  private GoDuration() {}

  /** Such as {@code 250ms}, {@code 2s} or {@code 2m0s}; fractions of milliseconds are cut off. */
  static String format(Duration duration) {
    long millis = duration.toMillis();
    if (millis < 1000) {
      return millis + "ms";
    }
    long minutes = duration.toMinutes();
    String fraction =
        millis % 1000 == 0 ? "" : ("." + "%03d".formatted(millis % 1000)).replaceAll("0+$", "");
    String seconds = (duration.toSeconds() % 60) + fraction + "s";
    if (minutes == 0) {
      return seconds;
    }
    return minutes < 60
        ? minutes + "m" + seconds
        : (minutes / 60) + "h" + minutes % 60 + "m" + seconds;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A page of the specification, of which a part follows from code: that part is compared, or written
 * with {@code -Dhuxin.write-vectors=true}.
 *
 * @param file the page
 */
public record GeneratedPage(Path file) {

  /** A page of the specification. */
  public static GeneratedPage of(String name) {
    return new GeneratedPage(
        Path.of(System.getProperty("huxin.root", "../.."), "proto", "spec", name));
  }

  /** All of it. */
  String text() throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  /** Compares what stands between the marks of a part. */
  public void compare(String part, String expected) throws IOException {
    String begin = "<!-- " + part + ": begin -->\n";
    String end = "<!-- " + part + ": end -->\n";
    String text = text();
    int from = text.indexOf(begin) + begin.length();
    int to = text.indexOf(end);
    assertTrue(from >= begin.length() && to >= from, () -> file + " has no place for " + part);
    if (Boolean.getBoolean("huxin.write-vectors")) {
      Files.writeString(
          file, text.substring(0, from) + expected + text.substring(to), StandardCharsets.UTF_8);
      return;
    }
    assertEquals(expected, text.substring(from, to));
  }
}

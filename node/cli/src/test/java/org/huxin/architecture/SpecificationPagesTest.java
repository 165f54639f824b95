// SPDX-License-Identifier: Apache-2.0
package org.huxin.architecture;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Code and specification hold together: what code cites is there, and every page shows an example.
 */
final class SpecificationPagesTest {
  private static final Path ROOT = Path.of(System.getProperty("huxin.root", "../.."));
  private static final Path PAGES = ROOT.resolve("proto/spec");
  private static final Pattern CITATION = Pattern.compile("proto/spec/([a-z0-9-]+\\.md)");
  private static final Pattern REFERENCE = Pattern.compile("`([a-z0-9-]+\\.md)`");

  @Test
  void everyPageThatCodeCitesIsThere() throws IOException {
    Set<String> missing = new TreeSet<>();
    int seen = 0;
    for (String folder : List.of("proto", "node", "network-config")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          seen += missing(file, CITATION, missing);
        }
      }
    }
    assertTrue(seen > 0, "no page is cited");
    assertTrue(missing.isEmpty(), "cited, but not there: " + missing);
  }

  @Test
  void everyPageThatAPageNamesIsThereAndEveryPageShowsAnExample() throws IOException {
    Set<String> missing = new TreeSet<>();
    Set<String> without = new TreeSet<>();
    try (Stream<Path> pages = Files.list(PAGES)) {
      for (Path page : pages.filter(path -> path.toString().endsWith(".md")).toList()) {
        missing(page, REFERENCE, missing);
        String text = Files.readString(page, StandardCharsets.UTF_8);
        if (!page.endsWith("README.md")
            && !text.toLowerCase(java.util.Locale.ROOT).contains("worked example")) {
          without.add(page.getFileName().toString());
        }
      }
    }
    assertTrue(missing.isEmpty(), "named, but not there: " + missing);
    assertFalse(without.size() > 0, "pages without a worked example: " + without);
  }

  /** Collects the pages that a file names and that are not there; returns how many it names. */
  private static int missing(Path file, Pattern pattern, Set<String> missing) throws IOException {
    Matcher citation = pattern.matcher(Files.readString(file, StandardCharsets.UTF_8));
    int seen = 0;
    while (citation.find()) {
      seen++;
      String page = String.valueOf(citation.group(1));
      if (!Files.exists(PAGES.resolve(page))) {
        missing.add(file.getFileName() + " → " + page);
      }
    }
    return seen;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.architecture;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every file of code or configuration says under which licence it stands. */
final class LicenceLineTest {
  private static final Set<String> KINDS =
      Set.of("java", "xml", "sh", "proto", "properties", "yaml", "yml");

  /** What builds leave behind, and data whose bytes are given. */
  private static final Set<String> SKIPPED = Set.of("target", ".git", "vectors", "testdata");

  private static final int FIRST_LINES = 3;

  @Test
  void everySourceFileCarriesOneSpdxLine() throws IOException {
    Path root = Path.of(System.getProperty("huxin.root", "."));
    List<Path> seen = new ArrayList<>();
    List<Path> without = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean skipped =
                SKIPPED.contains(folder.getFileName().toString())
                    || folder.endsWith(Path.of("src", "test", "resources"));
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            String name = file.getFileName().toString();
            if (KINDS.contains(name.substring(name.lastIndexOf('.') + 1)) || name.equals("huxin")) {
              seen.add(file);
              if (!carriesTheLine(file)) {
                without.add(root.relativize(file));
              }
            }
            return FileVisitResult.CONTINUE;
          }
        });
    assertFalse(seen.isEmpty(), "no source file found beneath " + root);
    assertTrue(without.isEmpty(), "files without an SPDX line: " + without);
  }

  private static boolean carriesTheLine(Path file) throws IOException {
    try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
      return lines
          .limit(FIRST_LINES)
          .anyMatch(line -> line.contains("SPDX-License-Identifier: Apache-2.0"));
    }
  }
}

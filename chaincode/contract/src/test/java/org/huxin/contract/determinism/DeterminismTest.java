// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.determinism;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.huxin.contract.LedgerOperation;
import org.huxin.contract.table.HuxinContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the contract answers and writes is the same to the byte in every JVM: under other hashes of
 * objects, locales, time zones, encodings, and in every Java that this machine has.
 */
final class DeterminismTest {
  @TempDir Path folder;

  @Test
  void everyOperationAnswersAndWritesTheSameBytesInEveryJvm() throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> first = run(java, "-XX:hashCode=2", "-Duser.language=en", "-Duser.timezone=UTC");
    assertEquals(writing(), accepted(first), "not every operation is in a story");
    assertEquals(
        first,
        run(
            java,
            "-XX:hashCode=4",
            "-Duser.language=tr",
            "-Duser.country=TR",
            "-Duser.timezone=Asia/Kathmandu",
            "-Dfile.encoding=ISO-8859-1"));
    for (Path other : others(java)) {
      assertEquals(
          first,
          run(other, "-Duser.language=ar", "-Duser.timezone=America/St_Johns"),
          other.toString());
    }
  }

  private static Set<String> accepted(List<String> lines) {
    Set<String> names = new TreeSet<>();
    for (String line : lines) {
      if (!line.startsWith("#") && line.contains("=")) {
        names.add(line.substring(0, line.indexOf(' ')));
      }
    }
    return names;
  }

  private static Set<String> writing() {
    Set<String> names = new TreeSet<>();
    HuxinContract.create().table().all().stream()
        .filter(each -> !each.isQuery())
        .map(LedgerOperation::name)
        .forEach(names::add);
    return names;
  }

  /** Other versions of Java, where Linux has them. */
  private static List<Path> others(Path java) throws IOException {
    Path places = Path.of("/usr/lib/jvm");
    if (!Files.isDirectory(places)) {
      return List.of();
    }
    List<Path> found = new ArrayList<>();
    Set<Path> seen = new TreeSet<>(Set.of(java.toRealPath()));
    try (Stream<Path> folders = Files.list(places)) {
      for (Path each : folders.map(place -> place.resolve("bin/java")).sorted().toList()) {
        if (Files.isExecutable(each) && seen.add(each.toRealPath())) {
          found.add(each);
        }
      }
    }
    return found;
  }

  private List<String> run(Path java, String... options) throws Exception {
    Path output = Files.createTempFile(folder, "calls", ".txt");
    Path failure = Files.createTempFile(folder, "failure", ".txt");
    List<String> command = new ArrayList<>(List.of(java.toString(), "-Xshare:auto"));
    command.add("-XX:+UnlockExperimentalVMOptions");
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    Optional.ofNullable(System.getProperty("huxin.root"))
        .ifPresent(root -> command.add(1, "-Dhuxin.root=" + root));
    command.add(EveryStory.class.getName());
    int code =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(failure.toFile())
            .start()
            .waitFor();
    assertEquals(0, code, () -> tail(failure));
    List<String> lines = Files.readAllLines(output);
    assertTrue(lines.size() > 100, "no stories");
    return lines;
  }

  private static String tail(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}

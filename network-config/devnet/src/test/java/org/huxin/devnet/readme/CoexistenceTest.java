// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The SDK beside an application's own versions of gRPC, Protocol Buffers and Bouncy Castle: the
 * ends of the range that the POM names, each in a process with these jars in the place of ours.
 */
final class CoexistenceTest {
  private static final Path ROOT = Path.of(System.getProperty("huxin.root", ""));
  private static final Path SETS = ROOT.resolve("network-config/devnet/target/coexistence");
  private static final Pattern VERSION = Pattern.compile("-[0-9][^/]*\\.jar$");

  @TempDir static Path shared;
  private static AccreditedCity city;

  @BeforeAll
  static void found() throws IOException {
    city = new AccreditedCity(shared.resolve("net"));
  }

  @AfterAll
  static void stop() {
    city.close();
  }

  private static String artifact(Path jar) {
    return VERSION.matcher(String.valueOf(jar.getFileName())).replaceAll("");
  }

  private static List<Path> jars(String set) throws IOException {
    try (Stream<Path> files = Files.list(SETS.resolve(set))) {
      return files.sorted().toList();
    }
  }

  /** Our own class path, with these jars in the place of those of the same name. */
  private static String classPath(List<Path> jars) {
    List<String> replaced = jars.stream().map(CoexistenceTest::artifact).toList();
    List<String> path = new ArrayList<>(jars.stream().map(Path::toString).toList());
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (!replaced.contains(artifact(Path.of(entry)))) {
        path.add(entry);
      }
    }
    return String.join(File.pathSeparator, path);
  }

  private static List<String> run(String classPath, String serial)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                SdkApplication.class.getName(),
                city.city().profileFile().toString(),
                city.keyFile().toString(),
                serial,
                ROOT.resolve("proto/vectors/seal/good-stamped.ofd").toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      List<String> lines = out.lines().toList();
      assertTrue(process.waitFor(2, TimeUnit.MINUTES));
      assertEquals(0, process.exitValue(), lines.toString());
      return lines;
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void theEndsOfTheRangeDoWhatOurOwnVersionsDo() throws Exception {
    List<String> own = run(classPath(List.of()), "OWN");
    assertTrue(own.get(0).startsWith("VALID INVALID "), own.get(0));
    for (String set : List.of("oldest", "newest")) {
      List<Path> jars = jars(set);
      List<String> lines = run(classPath(jars), set.toUpperCase(java.util.Locale.ROOT));
      assertEquals(own.get(0), lines.get(0), set);
      assertEquals(
          jars.stream()
              .map(jar -> String.valueOf(jar.getFileName()))
              .filter(
                  name ->
                      name.startsWith("grpc-api-")
                          || name.startsWith("protobuf-java-4")
                          || name.startsWith("bcprov-"))
              .sorted()
              .toList(),
          lines.subList(1, 4).stream().sorted().toList());
    }
  }

  private static String member(String pom, String name) {
    Matcher matcher = Pattern.compile("<" + name + ">([^<]+)</" + name + ">").matcher(pom);
    assertTrue(matcher.find(), name);
    return matcher.group(1);
  }

  @Test
  void theRangeIsTheOneThatPeopleRead() throws IOException {
    String tested = Files.readString(ROOT.resolve("network-config/devnet/pom.xml"));
    String built = Files.readString(ROOT.resolve("pom.xml"));
    String page = Files.readString(ROOT.resolve("sdk/README.md"));
    for (String library : List.of("grpc", "protobuf", "bouncycastle")) {
      String row =
          "| %s | %s | %s |\n"
              .formatted(
                  member(tested, "coexistence.oldest." + library),
                  member(built, library + ".version"),
                  member(tested, "coexistence.newest." + library));
      assertTrue(page.contains(row), row);
    }
  }

  @Test
  void theBomNamesWhatIsEmbeddedInTheVersionOfTheRest() throws IOException {
    String bom = Files.readString(ROOT.resolve("sdk/bom/pom.xml"));
    assertEquals(
        member(Files.readString(ROOT.resolve("pom.xml")), "version"), member(bom, "version"));
    List<String> named =
        Pattern.compile("<artifactId>(huxin-[a-z]+)</artifactId>")
            .matcher(bom)
            .results()
            .map(result -> result.group(1))
            .sorted()
            .toList();
    assertEquals(
        List.of("huxin-bom", "huxin-core", "huxin-crypto", "huxin-sdk", "huxin-seal"), named);
    assertTrue(Files.readString(ROOT.resolve("sdk/README.md")).contains(member(bom, "version")));
  }
}

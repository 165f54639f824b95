// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The golden table through Fabric's Node client: {@code src/test/node}, copied to a folder of its
 * own, with the libraries that its lock file names.
 */
public final class NodeClient {
  private static final List<String> FILES =
      List.of("package.json", "package-lock.json", "golden-table.test.js");

  /** What the client's package demands. */
  private static final int MAJOR = 20;

  private static final int MINOR = 9;
  private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.(\\d+)\\.");

  private final Path folder;

  private NodeClient(Path folder) {
    this.folder = folder;
  }

  /** Why the client cannot run here, or empty. */
  public static Optional<String> obstacle() {
    try {
      String node = version("node");
      version("npm");
      Matcher numbers = VERSION.matcher(node);
      boolean known = numbers.lookingAt();
      int major = known ? Integer.parseInt(numbers.group(1)) : 0;
      int minor = known ? Integer.parseInt(numbers.group(2)) : 0;
      return major > MAJOR || (major == MAJOR && minor >= MINOR)
          ? Optional.empty()
          : Optional.of("Node %d.%d is needed, this is %s".formatted(MAJOR, MINOR, node));
    } catch (IOException e) {
      return Optional.of("Node or npm is not installed: " + e.getMessage());
    }
  }

  private static String version(String program) throws IOException {
    Process process = new ProcessBuilder(program, "--version").start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  /**
   * The client, installed if it is not yet.
   *
   * @param sources the files as they stand in the project
   * @param folder where it is installed
   * @throws IOException with what npm said, if the libraries cannot be had
   */
  public static NodeClient install(Path sources, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String file : FILES) {
      Files.copy(sources.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    Path installed = folder.resolve("node_modules").resolve(".package-lock.json");
    boolean current =
        Files.exists(installed)
            && Files.getLastModifiedTime(installed)
                    .compareTo(Files.getLastModifiedTime(sources.resolve("package-lock.json")))
                > 0;
    NodeClient client = new NodeClient(folder);
    if (!current) {
      // The one optional library is for hardware keys, and is compiled when it is installed.
      Run installation =
          client.run(
              List.of(
                  "npm",
                  "ci",
                  "--ignore-scripts",
                  "--omit=optional",
                  "--no-audit",
                  "--no-fund",
                  "--loglevel=error"));
      if (installation.exit() != 0) {
        throw new IOException("npm ci: " + installation.output());
      }
    }
    return client;
  }

  /**
   * What a run gave.
   *
   * @param exit 0 if all tests passed
   * @param output of the tests
   */
  public record Run(int exit, String output) {}

  /**
   * Runs the golden table.
   *
   * @param connection a folder as {@link org.huxin.embedded.connection.ConnectionFolder} writes it
   * @param mspId whom to connect to
   */
  public Run goldenTable(Path connection, String mspId, Set<ExpectedDifference> differences)
      throws IOException {
    return run(
        List.of("node", "--test", "--test-reporter=tap", "golden-table.test.js"),
        "HUXIN_CONNECTION",
        connection.toAbsolutePath().toString(),
        "HUXIN_MSP",
        mspId,
        "HUXIN_DIFFERENCES",
        differences.stream().map(ExpectedDifference::name).collect(Collectors.joining(",")));
  }

  private Run run(List<String> command, String... environment) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    for (int i = 0; i < environment.length; i += 2) {
      builder.environment().put(environment[i], environment[i + 1]);
    }
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return new Run(process.waitFor(), output);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}

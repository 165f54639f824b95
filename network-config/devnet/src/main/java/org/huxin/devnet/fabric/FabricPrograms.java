// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.fabric;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fabric's own programs, of the one version that this project is tested with.
 *
 * @param peer the program {@code peer}
 * @param orderer the program {@code orderer}
 */
public record FabricPrograms(Path peer, Path orderer) {
  /** The version; no other is taken. */
  public static final String VERSION = "v3.1.5";

  /** The variable that names the folder of the programs; without it they are on the path. */
  public static final String FOLDER_VARIABLE = "HUXIN_FABRIC_BIN";

  /** A build by hand leaves out the letter. */
  private static final Pattern VERSION_LINE =
      Pattern.compile("(?m)^\\s*Version:\\s*v?([^\\s]+)\\s*$");

  private static final String NO_VERSION = "none";
  private static final int VERSION_SECONDS = 20;
  private static final int LONGEST_ANSWER = 4096;

  /**
   * Finds the programs and asks each for its version.
   *
   * @param environment the variables {@value #FOLDER_VARIABLE} and {@code PATH}
   * @throws FabricRefusedException {@link FabricRefusal#PROGRAM_MISSING} or {@link
   *     FabricRefusal#PROGRAM_VERSION}
   */
  public static FabricPrograms find(Map<String, String> environment) {
    String folder = environment.getOrDefault(FOLDER_VARIABLE, "");
    List<Path> folders =
        folder.isEmpty()
            ? Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .toList()
            : List.of(Path.of(folder));
    String where = folder.isEmpty() ? "PATH" : FOLDER_VARIABLE;
    return new FabricPrograms(find("peer", folders, where), find("orderer", folders, where));
  }

  private static Path find(String program, List<Path> folders, String where) {
    Path file =
        folders.stream()
            .map(folder -> folder.resolve(program).toAbsolutePath())
            .filter(candidate -> Files.isRegularFile(candidate) && Files.isExecutable(candidate))
            .findFirst()
            .orElseThrow(
                () ->
                    new FabricRefusedException(
                        FabricRefusal.PROGRAM_MISSING,
                        Map.of("program", program + " " + VERSION, "looked in", where)));
    String found = version(file);
    if (!VERSION.equals("v" + found)) {
      throw new FabricRefusedException(
          FabricRefusal.PROGRAM_VERSION,
          Map.of("program", program, "found", found, "needed", VERSION, "looked in", where));
    }
    return file;
  }

  /** What the program says of itself, without the letter; a program that says nothing has none. */
  private static String version(Path program) {
    Process process = null;
    try {
      process = new ProcessBuilder(program.toString(), "version").redirectErrorStream(true).start();
      process.getOutputStream().close();
      if (!process.waitFor(VERSION_SECONDS, TimeUnit.SECONDS)) {
        return NO_VERSION;
      }
      Matcher line =
          VERSION_LINE.matcher(
              new String(
                  process.getInputStream().readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8));
      return line.find() ? line.group(1) : NO_VERSION;
    } catch (IOException e) {
      return NO_VERSION;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return NO_VERSION;
    } finally {
      if (process != null) {
        process.destroyForcibly();
      }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Fabric's programs run on POSIX systems")
class SupervisedProcessTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;

  private SupervisedProcess start(String script, String... variables) throws IOException {
    return start(folder, script, variables);
  }

  static SupervisedProcess start(Path folder, String script, String... variables)
      throws IOException {
    return SupervisedProcess.start(
        "test",
        Path.of("/bin/sh"),
        List.of("-c", script),
        variables.length == 0
            ? Map.of("PATH", "/usr/bin:/bin")
            : Map.of("PATH", "/usr/bin:/bin", variables[0], variables[1]),
        folder,
        folder.resolve("log"));
  }

  /** A program that says when it has begun, and then waits. */
  private SupervisedProcess waiting() throws Exception {
    SupervisedProcess process = start("echo begun $$; exec sleep 600");
    awaitLog(folder, "begun");
    return process;
  }

  private static void awaitLog(Path folder, String words) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.readString(folder.resolve("log")).contains(words)) {
      assertTrue(System.nanoTime() < end, words);
      Thread.onSpinWait();
    }
  }

  @Test
  void writesWhatTheProgramPrintsToTheLog() throws Exception {
    try (SupervisedProcess process = start("echo out; echo err >&2")) {
      assertFalse(process.awaitListening(1, PATIENCE));
      assertEquals("out\nerr\n", Files.readString(process.log()));
    }
  }

  @Test
  void handsOnlyItsOwnVariablesOn() throws Exception {
    try (SupervisedProcess process = start("echo \"$GIVEN-$HOME\"", "GIVEN", "yes")) {
      assertFalse(process.awaitListening(1, PATIENCE));
      assertEquals("yes-", process.lastWords());
    }
  }

  @Test
  void remembersTheLastError() throws Exception {
    try (SupervisedProcess process = start("echo 'panic: no'; echo trace; exit 2")) {
      assertFalse(process.awaitListening(1, PATIENCE));
      assertEquals("panic: no", process.lastWords());
    }
  }

  @Test
  void waitsUntilAPortIsOpen() throws Exception {
    try (SupervisedProcess process = waiting();
        ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertTrue(process.awaitListening(port.getLocalPort(), PATIENCE));
    }
  }

  @Test
  void givesUpOnAPortThatStaysClosed() throws Exception {
    int closed;
    try (ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = port.getLocalPort();
    }
    try (SupervisedProcess process = waiting()) {
      assertFalse(process.awaitListening(closed, Duration.ofMillis(50)));
      assertTrue(process.running());
    }
  }

  @Test
  void endsTheProgram() throws Exception {
    SupervisedProcess process = waiting();
    ProcessHandle program = handle(process.log());
    process.close();
    assertFalse(process.running());
    assertFalse(program.isAlive());
    assertEquals(OptionalLong.empty(), process.pid());
  }

  @Test
  void killsTheProgram() throws Exception {
    SupervisedProcess process = waiting();
    process.kill();
    assertFalse(process.running());
    process.close();
  }

  @Test
  void endsTheProgramWhenTheJvmIsKilled() throws Exception {
    Process jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Owner.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader answer = jvm.inputReader(StandardCharsets.UTF_8)) {
      assertEquals("started", answer.readLine());
      ProcessHandle program = handle(folder.resolve("log"));
      assertTrue(program.isAlive());
      jvm.destroyForcibly();
      program.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      assertFalse(program.isAlive());
    }
  }

  /** The program's own words: its process id stays when it becomes another program. */
  private static ProcessHandle handle(Path log) throws IOException {
    String words = Files.readString(log).strip();
    return ProcessHandle.of(Long.parseLong(words.substring(words.lastIndexOf(' ') + 1)))
        .orElseThrow();
  }

  /** A JVM that is killed while its program runs. */
  static final class Owner {
    private Owner() {}

    public static void main(String[] arguments) throws Exception {
      Path folder = Path.of(arguments[0]);
      try (SupervisedProcess process = start(folder, "echo begun $$; exec sleep 600")) {
        awaitLog(folder, "begun");
        System.out.println("started");
        System.in.read();
        process.kill();
      }
    }
  }
}

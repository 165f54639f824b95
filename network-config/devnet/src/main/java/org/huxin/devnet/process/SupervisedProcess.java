// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A program that lives no longer than this JVM, however that ends: a shell between the two ends the
 * program once the pipe from the JVM breaks. What it prints goes to a file. For POSIX systems.
 * Thread-safe.
 */
public final class SupervisedProcess implements AutoCloseable {
  /**
   * The program's input is empty; the shell's own is the pipe. One reader waits for its end and
   * then ends the program, the shell itself waits for the program's end and then ends the reader.
   */
  private static final String SUPERVISOR =
      """
      exec 3<&0
      "$@" </dev/null 3<&- &
      program=$!
      { read -r _ <&3; kill "$program"; } 2>/dev/null &
      reader=$!
      exec 3<&-
      wait "$program"
      status=$?
      kill "$reader" 2>/dev/null
      exit "$status"
      """;

  /** Between two looks at a port. */
  private static final int LOOK_MILLIS = 20;

  /** What a program needs to close its files; then it is ended at once. */
  private static final int STOP_SECONDS = 10;

  private static final int TAIL = 1 << 16;
  private static final Pattern ERROR = Pattern.compile("ERRO|PANI|FATA|panic:|[Ee]rror:");

  private final String name;
  private final Path program;
  private final Path log;
  private final Process supervisor;

  private SupervisedProcess(String name, Path program, Path log, Process supervisor) {
    this.name = name;
    this.program = program;
    this.log = log;
    this.supervisor = supervisor;
  }

  /**
   * Starts a program.
   *
   * @param name what people call it
   * @param program the file that is run
   * @param environment all of its variables; those of this JVM are not handed on
   * @param directory where it runs
   * @param log to which its output is added
   * @throws IOException if it cannot be started
   */
  public static SupervisedProcess start(
      String name,
      Path program,
      List<String> arguments,
      Map<String, String> environment,
      Path directory,
      Path log)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", SUPERVISOR, "sh"));
    command.add(program.toString());
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().clear();
    builder.environment().putAll(environment);
    return new SupervisedProcess(name, program, log, builder.start());
  }

  /** What people call it. */
  public String name() {
    return name;
  }

  /** The file of its output. */
  public Path log() {
    return log;
  }

  /** Whether it runs. */
  public boolean running() {
    return supervisor.isAlive();
  }

  /** The program's process id; empty if it has ended or not begun. */
  public OptionalLong pid() {
    return supervisor
        .descendants()
        .filter(child -> child.info().command().filter(this::isProgram).isPresent())
        .mapToLong(ProcessHandle::pid)
        .findFirst();
  }

  private boolean isProgram(String command) {
    return Path.of(command).getFileName().equals(program.getFileName());
  }

  /**
   * Waits until it accepts connections on a port of the loopback interface.
   *
   * @return whether it did so before it ended and before the time was over
   */
  public boolean awaitListening(int port, Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (System.nanoTime() < end) {
      if (listens(port)) {
        return true;
      }
      if (supervisor.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        return false;
      }
    }
    return false;
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), LOOK_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** The last line that tells of an error, or else the last line; empty if there is none. */
  public String lastWords() {
    try {
      byte[] bytes = Files.readAllBytes(log);
      int start = Math.max(0, bytes.length - TAIL);
      List<String> lines =
          new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank())
              .toList();
      return lines.stream()
          .filter(line -> ERROR.matcher(line).find())
          .reduce((earlier, later) -> later)
          .or(() -> lines.stream().reduce((earlier, later) -> later))
          .orElse("");
    } catch (IOException e) {
      return "";
    }
  }

  /** Ends the program at once, as if the machine had failed. */
  public void kill() {
    supervisor.descendants().forEach(ProcessHandle::destroyForcibly);
    supervisor.onExit().join();
  }

  /** Lets the program end; once this returns, it has. */
  @Override
  public void close() {
    try {
      supervisor.getOutputStream().close();
    } catch (IOException e) {
      // A pipe that is broken already has said what was to be said.
      supervisor.descendants().forEach(ProcessHandle::destroy);
    }
    try {
      if (!supervisor.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
  }
}

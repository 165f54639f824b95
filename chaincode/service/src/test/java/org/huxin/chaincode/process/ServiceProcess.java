// SPDX-License-Identifier: Apache-2.0
package org.huxin.chaincode.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The service as an operator runs it: a process of its own. Safe for all threads. */
final class ServiceProcess implements AutoCloseable {
  private static final int SECONDS = 60;
  private static final Pattern LISTENS =
      Pattern.compile("huxin-chaincode: listens on 127\\.0\\.0\\.1:([0-9]+) .*");

  private final Process process;
  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
  private final CompletableFuture<Integer> port = new CompletableFuture<>();
  private final Thread reader;

  private ServiceProcess(Process process) {
    this.process = process;
    this.reader = new Thread(this::read, "output");
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Starts it.
   *
   * @param environment all of its environment
   */
  static ServiceProcess start(Map<String, String> environment) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // gRPC loads a library; newer JDKs would say so in lines of their own.
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                HuxinService.class.getName())
            .redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    return new ServiceProcess(builder.start());
  }

  private void read() {
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        lines.add(line);
        Matcher listens = LISTENS.matcher(line);
        if (listens.matches()) {
          port.complete(Integer.valueOf(listens.group(1)));
        }
      }
      port.completeExceptionally(new IllegalStateException("ended: " + lines));
    } catch (IOException e) {
      port.completeExceptionally(e);
    }
  }

  /** The port, once it listens. */
  int port() throws Exception {
    return port.get(SECONDS, TimeUnit.SECONDS);
  }

  /** Tells it to end, as an operator does: SIGTERM. */
  void terminate() {
    process.destroy();
  }

  /** Waits for its end; the exit code. */
  int end() throws InterruptedException {
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("does not end: " + lines);
    }
    reader.join();
    return process.exitValue();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** What it has said so far. */
  List<String> lines() {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}

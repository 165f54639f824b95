// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.benchmark;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From the start of a fresh JVM to the first committed transaction, client included; each sample is
 * a process of its own, so p0.50 counts. The class path is that of who tests with the embedded
 * network: without the native provider of signatures, which costs a start more than it gives.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 1, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class StartUpBenchmark {
  private static final String NATIVE_PROVIDER = "AmazonCorretto";

  /** As the launcher starts Java: what comes first is short. */
  private static final List<String> OPTIONS =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  /** The organisations. */
  @Param({"Org1MSP", "Org1MSP,Org2MSP,Org3MSP,Org4MSP"})
  public String organisations = "";

  /** Whether the JVM maps an archive of the classes that it loaded the last time. */
  @Param({"false", "true"})
  public boolean archived;

  private List<String> command = List.of();
  private Optional<Process> process = Optional.empty();

  /** Prepares the class path, and the archive. */
  @Setup(Level.Trial)
  public void prepare() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("start-up-benchmark");
    List<String> started = new ArrayList<>(List.of(JavaCommand.program()));
    started.addAll(OPTIONS);
    List<String> program = new ArrayList<>(List.of("-cp", classPath(folder)));
    program.add(FirstTransaction.class.getName());
    program.addAll(List.of(organisations.split(",", -1)));
    if (archived) {
      Path archive = folder.resolve("classes.jsa");
      List<String> recording = new ArrayList<>(started);
      recording.add("-XX:ArchiveClassesAtExit=" + archive);
      recording.addAll(program);
      start(recording);
      end();
      started.add("-XX:SharedArchiveFile=" + archive);
    }
    started.addAll(program);
    command = started;
  }

  /** One process, until it has committed. */
  @Benchmark
  public String firstTransaction() throws IOException {
    return start(command);
  }

  /** What a process does after its first transaction is not counted. */
  @TearDown(Level.Invocation)
  public void end() throws InterruptedException {
    if (process.isPresent()) {
      process.get().waitFor();
      process = Optional.empty();
    }
  }

  private String start(List<String> command) throws IOException {
    Process started =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    process = Optional.of(started);
    BufferedReader output =
        new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.equals(FirstTransaction.DONE)) {
        return line;
      }
    }
    throw new IllegalStateException("nothing was committed");
  }

  /** Folders become jars: Java archives classes of jars alone. */
  private static String classPath(Path folder) throws IOException {
    List<String> entries = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (Files.isDirectory(Path.of(entry))) {
        entries.add(jar(Path.of(entry), folder.resolve(entries.size() + ".jar")).toString());
      } else if (!entry.contains(NATIVE_PROVIDER)) {
        entries.add(entry);
      }
    }
    return String.join(File.pathSeparator, entries);
  }

  private static Path jar(Path content, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream output = new JarOutputStream(file);
        Stream<Path> files = Files.walk(content)) {
      for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
        output.putNextEntry(
            new JarEntry(content.relativize(each).toString().replace(File.separatorChar, '/')));
        Files.copy(each, output);
        output.closeEntry();
      }
    }
    return jar;
  }
}

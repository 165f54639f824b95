// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.benchmark;

import io.grpc.InsecureChannelCredentials;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.huxin.embedded.pki.OrganisationKeysFolder;
import org.huxin.embedded.suite.GatewayClient;
import org.huxin.embedded.suite.NetworkMember;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Submits with 1,000 in flight, from an unmodified client in this process to a network in another;
 * each is waited for until it is committed. The score is the time of one; after each iteration the
 * network's own CPU time for one is printed, which the client and other programs do not disturb. A
 * native Fabric 3.1.5 of one organisation takes 5,155 µs of it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 10)
@Measurement(iterations = 5, time = 10)
@Fork(1)
public class SubmitBenchmark {
  private static final int IN_FLIGHT = 1_000;
  private static final int EACH = 5;

  /** The organisations; a majority endorses. */
  @Param({"Org1MSP", "Org1MSP,Org2MSP,Org3MSP,Org4MSP"})
  public String organisations = "";

  private final AtomicLong keys = new AtomicLong();
  private @Nullable Process process;
  private @Nullable GatewayClient client;
  private @Nullable ExecutorService submitters;
  private Duration cpuBefore = Duration.ZERO;
  private long submittedBefore;

  /** Starts the network, and a client. */
  @Setup(Level.Trial)
  public void start() throws IOException {
    Path folder = Files.createTempDirectory("submit-benchmark");
    List<String> mspIds = List.of(organisations.split(",", -1));
    List<String> command = new ArrayList<>(JavaCommand.of());
    command.addAll(List.of(NetworkProcess.class.getName(), folder.toString()));
    command.addAll(mspIds);
    Process started =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    process = started;
    BufferedReader output =
        new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
    String line = Objects.requireNonNull(output.readLine(), "the network did not start");
    String mspId = mspIds.get(0);
    client =
        new GatewayClient(
            "licence",
            new NetworkMember(
                new OrganisationKeysFolder(folder.resolve("org1.example"))
                    .read(mspId, "org1.example"),
                line.substring(NetworkProcess.READY.length() + 1),
                InsecureChannelCredentials.create()));
    submitters = Executors.newFixedThreadPool(IN_FLIGHT);
  }

  /** Stops them. */
  @TearDown(Level.Trial)
  public void stop() throws IOException, InterruptedException {
    Objects.requireNonNull(submitters).shutdownNow();
    Objects.requireNonNull(client).close();
    Process running = Objects.requireNonNull(process);
    running.getOutputStream().close();
    running.waitFor();
  }

  /** Notes what the network has used. */
  @Setup(Level.Iteration)
  public void begin() {
    cpuBefore = cpu();
    submittedBefore = keys.get();
  }

  /** Prints what the network used for each transaction. */
  @TearDown(Level.Iteration)
  public void report() {
    long transactions = keys.get() - submittedBefore;
    System.out.printf(
        java.util.Locale.ROOT,
        "%n%d transactions, CPU of the network for one: %.0f µs%n",
        transactions,
        cpu().minus(cpuBefore).toNanos() / 1e3 / transactions);
  }

  private Duration cpu() {
    return Objects.requireNonNull(process).toHandle().info().totalCpuDuration().orElseThrow();
  }

  /** So many submits, each on a key of its own. */
  @Benchmark
  @OperationsPerInvocation(IN_FLIGHT * EACH)
  public void submit() throws ExecutionException, InterruptedException {
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < IN_FLIGHT; i++) {
      running.add(Objects.requireNonNull(submitters).submit(this::submitSome));
    }
    for (Future<?> one : running) {
      one.get();
    }
  }

  private @Nullable Void submitSome() throws Exception {
    for (int i = 0; i < EACH; i++) {
      Objects.requireNonNull(client)
          .contract("licence")
          .submitTransaction("put", "k" + keys.incrementAndGet(), "v");
    }
    return null;
  }
}

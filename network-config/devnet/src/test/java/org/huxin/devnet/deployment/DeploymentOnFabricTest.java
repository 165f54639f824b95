// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.huxin.chaincode.process.HuxinService;
import org.huxin.core.id.LedgerId;
import org.huxin.devnet.fabric.FabricPrograms;
import org.huxin.devnet.fabric.RequiresFabric;
import org.huxin.devnet.fabric.TestNetworks;
import org.huxin.devnet.network.Founding;
import org.huxin.devnet.process.SupervisedProcess;
import org.huxin.devnet.topology.City;
import org.huxin.devnet.topology.Topology;
import org.huxin.sdk.gateway.GatewayLedger;
import org.huxin.sdk.ledger.LedgerClient;
import org.huxin.sdk.profile.Profile;
import org.junit.jupiter.api.Test;

/** The folders of the four cities' machines, used as their operators would, on one machine. */
@RequiresFabric
class DeploymentOnFabricTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int SCRIPT_SECONDS = 120;

  private final FabricPrograms programs = FabricPrograms.find(System.getenv());
  private final List<SupervisedProcess> running = new ArrayList<>();

  @Test
  void theScriptsFoundTheLedger() throws Exception {
    Topology topology = TestNetworks.freePorts();
    Path folder = TestNetworks.folder().resolve("cities").toAbsolutePath();
    Installation here =
        new Installation(
            folder.resolve("{city}"), folder.resolve("{city}").resolve("data"), "127.0.0.1");
    LedgerId ledger =
        Deployment.write(
            topology, Founding.standard(), here, folder, Instant.now(), new SecureRandom());
    try {
      for (City city : topology.cities()) {
        startFabric(folder.resolve(city.domain()), city);
      }
      for (String script : List.of("1-join-orderer.sh", "2-join-peer.sh", "3-approve.sh")) {
        for (City city : topology.cities()) {
          run(folder.resolve(city.domain()), script);
        }
      }
      for (City city : topology.cities()) {
        startChaincode(folder.resolve(city.domain()), city);
      }
      run(folder.resolve(topology.cities().get(1).domain()), "4-commit.sh");
      run(folder.resolve(topology.cities().get(2).domain()), "5-found.sh");
      for (City city : topology.cities()) {
        Profile profile = Profile.read(folder.resolve(city.domain()).resolve("profile.json"));
        assertEquals(ledger, profile.ledger());
        try (LedgerClient client = GatewayLedger.of(profile)) {
          assertTrue(
              client.evaluate("GetGenesis", List.of()).decodeUtf8().contains(city.name()),
              city.english());
        }
      }
    } finally {
      running.forEach(SupervisedProcess::close);
    }
  }

  private void startFabric(Path folder, City city) throws Exception {
    start(folder, "orderer", programs.orderer(), List.of(), city.endpoints().orderer().port());
    start(
        folder, "peer", programs.peer(), List.of("node", "start"), city.endpoints().peer().port());
  }

  private void startChaincode(Path folder, City city) throws Exception {
    start(
        folder,
        "chaincode",
        Path.of(System.getProperty("java.home"), "bin", "java"),
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx64m",
            "-cp",
            System.getProperty("java.class.path"),
            HuxinService.class.getName()),
        city.endpoints().chaincode().port());
  }

  private void start(Path folder, String process, Path program, List<String> arguments, int port)
      throws IOException, InterruptedException {
    Map<String, String> environment = new TreeMap<>();
    environment.put("PATH", System.getenv("PATH"));
    for (String line : Files.readAllLines(folder.resolve(process + ".env"))) {
      int sign = line.indexOf('=');
      environment.put(line.substring(0, sign), line.substring(sign + 1));
    }
    Path log = folder.resolve(process + ".log");
    SupervisedProcess started =
        SupervisedProcess.start(process, program, arguments, environment, folder, log);
    running.add(started);
    assertTrue(started.awaitListening(port, PATIENCE), () -> process + ": " + started.lastWords());
  }

  private void run(Path folder, String script) throws Exception {
    Path output = folder.resolve(script + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(folder.resolve(script).toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder
        .environment()
        .merge(
            "PATH",
            programs.peer().toAbsolutePath().resolveSibling("").toString(),
            (path, own) -> own + ":" + path);
    // What a shell of an operator may hold.
    builder.environment().put("CORE_PEER_LOCALMSPID", "NobodyMSP");
    Process process = builder.start();
    process.getOutputStream().close();
    assertTrue(process.waitFor(SCRIPT_SECONDS, TimeUnit.SECONDS), script);
    assertEquals(0, process.exitValue(), () -> script + ": " + read(output));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

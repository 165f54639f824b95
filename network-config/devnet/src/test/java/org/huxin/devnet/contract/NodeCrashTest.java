// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.huxin.contract.sample.SampleCity;
import org.huxin.crypto.digest.Digest;
import org.huxin.fabric.block.LedgerBlock;
import org.huxin.fabric.validation.LedgerReplay;
import org.huxin.node.check.CheckReport;
import org.huxin.node.check.ReplicaCheck;
import org.huxin.node.process.NodeParticipants;
import org.huxin.node.process.NodeSettings;
import org.huxin.node.replay.ContractReplay;
import org.huxin.node.replay.RulesVersions;
import org.huxin.node.replica.Replica;
import org.huxin.sdk.profile.Profile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A node's process that is killed at any moment, again and again, and started again. */
@Timeout(600)
class NodeCrashTest {
  private static final int KILLS = 6;
  private static final int BLOCKS = 40;

  /** Enough kills meet a commit that is under way; the seed makes a failure come again. */
  private static final Random MOMENTS = new Random(20261125);

  private static final EmbeddedCityNetwork NETWORK = new EmbeddedCityNetwork();
  private static final CityLedger LEDGER = new CityLedger(NETWORK, "huxin");

  @TempDir private Path folder;

  @BeforeAll
  static void fill() throws Exception {
    LEDGER.found();
    SampleRegistrations registrations = new SampleRegistrations(LEDGER);
    while (NETWORK.network().height() < BLOCKS) {
      byte[] unused =
          LEDGER
              .contract(SampleCity.ORDOS)
              .submitTransaction(SampleRegistrations.OPERATION, registrations.next().jws().text());
    }
  }

  @AfterAll
  static void stop() {
    LEDGER.close();
  }

  private Path settings() throws IOException {
    Files.write(
        folder.resolve("profile.json"),
        Profile.CODEC
            .toBytes(NETWORK.profile(LEDGER.id(), "huxin", SampleCity.BAOTOU))
            .toByteArray());
    return Files.writeString(
        folder.resolve("node.json"),
        """
        {"folder": "replica", "genesis": "%s", "profile": "profile.json", "tipSeconds": 1}
        """
            .formatted(LedgerBlock.read(NETWORK.genesis()).headerHash().hex()));
  }

  private static Process start(Path settings) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            NodeUnderTest.class.getName(),
            settings.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static BufferedReader output(Process node) {
    return new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8));
  }

  private static long next(BufferedReader output) throws IOException {
    String line = output.readLine();
    if (line == null) {
      throw new AssertionError("the node has ended by itself");
    }
    return Long.parseLong(line);
  }

  /** The state that follows from the network's own blocks. */
  private static Digest expected(long height) {
    LedgerBlock genesis = LedgerBlock.read(NETWORK.genesis());
    LedgerReplay replay = LedgerReplay.begin(genesis, genesis.headerHash());
    for (long number = 1; number < height; number++) {
      assertEquals(number, replay.next(LedgerBlock.read(NETWORK.network().block(number))).number());
    }
    return replay.stateDigest();
  }

  private static CheckReport fsck(Path settings, Path beside) {
    NodeSettings read = NodeSettings.read(settings);
    try (Replica replica =
        Replica.open(read.folder(), read.pin(), NodeParticipants.all(), () -> Long.MAX_VALUE)) {
      return new ReplicaCheck(
              new ContractReplay(read.pin(), RulesVersions.all()), NodeParticipants.all())
          .check(replica, beside, InstantSource.system());
    }
  }

  @Test
  void killedAtAnyMomentItGoesOnAndHoldsWhatFollowsFromTheBlocks() throws Exception {
    Path settings = settings();
    long reached = -1;
    for (int kill = 0; kill < KILLS; kill++) {
      Process node = start(settings);
      try (BufferedReader output = output(node)) {
        long from = next(output);
        assertTrue(from >= reached, "what was committed is still there");
        reached = from;
        // Somewhere within the next blocks, be it between two or while one is written.
        long until = Math.min(from + 1 + MOMENTS.nextInt(BLOCKS / KILLS), BLOCKS - 1L);
        while (reached < until) {
          reached = next(output);
        }
      } finally {
        node.destroyForcibly().waitFor();
      }
      CheckReport report = fsck(settings, folder);
      assertTrue(report.isSound(), report.toString());
      assertTrue(report.blocks() > reached, report.toString());
    }
    Process last = start(settings);
    try (BufferedReader output = output(last)) {
      while (reached < NETWORK.network().height() - 1) {
        reached = next(output);
      }
      // It is asked to end, and ends by itself.
      last.destroy();
      assertTrue(last.waitFor(60, TimeUnit.SECONDS));
    } finally {
      last.destroyForcibly().waitFor();
    }
    CheckReport report = fsck(settings, folder);
    assertTrue(report.isSound(), report.toString());
    assertEquals(NETWORK.network().height(), report.blocks());
    assertEquals(expected(report.blocks()), report.stateDigest());
    assertEquals(List.of(), report.differences());
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.fabric.GoldenLedger;
import org.huxin.fabric.block.LedgerBlock;
import org.huxin.node.RecordedPeer;
import org.huxin.node.finding.FindingCode;
import org.huxin.node.replica.ChainPin;
import org.huxin.node.replica.FreeSpace;
import org.huxin.node.replica.ReplicaRefusal;
import org.huxin.node.replica.ReplicaRefusedException;
import org.huxin.node.status.NodePhase;
import org.huxin.node.status.NodeState;
import org.huxin.sdk.ledger.Pause;
import org.huxin.sdk.profile.Profile;
import org.hyperledger.fabric.protos.common.Block;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A whole node, whose peers are recordings. */
@Timeout(120)
final class ValidatingNodeTest {
  private static final List<Block> CHAIN = GoldenLedger.blocks("ordos");
  private static final Bytes GENESIS = new LedgerBlock(CHAIN.get(0)).headerHash();

  /**
   * The recorded network has no contract of this name: of its blocks, Fabric's rules are judged.
   */
  private static final ChainPin PIN =
      new ChainPin(GENESIS, "huxin", RecordedPeer.pin(GENESIS).ledger());

  private static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");
  private static final Pause SHORT = length -> Thread.sleep(1);

  @TempDir private Path folder;

  private ValidatingNode node(FreeSpace space, RecordedPeer... peers) throws Exception {
    Path page =
        Path.of(System.getProperty("huxin.root", ""), "proto", "spec", "connection-profile.md");
    Matcher found = Pattern.compile("```json\n(.+)\n```").matcher(Files.readString(page));
    assertTrue(found.find());
    Profile profile = Profile.parse(Bytes.utf8(found.group(1)));
    NodeSettings settings = new NodeSettings(folder, PIN, profile, Duration.ofSeconds(1));
    return DaggerRecordedNodeComponent.factory()
        .of(settings, List.of(peers), () -> NOW, new Random(1), SHORT, space)
        .node();
  }

  private static RecordedPeer peer(String name, int height) {
    return new RecordedPeer(name, CHAIN, height);
  }

  @Test
  void followsWatchesAndEnds() throws Exception {
    RecordedPeer lagging = peer("hohhot", 20);
    ValidatingNode node =
        node(
            () -> Long.MAX_VALUE,
            peer("ordos", 40),
            peer("baotou", 40),
            lagging,
            peer("ulanqab", 40));
    node.start();
    NodeState state = node.status().await(now -> now.currentAt().isPresent());
    assertEquals(39, state.number());
    assertEquals(Optional.of(Duration.ZERO), state.age(NOW));
    assertEquals(20, state.peers().get(2).lag(39));
    node.close();
    node.close();
    assertEquals(NodePhase.CLOSED, node.state().phase());
    assertEquals(
        ReplicaRefusal.REPLICA_CLOSED,
        assertThrows(ReplicaRefusedException.class, () -> node.replica().block(0)).code());
  }

  @Test
  void aFullDiskStopsFollowingAndSaysSo() throws Exception {
    int[] blocks = {0};
    FreeSpace filling = () -> ++blocks[0] > 10 ? 0 : Long.MAX_VALUE;
    try (ValidatingNode node = node(filling, peer("ordos", 40))) {
      node.start();
      NodeState state = node.status().await(now -> now.phase() == NodePhase.READ_ONLY);
      assertEquals(Optional.of(ReplicaRefusal.REPLICA_DISK_FULL), state.failure());
      assertEquals(9, state.number());
      assertTrue(state.isAlarmed());
      assertEquals(CHAIN.get(9), node.replica().block(9).orElseThrow().block());
    }
  }

  @Test
  void aStoppedNodeGoesOnOnceItIsLet() throws Exception {
    RecordedPeer peer =
        peer("ordos", 40)
            .showing(block -> block.getHeader().getNumber() == 7 ? CHAIN.get(8) : block);
    try (ValidatingNode node = node(() -> Long.MAX_VALUE, peer)) {
      node.start();
      NodeState state = node.status().await(now -> now.phase() == NodePhase.STOPPED);
      assertEquals(FindingCode.BLOCK_REFUSED, state.stop().orElseThrow().code());
      RecordedPeer honest = peer.showing(block -> block);
      node.goOn();
      NodeState after = node.status().await(now -> now.number() == 39);
      assertEquals(NodePhase.FOLLOWING, after.phase());
      assertTrue(honest.opened() > 1);
    }
  }
}

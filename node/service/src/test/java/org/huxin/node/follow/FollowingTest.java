// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.follow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.fabric.GoldenLedger;
import org.huxin.fabric.block.LedgerBlock;
import org.huxin.fabric.validation.LedgerReplay;
import org.huxin.node.RecordedPeer;
import org.huxin.node.finding.Finding;
import org.huxin.node.finding.FindingCode;
import org.huxin.node.finding.FoundWrongException;
import org.huxin.node.replay.BlockReplay;
import org.huxin.node.replica.Replica;
import org.huxin.node.replica.ReplicaRefusal;
import org.huxin.node.replica.ReplicaRefusedException;
import org.huxin.node.status.NodePhase;
import org.huxin.node.status.NodeState;
import org.huxin.node.status.NodeStatus;
import org.huxin.node.status.PeerStanding;
import org.huxin.sdk.ledger.Backoff;
import org.huxin.sdk.ledger.Pause;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Follows the recorded chains as if peers served them. */
@Timeout(120)
final class FollowingTest {
  private static final List<Block> ORDOS = GoldenLedger.blocks("ordos");
  private static final List<Block> BAOTOU = GoldenLedger.blocks("baotou");
  private static final Bytes GENESIS = new LedgerBlock(ORDOS.get(0)).headerHash();
  private static final int ALL = ORDOS.size();
  private static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(1), Duration.ofMillis(2));

  @TempDir private Path folder;
  private final List<Node> nodes = new ArrayList<>();

  /** What follows, on a replica of its own. */
  private static final class Node {
    private final Replica replica;
    private final NodeStatus status = new NodeStatus();
    private final BlockAcceptor acceptor;
    private final List<AutoCloseable> running = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private Instant now = NOW;

    Node(Path folder, Bytes genesis) {
      replica = Replica.open(folder, RecordedPeer.pin(genesis), List.of(), () -> Long.MAX_VALUE);
      acceptor = new BlockAcceptor(replica, BlockReplay.NOTHING, status, () -> now);
    }

    Node follow(BlockSource... sources) {
      Follower follower =
          new Follower(List.of(sources), acceptor, status, BACKOFF, new Random(1), Pause.SLEEP);
      running.add(follower);
      return start(follower);
    }

    Node watch(BlockSource source) {
      ForkWatch watch =
          new ForkWatch(source, acceptor, status, BACKOFF, new Random(1), Pause.SLEEP);
      running.add(watch);
      return start(watch);
    }

    TipWatch tips(BlockSource... sources) {
      return new TipWatch(
          List.of(sources), acceptor, status, () -> now, Duration.ofSeconds(1), Pause.SLEEP);
    }

    private Node start(Runnable work) {
      Thread thread = new Thread(work);
      thread.start();
      threads.add(thread);
      return this;
    }

    NodeState await(NodeStatus.Condition condition) throws InterruptedException {
      return status.await(condition);
    }

    NodeState awaitHeight(int height) throws InterruptedException {
      return await(state -> state.number() == height - 1);
    }

    NodeState awaitStop() throws InterruptedException {
      return await(state -> state.phase() == NodePhase.STOPPED);
    }

    void close() throws Exception {
      status.closed();
      for (AutoCloseable each : running) {
        each.close();
      }
      for (Thread each : threads) {
        each.join();
      }
      replica.close();
    }
  }

  private Node node(String name) {
    Node node = new Node(folder.resolve(name), GENESIS);
    nodes.add(node);
    return node;
  }

  @AfterEach
  void close() throws Exception {
    for (Node node : nodes) {
      node.close();
    }
  }

  private static RecordedPeer ordos(int height) {
    return new RecordedPeer("ordos", ORDOS, height);
  }

  private static RecordedPeer baotou(int height) {
    return new RecordedPeer("baotou", BAOTOU, height);
  }

  private static UnaryOperator<Block> changing(int number, UnaryOperator<Block> change) {
    return block -> block.getHeader().getNumber() == number ? change.apply(block) : block;
  }

  private static Digest recordedState() {
    LedgerReplay replay = LedgerReplay.begin(new LedgerBlock(ORDOS.get(0)), GENESIS);
    for (Block block : ORDOS.subList(1, ALL)) {
      assertTrue(replay.next(new LedgerBlock(block)).number() > 0);
    }
    return replay.stateDigest();
  }

  @Test
  void nodesThatFollowDifferentPeersComeToTheRecordedState() throws Exception {
    Node one = node("one").follow(ordos(ALL));
    Node other = node("other").follow(baotou(ALL));
    NodeState unused = one.awaitHeight(ALL);
    assertEquals(ALL - 1, other.awaitHeight(ALL).number());
    Digest expected = recordedState();
    assertEquals(expected, one.replica.stateDigest());
    assertEquals(expected, other.replica.stateDigest());
  }

  @Test
  void blocksThatComeLaterAreFollowedLive() throws Exception {
    RecordedPeer peer = ordos(10);
    Node node = node("live").follow(peer);
    assertEquals(9, node.awaitHeight(10).number());
    RecordedPeer unused = peer.grow(15);
    assertEquals(14, node.awaitHeight(15).number());
    assertEquals(1, peer.opened());
  }

  @Test
  void anotherPeerTakesOverWhereOneFails() throws Exception {
    RecordedPeer first = ordos(20);
    RecordedPeer second = baotou(40);
    Node node = node("failover").follow(first, second);
    NodeState unused = node.awaitHeight(20);
    RecordedPeer unreachable = first.reachable(false);
    assertEquals(39, node.awaitHeight(40).number());
    RecordedPeer also = second.reachable(false);
    RecordedPeer back = unreachable.grow(60).reachable(true);
    assertEquals(59, node.awaitHeight(60).number());
    assertTrue(also.opened() > 0 && back.opened() > 1);
  }

  @Test
  void aNodeResumesFromItsOwnReplica() throws Exception {
    Node before = node("resumed").follow(ordos(30));
    NodeState unused = before.awaitHeight(30);
    before.close();
    nodes.clear();
    Node after = node("resumed");
    assertEquals(29, after.status.state().number());
    assertEquals(ALL - 1, after.follow(baotou(ALL)).awaitHeight(ALL).number());
    assertEquals(recordedState(), after.replica.stateDigest());
  }

  @Test
  void aForgedBlockStopsFollowingAndIsKept() throws Exception {
    Block forged =
        ORDOS.get(12).toBuilder()
            .setData(ORDOS.get(12).getData().toBuilder().addData(ByteString.copyFromUtf8("more")))
            .build();
    Node node = node("forged").follow(ordos(ALL).showing(changing(12, block -> forged)));
    NodeState state = node.awaitStop();
    Finding finding = state.stop().orElseThrow();
    assertEquals(FindingCode.BLOCK_REFUSED, finding.code());
    assertEquals("BLOCK_DATA_HASH", finding.evidence().get("refusal"));
    assertEquals(12, finding.block());
    assertEquals("ordos", finding.source());
    assertEquals(11, state.number());
    assertTrue(state.isAlarmed());
    assertEquals(
        List.of(new LedgerBlock(forged), new LedgerBlock(ORDOS.get(11))),
        node.replica.findings().evidence(0));
  }

  @Test
  void flagsThatAPeerForgesAreFound() throws Exception {
    Node node =
        node("flags")
            .follow(
                ordos(ALL)
                    .showing(
                        changing(
                            12,
                            block ->
                                block.toBuilder()
                                    .setMetadata(
                                        block.getMetadata().toBuilder()
                                            .setMetadata(
                                                BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE,
                                                ByteString.fromHex("0b")))
                                    .build())));
    Finding finding = node.awaitStop().stop().orElseThrow();
    assertEquals("BLOCK_FLAGS", finding.evidence().get("refusal"));
  }

  @Test
  void aBlockWithoutAQuorumIsFound() throws Exception {
    Node node =
        node("unsigned")
            .follow(
                ordos(ALL)
                    .showing(
                        changing(
                            12,
                            block ->
                                block.toBuilder()
                                    .setMetadata(
                                        block.getMetadata().toBuilder()
                                            .setMetadata(
                                                BlockMetadataIndex.SIGNATURES_VALUE,
                                                ByteString.EMPTY))
                                    .build())));
    Finding finding = node.awaitStop().stop().orElseThrow();
    assertEquals("BLOCK_SIGNATURE_QUORUM", finding.evidence().get("refusal"));
  }

  @Test
  void aStopOutlivesTheProcessUntilSomebodyLetsItGoOn() throws Exception {
    RecordedPeer peer = ordos(20).showing(changing(12, block -> ORDOS.get(11)));
    Node before = node("stop").follow(peer);
    NodeState unused = before.awaitStop();
    before.close();
    nodes.clear();
    RecordedPeer honest = peer.showing(UnaryOperator.identity());
    Node after = node("stop");
    assertEquals(NodePhase.STOPPED, after.status.state().phase());
    assertEquals(
        FindingCode.BLOCK_REFUSED,
        assertThrows(
                FoundWrongException.class,
                () -> after.acceptor.accept(new LedgerBlock(ORDOS.get(12)), "ordos"))
            .code());
    Node following = after.follow(honest);
    following.acceptor.goOn();
    assertEquals(19, following.awaitHeight(20).number());
    assertEquals(1, following.replica.findings().all().size());
  }

  @Test
  void aPeerThatShowsAnotherBlockIsFoundOutThoughNobodyFollowsIt() throws Exception {
    Block fork =
        ORDOS.get(25).toBuilder()
            .setHeader(
                ORDOS.get(25).getHeader().toBuilder().setDataHash(ByteString.copyFromUtf8("other")))
            .build();
    Node node =
        node("fork").watch(baotou(ALL).showing(changing(25, block -> fork))).follow(ordos(30));
    NodeState state = node.awaitStop();
    Finding finding = state.stop().orElseThrow();
    assertEquals(FindingCode.CHAIN_FORKED, finding.code());
    assertEquals("baotou", finding.source());
    assertEquals(
        new LedgerBlock(ORDOS.get(25)).headerHash().hex(), finding.evidence().get("expected"));
    assertEquals(
        List.of(new LedgerBlock(fork), new LedgerBlock(ORDOS.get(25))),
        node.replica.findings().evidence(0));
  }

  @Test
  void aPeerThatShowsTheSameChainIsNoFork() throws Exception {
    RecordedPeer peer = baotou(ALL);
    Node node = node("same").watch(peer).follow(ordos(ALL));
    NodeState state = node.awaitHeight(ALL);
    assertEquals(NodePhase.FOLLOWING, state.phase());
    node.acceptor.compare(new LedgerBlock(BAOTOU.get(ALL - 1)), "baotou");
    assertEquals(List.of(), node.replica.findings().all());
  }

  @Test
  void anotherGenesisBlockThanThePinnedOneIsRefused() throws Exception {
    Node wrong = new Node(folder.resolve("pinned"), new LedgerBlock(ORDOS.get(1)).headerHash());
    nodes.add(wrong.follow(ordos(ALL)));
    Finding finding = wrong.awaitStop().stop().orElseThrow();
    assertEquals("BLOCK_GENESIS", finding.evidence().get("refusal"));
    assertEquals(0, wrong.replica.height());
  }

  @Test
  void aReplicaOfAnotherChainIsRefused() throws Exception {
    Node node = node("chain").follow(ordos(3));
    NodeState unused = node.awaitHeight(3);
    node.close();
    nodes.clear();
    assertEquals(
        ReplicaRefusal.REPLICA_OTHER_CHAIN,
        assertThrows(
                ReplicaRefusedException.class,
                () ->
                    new Node(folder.resolve("chain"), new LedgerBlock(ORDOS.get(1)).headerHash())
                        .close())
            .code());
  }

  @Test
  void theReplicaIsCurrentOnceNoneOfEnoughPeersKnowsMore() throws Exception {
    RecordedPeer one = ordos(10);
    RecordedPeer two = baotou(10);
    RecordedPeer three = new RecordedPeer("hohhot", ORDOS, 8);
    RecordedPeer four = new RecordedPeer("ulanqab", ORDOS, 10).reachable(false);
    Node node = node("tips");
    TipWatch tips = node.tips(one, two, three, four);
    tips.round();
    assertEquals(Optional.empty(), node.status.state().currentAt());
    NodeState unused = node.follow(one).awaitHeight(10);
    tips.round();
    NodeState state = node.status.state();
    assertEquals(Optional.of(NOW), state.currentAt());
    assertEquals(List.of(0L, 0L, 2L, 0L), state.peers().stream().map(peer -> peer.lag(9)).toList());
    assertEquals(
        List.of(true, true, true, false),
        state.peers().stream().map(PeerStanding::reachable).toList());
    RecordedPeer grown = two.grow(11);
    node.now = NOW.plusSeconds(60);
    tips.round();
    assertEquals(Optional.of(Duration.ofMinutes(1)), node.status.state().age(node.now));
    RecordedPeer away = one.reachable(false);
    RecordedPeer also = three.reachable(false);
    node.now = NOW.plusSeconds(3600);
    tips.round();
    assertEquals(Optional.of(Duration.ofHours(1)), node.status.state().age(node.now));
    assertTrue(grown.opened() + away.opened() + also.opened() >= 1);
  }

  @Test
  void onePeerOfFourCannotSayThatTheReplicaIsCurrent() throws Exception {
    RecordedPeer one = ordos(10);
    Node node = node("alone").follow(one);
    NodeState unused = node.awaitHeight(10);
    node.tips(
            one,
            baotou(20).reachable(false),
            new RecordedPeer("hohhot", ORDOS, 20).reachable(false),
            new RecordedPeer("ulanqab", ORDOS, 20).reachable(false))
        .round();
    assertEquals(Optional.empty(), node.status.state().currentAt());
  }
}

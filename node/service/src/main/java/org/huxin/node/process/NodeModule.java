// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.process;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import org.huxin.node.follow.BlockAcceptor;
import org.huxin.node.follow.BlockSource;
import org.huxin.node.follow.Follower;
import org.huxin.node.follow.ForkWatch;
import org.huxin.node.follow.TipWatch;
import org.huxin.node.replay.BlockReplay;
import org.huxin.node.replay.ContractReplay;
import org.huxin.node.replay.RulesVersions;
import org.huxin.node.replica.CommitParticipant;
import org.huxin.node.replica.FreeSpace;
import org.huxin.node.replica.Replica;
import org.huxin.node.status.NodeStatus;
import org.huxin.sdk.ledger.Backoff;
import org.huxin.sdk.ledger.Pause;

/** The parts of a node. */
@Module
final class NodeModule {
  /**
   * A peer that restarts is back within seconds; one that is away for long is asked twice a minute.
   */
  private static final Backoff BACKOFF =
      new Backoff(Duration.ofMillis(200), Duration.ofSeconds(30));

  private NodeModule() {}

  @Provides
  static RulesVersions rules() {
    return RulesVersions.all();
  }

  @Provides
  static List<CommitParticipant> participants() {
    return NodeParticipants.all();
  }

  @Provides
  static BlockReplay replay(NodeSettings settings, RulesVersions rules) {
    return new ContractReplay(settings.pin(), rules);
  }

  @Provides
  @Singleton
  static Replica replica(
      NodeSettings settings, List<CommitParticipant> participants, FreeSpace space) {
    return Replica.open(settings.folder(), settings.pin(), participants, space);
  }

  @Provides
  @Singleton
  static NodeStatus status() {
    return new NodeStatus();
  }

  @Provides
  @Singleton
  static BlockAcceptor acceptor(
      Replica replica, BlockReplay replay, NodeStatus status, InstantSource clock) {
    return new BlockAcceptor(replica, replay, status, clock);
  }

  @Provides
  @Singleton
  static Follower follower(
      List<BlockSource> sources,
      BlockAcceptor acceptor,
      NodeStatus status,
      RandomGenerator random,
      Pause pause) {
    return new Follower(sources, acceptor, status, BACKOFF, random, pause);
  }

  @Provides
  @Singleton
  static TipWatch tips(
      NodeSettings settings,
      List<BlockSource> sources,
      BlockAcceptor acceptor,
      NodeStatus status,
      InstantSource clock,
      Pause pause) {
    return new TipWatch(sources, acceptor, status, clock, settings.tipInterval(), pause);
  }

  @Provides
  @Singleton
  static List<ForkWatch> forks(
      List<BlockSource> sources,
      BlockAcceptor acceptor,
      NodeStatus status,
      RandomGenerator random,
      Pause pause) {
    return sources.stream()
        .map(source -> new ForkWatch(source, acceptor, status, BACKOFF, random, pause))
        .toList();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.process;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.huxin.node.follow.BlockAcceptor;
import org.huxin.node.follow.BlockSource;
import org.huxin.node.follow.Follower;
import org.huxin.node.follow.ForkWatch;
import org.huxin.node.follow.TipWatch;
import org.huxin.node.replica.Replica;
import org.huxin.node.status.NodeState;
import org.huxin.node.status.NodeStatus;

/** A node that runs: it follows, watches and answers until it is closed. Thread-safe. */
@Singleton
public final class ValidatingNode implements AutoCloseable {
  /** A block that is being accepted is accepted whole; this is longer than any takes. */
  private static final Duration END = Duration.ofSeconds(30);

  private final Replica replica;
  private final NodeStatus status;
  private final BlockAcceptor acceptor;
  private final Follower follower;
  private final TipWatch tips;
  private final List<ForkWatch> forks;
  private final List<BlockSource> sources;
  private final List<Thread> threads = new ArrayList<>();
  private boolean closed;

  @Inject
  ValidatingNode(
      Replica replica,
      NodeStatus status,
      BlockAcceptor acceptor,
      Follower follower,
      TipWatch tips,
      List<ForkWatch> forks,
      List<BlockSource> sources) {
    this.replica = replica;
    this.status = status;
    this.acceptor = acceptor;
    this.follower = follower;
    this.tips = tips;
    this.forks = forks;
    this.sources = sources;
  }

  /**
   * A node of a configuration; not started yet.
   *
   * @throws org.huxin.node.replica.ReplicaRefusedException if its replica cannot be used
   */
  public static ValidatingNode of(NodeSettings settings) {
    return DaggerNodeComponent.factory().of(settings).node();
  }

  /** Starts to follow and to watch. */
  public synchronized void start() {
    run("follower", follower);
    run("tips", tips);
    for (int i = 0; i < forks.size(); i++) {
      run("forks " + sources.get(i).name(), forks.get(i));
    }
  }

  private void run(String name, Runnable work) {
    Thread thread = new Thread(work, "huxin " + name);
    thread.start();
    threads.add(thread);
  }

  /** How it fares. */
  public NodeState state() {
    return status.state();
  }

  /** Where waiting for a state is possible. */
  public NodeStatus status() {
    return status;
  }

  /** What it derived. */
  public Replica replica() {
    return replica;
  }

  /** Somebody has looked at what was found: following may go on. */
  public void goOn() {
    acceptor.goOn();
  }

  /** Ends: the block that is being accepted is accepted as a whole, and no other begun. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    status.closed();
    tips.close();
    follower.close();
    forks.forEach(ForkWatch::close);
    sources.forEach(BlockSource::close);
    try {
      for (Thread each : threads) {
        // Pauses between tries are ended; a commit takes no notice of it.
        each.interrupt();
        each.join(END.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    replica.close();
  }
}

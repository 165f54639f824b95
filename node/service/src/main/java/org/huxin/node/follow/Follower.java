// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.follow;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.random.RandomGenerator;
import org.huxin.node.finding.FoundWrongException;
import org.huxin.node.replica.ReplicaRefusedException;
import org.huxin.node.status.NodePhase;
import org.huxin.node.status.NodeState;
import org.huxin.node.status.NodeStatus;
import org.huxin.sdk.ledger.Backoff;
import org.huxin.sdk.ledger.Pause;
import org.jspecify.annotations.Nullable;

/**
 * Follows the chain: takes blocks from one source after the last that the replica holds, and from
 * the next source where one fails. What is found wrong stops it; once somebody has looked at the
 * finding, it goes on. Run by one thread; closed by any.
 */
public final class Follower implements Runnable, AutoCloseable {
  private static final Logger LOG = System.getLogger(Follower.class.getName());

  private final List<BlockSource> sources;
  private final BlockAcceptor acceptor;
  private final NodeStatus status;
  private final Backoff backoff;
  private final RandomGenerator random;
  private final Pause pause;
  private @Nullable BlockFeed feed;
  private boolean closed;

  /**
   * A follower.
   *
   * @param sources who is asked, the first first; not empty
   * @param random for the length of pauses alone
   */
  public Follower(
      List<BlockSource> sources,
      BlockAcceptor acceptor,
      NodeStatus status,
      Backoff backoff,
      RandomGenerator random,
      Pause pause) {
    this.sources = List.copyOf(sources);
    this.acceptor = acceptor;
    this.status = status;
    this.backoff = backoff;
    this.random = random;
    this.pause = pause;
  }

  /** Follows until it is closed, the replica fails, or the thread is interrupted. */
  @Override
  public void run() {
    try {
      int failures = 0;
      for (int turn = 0; !isClosed(); turn++) {
        NodeState state = status.await(now -> now.phase() != NodePhase.STOPPED);
        if (state.phase() != NodePhase.FOLLOWING) {
          return;
        }
        long before = acceptor.height();
        follow(sources.get(turn % sources.size()));
        failures = acceptor.height() > before ? 0 : failures + 1;
        if (failures >= sources.size()) {
          pause.pause(backoff.after(failures / sources.size(), random));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void follow(BlockSource source) {
    try (BlockFeed opened = open(source)) {
      while (!isClosed()) {
        acceptor.accept(opened.next(), source.name());
      }
    } catch (SourceRefusedException e) {
      LOG.log(Level.DEBUG, "no more blocks from {0}: {1}", source.name(), e.getMessage());
    } catch (FoundWrongException e) {
      LOG.log(Level.ERROR, "following stops at block {0}: {1}", acceptor.height(), e.getMessage());
    } catch (ReplicaRefusedException e) {
      LOG.log(Level.ERROR, "the replica takes no more blocks: {0}", e.getMessage());
    }
  }

  private BlockFeed open(BlockSource source) {
    BlockFeed opened = source.open(acceptor.height());
    synchronized (this) {
      feed = opened;
      if (closed) {
        opened.close();
      }
    }
    return opened;
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  /** Ends following; the block that is being accepted is accepted or not, as a whole. */
  @Override
  public synchronized void close() {
    closed = true;
    if (feed != null) {
      feed.close();
    }
  }
}

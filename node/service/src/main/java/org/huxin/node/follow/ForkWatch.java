// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.follow;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.random.RandomGenerator;
import org.huxin.fabric.block.LedgerBlock;
import org.huxin.node.finding.FoundWrongException;
import org.huxin.node.replica.ReplicaRefusedException;
import org.huxin.node.status.NodePhase;
import org.huxin.node.status.NodeState;
import org.huxin.node.status.NodeStatus;
import org.huxin.sdk.ledger.Backoff;
import org.huxin.sdk.ledger.Pause;
import org.jspecify.annotations.Nullable;

/**
 * Compares every block that one source shows with the replica's of that number, so that a source
 * with another history is found out whether or not blocks are taken from it. Run by one thread;
 * closed by any.
 */
public final class ForkWatch implements Runnable, AutoCloseable {
  private static final Logger LOG = System.getLogger(ForkWatch.class.getName());

  private final BlockSource source;
  private final BlockAcceptor acceptor;
  private final NodeStatus status;
  private final Backoff backoff;
  private final RandomGenerator random;
  private final Pause pause;
  private long next;
  private @Nullable BlockFeed feed;
  private boolean closed;

  /**
   * A watch, which begins with the last block that the replica holds.
   *
   * @param random for the length of pauses alone
   */
  public ForkWatch(
      BlockSource source,
      BlockAcceptor acceptor,
      NodeStatus status,
      Backoff backoff,
      RandomGenerator random,
      Pause pause) {
    this.source = source;
    this.acceptor = acceptor;
    this.status = status;
    this.backoff = backoff;
    this.random = random;
    this.pause = pause;
    this.next = Math.max(0, acceptor.height() - 1);
  }

  /** Compares until it is closed, the replica fails, or the thread is interrupted. */
  @Override
  public void run() {
    try {
      int failures = 0;
      while (!isClosed()) {
        NodeState state = status.await(now -> now.phase() != NodePhase.STOPPED);
        if (state.phase() != NodePhase.FOLLOWING) {
          return;
        }
        long before = next;
        compare();
        failures = next > before ? 0 : failures + 1;
        pause.pause(backoff.after(failures + 1, random));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void compare() throws InterruptedException {
    try (BlockFeed opened = open()) {
      while (!isClosed()) {
        LedgerBlock shown = opened.next();
        long number = shown.number();
        NodeState state =
            status.await(now -> now.number() >= number || now.phase() != NodePhase.FOLLOWING);
        if (state.number() < number) {
          return;
        }
        acceptor.compare(shown, source.name());
        next = number + 1;
      }
    } catch (SourceRefusedException e) {
      LOG.log(Level.DEBUG, "no more blocks from {0}: {1}", source.name(), e.getMessage());
    } catch (FoundWrongException e) {
      LOG.log(Level.ERROR, "{0} shows another chain: {1}", source.name(), e.getMessage());
    } catch (ReplicaRefusedException e) {
      LOG.log(Level.ERROR, "the replica cannot be read: {0}", e.getMessage());
    }
  }

  private BlockFeed open() {
    BlockFeed opened = source.open(next);
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

  @Override
  public synchronized void close() {
    closed = true;
    if (feed != null) {
      feed.close();
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.huxin.core.id.LedgerId;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.fabric.block.LedgerBlock;
import org.huxin.node.follow.BlockFeed;
import org.huxin.node.follow.BlockSource;
import org.huxin.node.follow.ChainTip;
import org.huxin.node.follow.SourceRefusal;
import org.huxin.node.follow.SourceRefusedException;
import org.huxin.node.replica.ChainPin;
import org.hyperledger.fabric.protos.common.Block;

/** A recorded chain as if a peer served it: as far as it is let, and with what is made of it. */
public final class RecordedPeer implements BlockSource {
  private final String name;
  private final List<Block> chain;
  private UnaryOperator<Block> shown = UnaryOperator.identity();
  private int height;
  private boolean reachable = true;
  private int opened;

  /** A peer that serves so many blocks. */
  public RecordedPeer(String name, List<Block> chain, int height) {
    this.name = name;
    this.chain = new ArrayList<>(chain);
    this.height = height;
  }

  /** The pin of a recorded chain, which has no contract of ours. */
  public static ChainPin pin(Bytes genesis) {
    return new ChainPin(genesis, "licence", LedgerId.parse("sha256:" + "0".repeat(64)));
  }

  /** More blocks are there. */
  public synchronized RecordedPeer grow(int to) {
    height = to;
    notifyAll();
    return this;
  }

  /** It shows something else in place of a block. */
  public synchronized RecordedPeer showing(UnaryOperator<Block> other) {
    shown = other;
    return this;
  }

  /** It can be reached, or not: what is under way breaks off. */
  public synchronized RecordedPeer reachable(boolean now) {
    reachable = now;
    notifyAll();
    return this;
  }

  /** How often blocks were asked for. */
  public synchronized int opened() {
    return opened;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public synchronized BlockFeed open(long first) {
    requireReachable();
    opened++;
    return new Feed((int) first);
  }

  @Override
  public synchronized ChainTip tip() {
    requireReachable();
    return new ChainTip(height - 1, new LedgerBlock(chain.get(height - 1)).headerHash());
  }

  private void requireReachable() {
    if (!reachable) {
      throw new SourceRefusedException(SourceRefusal.SOURCE_UNAVAILABLE, name, Map.of());
    }
  }

  private synchronized LedgerBlock await(Feed feed) {
    try {
      while (reachable && !feed.closed && feed.next >= height) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SourceRefusedException(SourceRefusal.SOURCE_CLOSED, name, Map.of());
    }
    requireReachable();
    if (feed.closed) {
      throw new SourceRefusedException(SourceRefusal.SOURCE_CLOSED, name, Map.of());
    }
    return new LedgerBlock(shown.apply(chain.get(feed.next++)));
  }

  private synchronized void close(Feed feed) {
    feed.closed = true;
    notifyAll();
  }

  @Override
  public void close() {
    RecordedPeer unused = reachable(false);
  }

  private final class Feed implements BlockFeed {
    private int next;
    private boolean closed;

    Feed(int next) {
      this.next = next;
    }

    @Override
    public LedgerBlock next() {
      return await(this);
    }

    @Override
    public void close() {
      RecordedPeer.this.close(this);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.verdict;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.huxin.core.ledger.Entity;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.EntityType;
import org.huxin.core.ledger.HistorySegment;
import org.huxin.core.ledger.LedgerView;
import org.huxin.node.block.EndorsedTransaction;
import org.huxin.node.replay.ReplicaLedgerView;
import org.huxin.node.replica.Replica;
import org.huxin.node.replica.ReplicaView;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.jspecify.annotations.Nullable;

/**
 * The ledger in the replica, with what was asked for kept decoded on the heap. Each question sees
 * the ledger as of one block. Thread-safe.
 */
public final class HotLedger implements AutoCloseable {
  /**
   * Some hundred bytes each: beyond it everything is forgotten, and decoded anew when asked for.
   */
  private static final int MAX_ENTITIES = 1_000_000;

  /** After a longer gap it costs more to find out what changed than to decode anew. */
  private static final long MAX_GAP = 64;

  private final Replica replica;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final Map<EntityKey<?>, Optional<? extends Entity>> entities = new ConcurrentHashMap<>();
  private final Map<String, EntityKey<?>> byStoredKey = new ConcurrentHashMap<>();
  private @Nullable ReplicaView view;

  /** The ledger of a replica. */
  public HotLedger(Replica replica) {
    this.replica = replica;
  }

  /** A question to the ledger as of one block. */
  @FunctionalInterface
  public interface Inquiry<T> {
    /**
     * Asks.
     *
     * @param ledger as of the block; not to be used once this returns
     * @param block the block's number; -1 before the genesis block
     */
    T ask(LedgerView ledger, long block);
  }

  /**
   * Asks the ledger as of the replica's last block.
   *
   * @throws org.huxin.node.replica.ReplicaRefusedException if the replica cannot be read
   */
  public <T> T ask(Inquiry<T> inquiry) {
    advance();
    lock.readLock().lock();
    try {
      ReplicaView current = view;
      if (current == null) {
        throw new IllegalStateException("closed");
      }
      return inquiry.ask(
          new Kept(new ReplicaLedgerView(current.state(), replica.pin().chaincode())),
          current.number());
    } finally {
      lock.readLock().unlock();
    }
  }

  private void advance() {
    long last = replica.height() - 1;
    lock.readLock().lock();
    try {
      if (view != null && view.number() >= last) {
        return;
      }
    } finally {
      lock.readLock().unlock();
    }
    lock.writeLock().lock();
    try {
      ReplicaView before = view;
      if (before != null && before.number() >= last) {
        return;
      }
      ReplicaView next = replica.view();
      if (before != null) {
        forget(before.number() + 1, next.number());
        before.close();
      }
      view = next;
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Whatever a transaction of these blocks may have changed, valid or not, is decoded anew. */
  private void forget(long from, long to) {
    if (to - from >= MAX_GAP || entities.size() > MAX_ENTITIES) {
      entities.clear();
      byStoredKey.clear();
      return;
    }
    for (long number = from; number <= to; number++) {
      List<ByteString> envelopes =
          replica.block(number).orElseThrow().block().getData().getDataList();
      for (ByteString each : envelopes) {
        forget(each);
      }
    }
  }

  private void forget(ByteString envelope) {
    try {
      EndorsedTransaction.read(envelope)
          .flatMap(transaction -> transaction.set(replica.pin().chaincode()))
          .ifPresent(set -> set.getWritesList().forEach(this::forget));
    } catch (IllegalArgumentException e) {
      // What cannot be read is not valid, and has changed nothing.
    }
  }

  private void forget(KVWrite write) {
    EntityKey<?> key = byStoredKey.remove(write.getKey());
    if (key != null) {
      entities.remove(key);
    }
  }

  /** How many entities are kept decoded. */
  int kept() {
    return entities.size();
  }

  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      if (view != null) {
        view.close();
        view = null;
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Only what is read under the lock is kept: so all of it is as of the same block. */
  private final class Kept implements LedgerView {
    private final LedgerView beneath;

    Kept(LedgerView beneath) {
      this.beneath = beneath;
    }

    @Override
    public <T extends Entity> Optional<T> get(EntityKey<T> key) {
      Optional<? extends Entity> kept = entities.get(key);
      if (kept == null) {
        kept = beneath.get(key);
        byStoredKey.put(key.stored(), key);
        entities.put(key, kept);
      }
      return kept.map(key.type().type()::cast);
    }

    @Override
    public Optional<HistorySegment> segment(EntityKey<?> key, int number) {
      return beneath.segment(key, number);
    }

    @Override
    public <T extends Entity> Page<T> list(
        EntityType<T> type, List<String> prefix, Optional<EntityKey<T>> after, int limit) {
      return beneath.list(type, prefix, after, limit);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.ledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.huxin.fabric.block.BlockHashes;
import org.huxin.fabric.block.TransactionView;
import org.huxin.fabric.lifecycle.ExpirySchedule;
import org.huxin.fabric.state.CommittedState;
import org.huxin.fabric.state.MemoryState;
import org.huxin.fabric.validation.BlockJudge;
import org.huxin.fabric.validation.Judgement;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * The chain, the state that follows from it, and indexes. One thread commits; any thread reads.
 * Simulations hold the read lock, so that a block is applied between them and never during one.
 */
public final class Ledger implements AutoCloseable {
  private final String channelId;
  private final BlockStore store;
  private final BlockJudge judge;
  private final TransientStore transientStore = new TransientStore();
  private final MemoryState state = new MemoryState();
  private final ExpirySchedule expiries = new ExpirySchedule();
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final Map<String, TransactionLocation> locations = new ConcurrentHashMap<>();
  private final Map<ByteString, Long> numbersByHash = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<TransactionLocation>> awaited =
      new ConcurrentHashMap<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile long lastConfig;
  private volatile ByteString lastHash = ByteString.EMPTY;

  /** The ledger of the blocks that the store holds; state and indexes are built from them. */
  public Ledger(String channelId, BlockStore store, BlockJudge judge) {
    this.channelId = channelId;
    this.store = store;
    this.judge = judge;
    for (long number = 0; number < store.height(); number++) {
      StoredBlock stored = store.block(number);
      Judgement judgement = judge.judge(stored.block(), state, locations::containsKey);
      apply(stored, judgement);
    }
  }

  /** The channel's name. */
  public String channelId() {
    return channelId;
  }

  /** Where endorsers leave private writes. */
  public TransientStore transientStore() {
    return transientStore;
  }

  /** The number of blocks. */
  public long height() {
    return store.height();
  }

  /** The hash of the last block's header; empty while there is no block. */
  public ByteString lastHash() {
    return lastHash;
  }

  /** The number of the last configuration block. */
  public long lastConfig() {
    return lastConfig;
  }

  /**
   * A committed block.
   *
   * @throws IndexOutOfBoundsException unless {@code 0 <= number < height()}
   */
  public StoredBlock block(long number) {
    return store.block(number);
  }

  /** The number of the block whose header has this hash, if there is one. */
  public Optional<Long> numberOf(ByteString headerHash) {
    return Optional.ofNullable(numbersByHash.get(headerHash));
  }

  /** Where a transaction stands, if it was committed. */
  public Optional<TransactionLocation> locate(String transactionId) {
    return Optional.ofNullable(locations.get(transactionId));
  }

  /** Completes once the transaction is committed; at once if it is. */
  public CompletableFuture<TransactionLocation> await(String transactionId) {
    CompletableFuture<TransactionLocation> future =
        awaited.computeIfAbsent(transactionId, id -> new CompletableFuture<>());
    locate(transactionId)
        .ifPresent(
            found -> {
              awaited.remove(transactionId);
              future.complete(found);
            });
    return future.copy();
  }

  /** Runs after every commit, on the committing thread: it must not block. */
  public void addListener(Runnable listener) {
    listeners.add(listener);
  }

  /** Runs no more after commits. */
  public void removeListener(Runnable listener) {
    listeners.remove(listener);
  }

  /** Reads the state as an organisation's peer has it; all reads see one height. */
  public <T> T read(String mspId, Function<CommittedState, T> reader) {
    lock.readLock().lock();
    try {
      return reader.apply(new PeerState(state, mspId));
    } finally {
      lock.readLock().unlock();
    }
  }

  /**
   * Judges and commits the next block: flags and commit hash are added to its metadata, it is
   * stored, then applied, then announced.
   */
  public void commit(Block ordered) {
    Judgement judgement = judge.judge(ordered, state, locations::containsKey);
    StoredBlock stored =
        new StoredBlock(complete(ordered, judgement), privateWrites(ordered, judgement));
    store.append(stored);
    lock.writeLock().lock();
    try {
      apply(stored, judgement);
    } finally {
      lock.writeLock().unlock();
    }
    announce(stored.block());
    listeners.forEach(Runnable::run);
  }

  @Override
  public void close() {
    store.close();
  }

  private Block complete(Block ordered, Judgement judgement) {
    byte[] flags = new byte[judgement.codes().size()];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = (byte) judgement.codes().get(i).getNumber();
    }
    BlockMetadata.Builder metadata = ordered.getMetadata().toBuilder();
    while (metadata.getMetadataCount() <= BlockMetadataIndex.COMMIT_HASH_VALUE) {
      metadata.addMetadata(ByteString.EMPTY);
    }
    metadata.setMetadata(BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE, ByteString.copyFrom(flags));
    judgement
        .commitHash()
        .ifPresent(
            hash ->
                metadata.setMetadata(
                    BlockMetadataIndex.COMMIT_HASH_VALUE,
                    Metadata.newBuilder().setValue(hash).build().toByteString()));
    return ordered.toBuilder().setMetadata(metadata).build();
  }

  private Map<Integer, TxPvtReadWriteSet> privateWrites(Block block, Judgement judgement) {
    Map<Integer, TxPvtReadWriteSet> writes = new HashMap<>();
    for (int i = 0; i < block.getData().getDataCount(); i++) {
      int index = i;
      TransactionView transaction = TransactionView.of(block.getData().getData(i));
      try {
        Optional<TxPvtReadWriteSet> pending =
            transientStore.take(transaction.transactionId(), transaction.readWriteSet());
        if (judgement.codes().get(i) == TxValidationCode.VALID) {
          pending.ifPresent(set -> writes.put(index, set));
        }
      } catch (InvalidProtocolBufferException e) {
        // It was judged so, and holds no private data.
      }
    }
    return writes;
  }

  private void apply(StoredBlock stored, Judgement judgement) {
    Block block = stored.block();
    long number = block.getHeader().getNumber();
    state.apply(judgement.updates());
    expiries.pass(number, judgement.updates(), state);
    new BlockEffects(state, stored, judgement.codes()).apply();
    List<TransactionView> transactions = new ArrayList<>();
    block.getData().getDataList().forEach(data -> transactions.add(TransactionView.of(data)));
    for (int i = 0; i < transactions.size(); i++) {
      TransactionView transaction = transactions.get(i);
      if (transaction.channelHeader().getType() == HeaderType.CONFIG_VALUE) {
        lastConfig = number;
      }
      if (!transaction.transactionId().isEmpty()) {
        locations.putIfAbsent(
            transaction.transactionId(),
            new TransactionLocation(number, i, judgement.codes().get(i)));
      }
    }
    lastHash = BlockHashes.header(block.getHeader());
    numbersByHash.put(lastHash, number);
  }

  private void announce(Block block) {
    for (ByteString data : block.getData().getDataList()) {
      String id = TransactionView.of(data).transactionId();
      CompletableFuture<TransactionLocation> future = awaited.remove(id);
      if (future != null) {
        locate(id).ifPresent(future::complete);
      }
    }
  }
}

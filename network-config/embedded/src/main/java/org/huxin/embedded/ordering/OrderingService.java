// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.ordering;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.huxin.embedded.ledger.Ledger;
import org.huxin.fabric.access.AccessControl;
import org.huxin.fabric.access.AccessDeniedException;
import org.huxin.fabric.access.SignedData;
import org.huxin.fabric.block.Sha256;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.common.Status;
import org.jspecify.annotations.Nullable;

/**
 * The orderers of the channel in one: what a quorum of them took is ordered, signed by a quorum and
 * committed, on one thread. Without a quorum of live orderers transactions wait in the pool, and
 * are ordered once it is back. Thread-safe.
 */
public final class OrderingService implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(OrderingService.class.getName());

  /** How many committed requests are remembered, as SmartBFT's pool does. */
  private static final int REMEMBERED = 100_000;

  private static final int SHUTDOWN_SECONDS = 10;

  private final List<Consenter> consenters;
  private final Ledger ledger;
  private final AccessControl access;
  private final BatchRule rule;
  private final boolean lasting;
  private final BlockAssembler assembler;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<ByteString, ByteString> pool = new LinkedHashMap<>();
  private final Map<ByteString, Boolean> processed =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteString, Boolean> eldest) {
          return size() > REMEMBERED;
        }
      };
  private final Set<Integer> down = new HashSet<>();
  private long pooledBytes;
  private final Thread worker;
  private int turn;
  private boolean closed;

  /**
   * Orderers of a channel whose genesis block the ledger holds. Starts at once.
   *
   * @param lasting whether an envelope counts as taken only once its block is stored: the pool is
   *     in memory, and its answer must outlive the process
   */
  public OrderingService(
      List<Consenter> consenters,
      Ledger ledger,
      AccessControl access,
      BatchRule rule,
      boolean lasting,
      SecureRandom random) {
    this.consenters = List.copyOf(consenters);
    this.ledger = ledger;
    this.access = access;
    this.rule = rule;
    this.lasting = lasting;
    this.assembler = new BlockAssembler(random);
    this.worker = new Thread(this::work, "embedded-orderer");
    this.worker.setDaemon(true);
    this.worker.setUncaughtExceptionHandler(
        (thread, failure) ->
            LOG.log(System.Logger.Level.ERROR, "the ledger stands still: a bug", failure));
    this.worker.start();
  }

  /**
   * What one orderer answers to an envelope.
   *
   * @param status Fabric's status
   * @param info Fabric's words where it is no success
   */
  public record Answer(Status status, String info) {}

  /** All orderers, in the order of their ids. */
  public List<Consenter> consenters() {
    return consenters;
  }

  /** How many must sign a block: ⌈(n+f+1)/2⌉ where f = ⌊(n−1)/3⌋. */
  public int quorum() {
    int n = consenters.size();
    return (n + (n - 1) / 3 + 2) / 2;
  }

  /** Whether an orderer runs. */
  public boolean isUp(Consenter consenter) {
    lock.lock();
    try {
      return !down.contains(consenter.id());
    } finally {
      lock.unlock();
    }
  }

  /** Stops or restarts an orderer. */
  public void setUp(Consenter consenter, boolean up) {
    lock.lock();
    try {
      if (up) {
        down.remove(consenter.id());
      } else {
        down.add(consenter.id());
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * What a block would be had the orderers ordered nothing at its place but its first transaction
   * once more: another block of the same number, signed by a quorum all the same.
   */
  public Block fork(long number) {
    Block block = ledger.block(number).block();
    List<ByteString> envelopes = new ArrayList<>(block.getData().getDataList());
    envelopes.add(envelopes.get(0));
    return assembler.assemble(
        number,
        block.getHeader().getPreviousHash(),
        envelopes,
        ledger.lastConfig(),
        consenters.subList(0, quorum()));
  }

  /** Hands an envelope to every orderer that runs; all answer the same. */
  public Answer broadcast(Envelope envelope) {
    Answer filtered = filter(envelope);
    if (filtered.status() != Status.SUCCESS) {
      return filtered;
    }
    ByteString bytes = envelope.toByteString();
    ByteString id = Sha256.of(bytes);
    lock.lock();
    try {
      if (processed.containsKey(id)) {
        return new Answer(
            Status.SERVICE_UNAVAILABLE, "failed to submit request: request already processed");
      }
      if (pool.putIfAbsent(id, bytes) != null) {
        return new Answer(
            Status.SERVICE_UNAVAILABLE, "failed to submit request: request already exists");
      }
      pooledBytes += bytes.size();
      changed.signalAll();
      while (lasting && !closed && pool.containsKey(id) && up().size() >= quorum()) {
        changed.awaitUninterruptibly();
      }
      return new Answer(Status.SUCCESS, "");
    } finally {
      lock.unlock();
    }
  }

  private Answer filter(Envelope envelope) {
    try {
      Payload payload = Payload.parseFrom(envelope.getPayload());
      ByteString creator =
          SignatureHeader.parseFrom(payload.getHeader().getSignatureHeader()).getCreator();
      if (access.isExpired(creator)) {
        return new Answer(Status.BAD_REQUEST, "identity expired");
      }
      access.checkPolicy(
          "/Channel/Writers",
          new SignedData(envelope.getPayload(), creator, envelope.getSignature()));
      return new Answer(Status.SUCCESS, "");
    } catch (AccessDeniedException e) {
      return new Answer(Status.FORBIDDEN, e.getMessage() + ": permission denied");
    } catch (InvalidProtocolBufferException e) {
      return new Answer(Status.BAD_REQUEST, "the envelope cannot be read");
    }
  }

  private void work() {
    try {
      while (true) {
        Batch batch = next();
        if (batch == null) {
          return;
        }
        ledger.commit(
            assembler.assemble(
                ledger.height(),
                ledger.lastHash(),
                List.copyOf(batch.envelopes.values()),
                ledger.lastConfig(),
                batch.signers));
        forget(batch);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for a batch and a quorum; null once the service is closed. */
  private @Nullable Batch next() throws InterruptedException {
    lock.lock();
    try {
      while (!closed && (pool.isEmpty() || up().size() < quorum())) {
        changed.await();
      }
      long nanos = rule.longestWait().toNanos();
      while (!closed
          && nanos > 0
          && pool.size() < rule.maxCount()
          && pooledBytes < rule.maxBytes()) {
        nanos = changed.awaitNanos(nanos);
      }
      while (!closed && up().size() < quorum()) {
        changed.await();
      }
      return closed ? null : new Batch(cut(), signers());
    } finally {
      lock.unlock();
    }
  }

  private Map<ByteString, ByteString> cut() {
    Map<ByteString, ByteString> cut = new LinkedHashMap<>();
    long bytes = 0;
    for (Map.Entry<ByteString, ByteString> entry : pool.entrySet()) {
      if (cut.size() == rule.maxCount() || bytes >= rule.maxBytes()) {
        break;
      }
      cut.put(entry.getKey(), entry.getValue());
      bytes += entry.getValue().size();
    }
    return cut;
  }

  /** A quorum of those that run, another one each time. */
  private List<Consenter> signers() {
    List<Consenter> up = up();
    List<Consenter> signers = new ArrayList<>();
    for (int i = 0; i < quorum(); i++) {
      signers.add(up.get((turn + i) % up.size()));
    }
    turn = (turn + 1) % consenters.size();
    return signers;
  }

  private List<Consenter> up() {
    return consenters.stream().filter(c -> !down.contains(c.id())).toList();
  }

  private void forget(Batch batch) {
    lock.lock();
    try {
      for (Map.Entry<ByteString, ByteString> entry : batch.envelopes.entrySet()) {
        pool.remove(entry.getKey());
        pooledBytes -= entry.getValue().size();
        processed.put(entry.getKey(), true);
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Lets the batch at hand commit, drops the rest, and ends. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      worker.join(TimeUnit.SECONDS.toMillis(SHUTDOWN_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private record Batch(Map<ByteString, ByteString> envelopes, List<Consenter> signers) {}
}

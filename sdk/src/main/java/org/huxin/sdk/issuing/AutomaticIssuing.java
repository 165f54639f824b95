// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.issuing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.huxin.core.id.AnchorKey;
import org.huxin.core.proof.ProofFile;

/**
 * Issues licences that come one at a time, gathered into batches. Safe for all threads.
 *
 * <pre>{@code
 * try (AutomaticIssuing issuing =
 *     new AutomaticIssuing(issuer, AutomaticOptions.DEFAULT, executor)) {
 *   CompletableFuture<ProofFile> proof = issuing.issue(kind, licence);
 *   Bytes file = proof.join().write();
 * }
 * }</pre>
 *
 * <p>A licence that takes another's place, or has a status from the start, makes a batch of its own
 * at once: the ledger may refuse it for that, and nobody else's licence shall fail with it.
 */
public final class AutomaticIssuing implements AutoCloseable {
  /** A licence whose proof somebody waits for. */
  private record Waiting(PreparedLicence licence, CompletableFuture<ProofFile> proof) {}

  /** Licences that will be one batch. */
  private static final class Gathering {
    final BatchKind kind;
    final List<Waiting> waiting = new ArrayList<>();
    final Set<AnchorKey> keys = new HashSet<>();
    Optional<ScheduledFuture<?>> linger = Optional.empty();

    Gathering(BatchKind kind) {
      this.kind = kind;
    }
  }

  private final Issuer issuer;
  private final AutomaticOptions options;
  private final ScheduledExecutorService executor;
  private final Semaphore room;
  private final Object lock = new Object();
  private final Map<BatchKind, Gathering> gatherings = new HashMap<>();
  private boolean closed;

  /**
   * Begins.
   *
   * @param executor anchors the batches, one thread for each that shall be under way at once; stays
   *     the caller's to end, after this is closed
   */
  public AutomaticIssuing(
      Issuer issuer, AutomaticOptions options, ScheduledExecutorService executor) {
    this.issuer = issuer;
    this.options = options;
    this.executor = executor;
    this.room = new Semaphore(options.capacity(), true);
  }

  /**
   * Issues a licence. Holds the caller up while there is no room for more.
   *
   * @return its proof once it is anchored, everything shown; or, as {@link Issuer#anchor} throws
   *     them, why there is none
   */
  public CompletableFuture<ProofFile> issue(BatchKind kind, Licence licence) {
    CompletableFuture<ProofFile> proof = new CompletableFuture<>();
    PreparedLicence prepared;
    try {
      prepared = issuer.prepare(kind, licence);
      room.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      proof.completeExceptionally(
          new IssuingRefusedException(IssuingRefusal.INTERRUPTED, Map.of()));
      return proof;
    } catch (RuntimeException e) {
      proof.completeExceptionally(e);
      return proof;
    }
    Optional<IssuingRefusedException> refusal = gather(kind, new Waiting(prepared, proof));
    if (refusal.isPresent()) {
      room.release();
      proof.completeExceptionally(refusal.get());
    }
    return proof;
  }

  private Optional<IssuingRefusedException> gather(BatchKind kind, Waiting waiting) {
    synchronized (lock) {
      if (closed) {
        return Optional.of(new IssuingRefusedException(IssuingRefusal.CLOSED, Map.of()));
      }
      if (waiting.licence().entries() > 0) {
        executor.execute(() -> anchor(kind, List.of(waiting)));
        return Optional.empty();
      }
      Gathering gathering = gatherings.computeIfAbsent(kind, Gathering::new);
      if (!gathering.keys.add(waiting.licence().anchorKey())) {
        return Optional.of(Issuer.alreadyIssued(waiting.licence().anchorKey()));
      }
      gathering.waiting.add(waiting);
      if (gathering.waiting.size() >= options.batchSize()) {
        dispatch(gathering);
      } else if (gathering.linger.isEmpty()) {
        gathering.linger =
            Optional.of(
                executor.schedule(
                    () -> dispatchIfGathering(gathering),
                    options.linger().toNanos(),
                    TimeUnit.NANOSECONDS));
      }
      return Optional.empty();
    }
  }

  private void dispatchIfGathering(Gathering gathering) {
    synchronized (lock) {
      if (gatherings.get(gathering.kind) == gathering) {
        dispatch(gathering);
      }
    }
  }

  /** Under the lock. */
  private void dispatch(Gathering gathering) {
    gatherings.remove(gathering.kind);
    gathering.linger.ifPresent(timer -> timer.cancel(false));
    executor.execute(() -> anchor(gathering.kind, gathering.waiting));
  }

  /** Makes batches of all that waits, without lingering. */
  public void flush() {
    synchronized (lock) {
      List.copyOf(gatherings.values()).forEach(this::dispatch);
    }
  }

  private void anchor(BatchKind kind, List<Waiting> all) {
    try {
      List<Waiting> fresh = withoutKnown(all);
      if (!fresh.isEmpty()) {
        List<PreparedLicence> licences = fresh.stream().map(Waiting::licence).toList();
        List<ProofFile> proofs = issuer.anchorPrepared(kind, licences, Optional.empty()).proofs();
        for (int i = 0; i < proofs.size(); i++) {
          fresh.get(i).proof().complete(proofs.get(i));
        }
      }
    } catch (RuntimeException e) {
      // What is complete already stays as it is.
      all.forEach(waiting -> waiting.proof().completeExceptionally(e));
    } finally {
      room.release(all.size());
    }
  }

  private List<Waiting> withoutKnown(List<Waiting> all) {
    Set<AnchorKey> known = issuer.known(all.stream().map(Waiting::licence).toList());
    List<Waiting> fresh = new ArrayList<>();
    for (Waiting waiting : all) {
      AnchorKey key = waiting.licence().anchorKey();
      if (known.contains(key)) {
        waiting.proof().completeExceptionally(Issuer.alreadyIssued(key));
      } else {
        fresh.add(waiting);
      }
    }
    return fresh;
  }

  /** Takes no more, and returns once all that was taken is anchored or has failed. */
  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      flush();
    }
    room.acquireUninterruptibly(options.capacity());
    room.release(options.capacity());
  }
}

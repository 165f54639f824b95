// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.events;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.huxin.core.id.LedgerId;
import org.huxin.sdk.ledger.Backoff;
import org.huxin.sdk.ledger.Pause;
import org.jspecify.annotations.Nullable;

/**
 * Follows the events of a ledger from a checkpoint, whatever becomes of the peers. Each event is
 * handled, then its place is saved: an event is handled a second time only if the process died
 * between the two.
 *
 * <p>A stream begins at the checkpoint's block, and what was handled of that block is skipped here:
 * a peer that is asked to go on after a transaction waits for ever if the transaction set no event.
 */
public final class EventFollower implements AutoCloseable {
  private final LedgerId ledger;
  private final EventSource source;
  private final CheckpointStore checkpoint;
  private final Backoff backoff;
  private final RandomGenerator random;
  private final Pause pause;
  private volatile boolean closed;
  private @Nullable EventStream open;

  /**
   * A follower.
   *
   * @param ledger whose events they are
   * @param backoff between a stream's end and the next stream
   * @param random for the length of pauses alone
   */
  public EventFollower(
      LedgerId ledger,
      EventSource source,
      CheckpointStore checkpoint,
      Backoff backoff,
      RandomGenerator random,
      Pause pause) {
    this.ledger = ledger;
    this.source = source;
    this.checkpoint = checkpoint;
    this.backoff = backoff;
    this.random = random;
    this.pause = pause;
  }

  /**
   * Hands every event after the checkpoint to the handler, in the order of the ledger, until this
   * is closed or the thread interrupted. Without a checkpoint it begins at a block.
   *
   * @param firstBlock where to begin if there is no checkpoint: 0 for all there ever was
   * @param handler what it throws ends the following; the event counts as not handled
   * @throws CheckpointRefusedException if the checkpoint is no place on this ledger
   * @throws org.huxin.sdk.ledger.LedgerUnavailableException if this identity is given no events at
   *     all; a peer that does not answer is no reason
   */
  public void follow(long firstBlock, Consumer<LedgerEvent> handler) {
    Optional<EventPosition> last = checkpoint.load();
    last.ifPresent(this::requireOwn);
    int failures = 0;
    while (!closed && !Thread.currentThread().isInterrupted()) {
      Optional<EventPosition> reached = stream(firstBlock, last, handler);
      failures = reached.equals(last) ? failures + 1 : 1;
      last = reached;
      if (!closed && !paused(failures)) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void requireOwn(EventPosition position) {
    if (!position.ledger().equals(ledger)) {
      throw new CheckpointRefusedException(
          CheckpointRefusal.CHECKPOINT_OF_OTHER_LEDGER,
          Map.of("expected", ledger.toString(), "found", position.ledger().toString()));
    }
  }

  /** Follows one stream to its end; returns the place of the last event that was handled. */
  private Optional<EventPosition> stream(
      long firstBlock, Optional<EventPosition> from, Consumer<LedgerEvent> handler) {
    Optional<EventPosition> last = from;
    boolean seen = from.isEmpty();
    try (EventStream stream = begin(from.map(EventPosition::block).orElse(firstBlock))) {
      while (!closed) {
        LedgerEvent event = stream.next();
        if (!seen) {
          seen = reaches(event, from.orElseThrow());
          continue;
        }
        handler.accept(event);
        checkpoint.save(event.position());
        last = Optional.of(event.position());
      }
    } catch (EventStreamEndedException e) {
      // The next stream goes on after the last event that was handled.
    }
    return last;
  }

  /** Whether it is the event that was handled last, so that the next one is new. */
  private static boolean reaches(LedgerEvent event, EventPosition handled) {
    if (event.position().block() != handled.block()) {
      throw new CheckpointRefusedException(
          CheckpointRefusal.CHECKPOINT_NOT_ON_LEDGER,
          Map.of("block", Long.toString(handled.block()), "transaction", handled.transaction()));
    }
    return event.position().transaction().equals(handled.transaction());
  }

  private synchronized EventStream begin(long block) {
    EventStream stream = source.open(block);
    open = stream;
    if (closed) {
      stream.close();
    }
    return stream;
  }

  private boolean paused(int failures) {
    try {
      pause.pause(backoff.after(failures, random));
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  /** Ends the following; an event that is being handled is finished. */
  @Override
  public synchronized void close() {
    closed = true;
    if (open != null) {
      open.close();
    }
  }
}

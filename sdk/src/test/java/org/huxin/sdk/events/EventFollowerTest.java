// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.huxin.core.id.LedgerId;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.sdk.ledger.Backoff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Events of a ledger in memory, whose streams end after a few of them. */
class EventFollowerTest {
  private static final LedgerId LEDGER = LedgerId.parse("sha256:" + "01".repeat(32));

  private final List<LedgerEvent> events =
      List.of(event(3, "a1"), event(3, "a2"), event(5, "b1"), event(6, "c1"), event(6, "c2"));
  private final List<Long> opened = new ArrayList<>();
  private final List<String> handled = new ArrayList<>();
  private final MemoryCheckpoint checkpoint = new MemoryCheckpoint();
  private int streamLength = 100;

  private static LedgerEvent event(long block, String name) {
    return new LedgerEvent(
        new EventPosition(LEDGER, block, name.repeat(32)), name, Bytes.utf8("{}"));
  }

  /** Keeps the last place. */
  private static final class MemoryCheckpoint implements CheckpointStore {
    private @Nullable EventPosition last;

    @Override
    public Optional<EventPosition> load() {
      return Optional.ofNullable(last);
    }

    @Override
    public void save(EventPosition position) {
      last = position;
    }
  }

  private EventStream open(long block) {
    opened.add(block);
    Iterator<LedgerEvent> stream =
        events.stream()
            .filter(event -> event.position().block() >= block)
            .limit(streamLength)
            .iterator();
    return new EventStream() {
      @Override
      public LedgerEvent next() {
        if (!stream.hasNext()) {
          throw new EventStreamEndedException("gone", new IllegalStateException());
        }
        return stream.next();
      }

      @Override
      public void close() {}
    };
  }

  private EventFollower follower(LedgerId ledger) {
    return new EventFollower(
        ledger,
        this::open,
        checkpoint,
        new Backoff(Duration.ofMillis(1), Duration.ofMillis(1)),
        new Random(1),
        length -> {
          if (opened.size() > 20) {
            throw new InterruptedException();
          }
        });
  }

  /** Follows until so many events were handled in all. */
  private void follow(int count) {
    EventFollower follower = follower(LEDGER);
    Consumer<LedgerEvent> handler =
        event -> {
          handled.add(event.operation());
          if (handled.size() == count) {
            follower.close();
          }
        };
    follower.follow(0, handler);
  }

  @Test
  void eachEventIsHandledOnceThoughStreamsEnd() {
    streamLength = 3;
    follow(5);
    assertEquals(List.of("a1", "a2", "b1", "c1", "c2"), handled);
    assertEquals(List.of(0L, 5L), opened);
  }

  @Test
  void aRestartGoesOnWithinTheBlock() {
    follow(1);
    assertEquals(events.get(0).position(), checkpoint.load().orElseThrow());
    follow(4);
    follow(5);
    assertEquals(List.of("a1", "a2", "b1", "c1", "c2"), handled);
    assertEquals(List.of(0L, 3L, 6L), opened);
  }

  @Test
  void anEventWhoseHandlerFailsIsHandledAgain() {
    try (EventFollower follower = follower(LEDGER)) {
      assertThrows(
          IllegalStateException.class,
          () ->
              follower.follow(
                  5,
                  event -> {
                    throw new IllegalStateException(event.operation());
                  }));
    }
    assertEquals(Optional.empty(), checkpoint.load());
  }

  @Test
  void aPlaceOfAnotherLedgerOrOfAnotherHistoryIsRefused() {
    checkpoint.save(events.get(0).position());
    LedgerId other = LedgerId.parse("sha256:" + "02".repeat(32));
    assertEquals(
        CheckpointRefusal.CHECKPOINT_OF_OTHER_LEDGER,
        assertThrows(CheckpointRefusedException.class, () -> follower(other).follow(0, event -> {}))
            .code());
    checkpoint.save(new EventPosition(LEDGER, 3, "ff".repeat(32)));
    assertEquals(
        CheckpointRefusal.CHECKPOINT_NOT_ON_LEDGER,
        assertThrows(
                CheckpointRefusedException.class, () -> follower(LEDGER).follow(0, event -> {}))
            .code());
  }

  @Test
  void anInterruptedThreadStopsFollowing() {
    follower(LEDGER).follow(0, event -> handled.add(event.operation()));
    assertTrue(Thread.interrupted());
    assertEquals(5, handled.size());
  }
}

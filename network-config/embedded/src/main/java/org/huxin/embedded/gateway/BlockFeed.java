// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.gateway;

import io.grpc.stub.ServerCallStreamObserver;
import java.util.Optional;
import java.util.function.Function;
import org.huxin.embedded.ledger.Ledger;
import org.huxin.embedded.ledger.StoredBlock;

/**
 * Sends what blocks hold to a stream, from one block on, as fast as the client takes it. Woken by
 * commits and by the client's readiness. Thread-safe.
 *
 * @param <T> what is sent
 */
final class BlockFeed<T> {
  private final NetworkView network;
  private final ServerCallStreamObserver<T> stream;
  private final Function<StoredBlock, Optional<T>> mapper;
  private final Runnable atEnd;
  private final long end;
  private final Runnable wake = this::wake;
  private long next;
  private boolean ended;

  /**
   * A feed; it sends nothing before {@link #start}.
   *
   * @param next the first block
   * @param end the last block; {@link Long#MAX_VALUE} for no end
   * @param mapper what of a block is sent, if anything; may throw to end the feed
   * @param atEnd runs once the last block is sent
   */
  BlockFeed(
      NetworkView network,
      ServerCallStreamObserver<T> stream,
      long next,
      long end,
      Function<StoredBlock, Optional<T>> mapper,
      Runnable atEnd) {
    this.network = network;
    this.stream = stream;
    this.next = next;
    this.end = end;
    this.mapper = mapper;
    this.atEnd = atEnd;
  }

  void start() {
    network.ledger().addListener(wake);
    drain();
  }

  private void wake() {
    network.executor().execute(this::drain);
  }

  /** Sends what there is and the client takes. */
  synchronized void drain() {
    Ledger ledger = network.ledger();
    while (!ended && next <= end && next < ledger.height() && stream.isReady()) {
      if (stream.isCancelled()) {
        stop();
        return;
      }
      mapper.apply(ledger.block(next)).ifPresent(stream::onNext);
      next++;
    }
    if (!ended && next > end) {
      stop();
      atEnd.run();
    }
  }

  /** Ends the feed; the stream stays open. */
  synchronized void stop() {
    ended = true;
    network.ledger().removeListener(wake);
  }
}

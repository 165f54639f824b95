// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.follow;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huxin.node.status.NodeStatus;
import org.huxin.node.status.PeerStanding;
import org.huxin.sdk.ledger.Pause;

/**
 * Asks every source for its newest block, again and again: who lags, and since when the replica is
 * known to hold every block. It holds every block as of a time if so many sources that one honest
 * one is among them have answered, and none knows more. For one thread; closed by any.
 */
public final class TipWatch implements Runnable {
  private final List<BlockSource> sources;
  private final BlockAcceptor acceptor;
  private final NodeStatus status;
  private final InstantSource clock;
  private final Duration interval;
  private final Pause pause;
  private final Map<String, PeerStanding> standings = new HashMap<>();
  private volatile boolean closed;

  /**
   * A watch.
   *
   * @param interval between two rounds
   */
  public TipWatch(
      List<BlockSource> sources,
      BlockAcceptor acceptor,
      NodeStatus status,
      InstantSource clock,
      Duration interval,
      Pause pause) {
    this.sources = List.copyOf(sources);
    this.acceptor = acceptor;
    this.status = status;
    this.clock = clock;
    this.interval = interval;
    this.pause = pause;
  }

  /** Asks until it is closed or the thread is interrupted. */
  @Override
  public void run() {
    try {
      while (!closed) {
        round();
        pause.pause(interval);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Asks each source once. */
  public void round() {
    Instant began = clock.instant();
    List<Long> numbers = new ArrayList<>();
    for (BlockSource source : sources) {
      Optional<Long> number = ask(source);
      number.ifPresent(numbers::add);
      status.heard(standing(source.name(), number));
    }
    boolean enough = numbers.size() > (sources.size() - 1) / 3;
    long held = acceptor.height() - 1;
    if (enough && numbers.stream().allMatch(number -> number <= held)) {
      status.current(began);
    }
  }

  private static Optional<Long> ask(BlockSource source) {
    try {
      return Optional.of(source.tip().number());
    } catch (SourceRefusedException e) {
      return Optional.empty();
    }
  }

  private PeerStanding standing(String source, Optional<Long> number) {
    Optional<PeerStanding> before = Optional.ofNullable(standings.get(source));
    PeerStanding now =
        new PeerStanding(
            source,
            number.or(() -> before.flatMap(PeerStanding::number)),
            number.isPresent()
                ? Optional.of(clock.instant())
                : before.flatMap(PeerStanding::answeredAt),
            number.isPresent());
    standings.put(source, now);
    return now;
  }

  /** Ends it after the round that is under way. */
  public void close() {
    closed = true;
  }
}

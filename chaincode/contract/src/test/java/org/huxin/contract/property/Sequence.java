// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.property;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleCity;
import org.huxin.core.jws.Jws;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.signed.SignedStatement;

/**
 * One random sequence on a ledger of its own. A statement that was accepted may be carried in again
 * at any later step: that must change nothing.
 */
final class Sequence {
  private record Carried(SampleCity carrier, SignedStatement statement, List<Jws> more) {}

  private final Random random;
  private final ContractBench bench;
  private final List<Supplier<String>> steps = new ArrayList<>();
  private final List<Carried> accepted = new ArrayList<>();

  Sequence(Random random, ContractBench bench) {
    this.random = random;
    this.bench = bench;
  }

  /** The ledger. */
  ContractBench bench() {
    return bench;
  }

  /** The random numbers. */
  Random random() {
    return random;
  }

  /** Whether something happens that happens once in so many times. */
  boolean once(int in) {
    return random.nextInt(in) == 0;
  }

  /** One of several. */
  @SafeVarargs
  final <T> T one(T... of) {
    return of[random.nextInt(of.length)];
  }

  /** One of several. */
  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** A time some hours before or after now. */
  Instant around(int hoursBefore, int hoursAfter) {
    return bench
        .now()
        .plus(Duration.ofHours(random.nextInt(hoursBefore + hoursAfter + 1)))
        .minus(Duration.ofHours(hoursBefore));
  }

  /**
   * Lets up to so many minutes pass. Carriers' clocks differ: now and then the ledger's time steps
   * back by a minute or two. The second never repeats, so that no two statements are the same.
   */
  void pass(int minutes) {
    bench.pass(Duration.ofMinutes(random.nextInt(minutes + 3) - 2L).plusSeconds(1));
  }

  /** Notes what happens besides the statements. */
  void note(String what) {
    steps.add(() -> what);
  }

  /**
   * Carries a statement in.
   *
   * @param foretold the code with which the model says that it is refused; empty if it is accepted
   */
  void step(
      Optional<LedgerRefusal> foretold,
      SampleCity carrier,
      SignedStatement statement,
      Jws... more) {
    Instant now = bench.now();
    steps.add(
        () ->
            "%s %s %s replaces %s, foretold %s"
                .formatted(
                    now,
                    statement.jws().keyId(),
                    statement.statement(),
                    statement.head().replaces(),
                    foretold));
    check("what becomes of it", foretold, bench.attempt(carrier, statement, more));
    if (foretold.isEmpty()) {
      accepted.add(new Carried(carrier, statement, List.of(more)));
    }
    if (!accepted.isEmpty() && once(8)) {
      Carried again = one(accepted);
      bench.repeat(again.carrier(), again.statement(), again.more().toArray(Jws[]::new));
    }
  }

  /** Compares what a model says with what is. */
  void check(String what, Object foretold, Object found) {
    assertEquals(
        foretold,
        found,
        () ->
            what + steps.stream().map(Supplier::get).collect(Collectors.joining("\n", "\n", "\n")));
  }
}

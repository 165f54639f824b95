// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.contract;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.huxin.contract.Outcome;
import org.huxin.contract.sample.MemoryLedger;
import org.huxin.contract.sample.ObservedCall;
import org.huxin.contract.sample.ObservedContract;
import org.huxin.contract.sample.PlainTests;
import org.huxin.crypto.bytes.Bytes;

/**
 * What one of the contract's tests did with one ledger.
 *
 * @param test whose it is
 * @param steps in their order
 */
record ContractScript(String test, List<Step> steps) {
  ContractScript {
    steps = List.copyOf(steps);
  }

  /**
   * A call, and what came before it.
   *
   * @param puts what the test put on the ledger by itself, by stored key
   * @param call the call
   * @param applied whether the test then wrote what the contract had accepted
   */
  record Step(SortedMap<String, Bytes> puts, ObservedCall call, boolean applied) {}

  /** The scripts of all plain tests of the contract's operations, which are run for that. */
  static List<ContractScript> ofEveryTest() throws Exception {
    List<Recording> all = new ArrayList<>();
    PlainTests.run(
        name -> true,
        name -> {
          IdentityHashMap<MemoryLedger, Recording> ledgers = new IdentityHashMap<>();
          ObservedContract.observe(
              call ->
                  ledgers
                      .computeIfAbsent(
                          call.ledger(),
                          ledger -> {
                            Recording recording = new Recording(name);
                            all.add(recording);
                            return recording;
                          })
                      .add(call));
        });
    return all.stream().map(Recording::script).toList();
  }

  /** The calls of one ledger, with what they began from. */
  private static final class Recording {
    private final String test;
    private final List<ObservedCall> calls = new ArrayList<>();
    private final List<SortedMap<String, Bytes>> before = new ArrayList<>();

    Recording(String test) {
      this.test = test;
    }

    void add(ObservedCall call) {
      calls.add(call);
      before.add(call.ledger().state());
    }

    ContractScript script() {
      List<Step> steps = new ArrayList<>();
      Map<String, Bytes> known = new TreeMap<>();
      for (int i = 0; i < calls.size(); i++) {
        ObservedCall call = calls.get(i);
        SortedMap<String, Bytes> puts = new TreeMap<>(before.get(i));
        puts.entrySet().removeIf(entry -> entry.getValue().equals(known.get(entry.getKey())));
        known.putAll(puts);
        boolean last = i == calls.size() - 1;
        boolean applied = last || holds(before.get(i + 1), call);
        if (applied) {
          writes(call).forEach(write -> known.put(write.key(), write.value()));
        }
        steps.add(new Step(puts, call, applied));
      }
      return new ContractScript(test, steps);
    }

    private static boolean holds(Map<String, Bytes> state, ObservedCall call) {
      return writes(call).allMatch(write -> write.value().equals(state.get(write.key())));
    }

    private static Stream<Outcome.Write> writes(ObservedCall call) {
      Optional<Outcome> outcome = call.outcome();
      return outcome.isPresent() && outcome.get() instanceof Outcome.Accepted accepted
          ? accepted.writes().stream()
          : Stream.empty();
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huxin.contract.LedgerOperation;
import org.huxin.contract.Outcome;
import org.huxin.contract.sample.MemoryLedger;
import org.huxin.contract.sample.ObservedCall;
import org.huxin.contract.sample.ObservedContract;
import org.huxin.contract.sample.PlainTests;
import org.huxin.contract.table.HuxinContract;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.jspecify.annotations.Nullable;

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

  /**
   * The scripts of all plain tests of the contract's operations, which are run for that; and in the
   * end of the first in which it is answered, each query that no test asks.
   */
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
    Set<String> asked = new HashSet<>();
    all.forEach(
        each ->
            each.calls.stream()
                .filter(call -> call.outcome().isPresent())
                .map(ObservedCall::operation)
                .forEach(asked::add));
    for (LedgerOperation query : HuxinContract.create().table().all()) {
      if (query.isQuery() && !asked.contains(query.name())) {
        boolean unused = all.stream().anyMatch(each -> each.ask(query));
      }
    }
    return all.stream().map(Recording::script).toList();
  }

  /** The calls of one ledger, with what they began from. */
  private static final class Recording {
    /** How keys write versions, so that these are in order. */
    private static final Pattern VERSION = Pattern.compile("\\d{5}");

    /** Of a SHA-256 in Base64url. */
    private static final int DIGEST_LENGTH = 43;

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

    /**
     * Asks a query about nothing in particular and about each key of the ledger, until it answers.
     */
    boolean ask(LedgerOperation query) {
      ObservedCall last = calls.get(calls.size() - 1);
      return Stream.concat(
              Stream.of(List.<String>of()),
              last.ledger().state().keySet().stream().flatMap(Recording::names))
          .anyMatch(arguments -> ask(query, arguments, last));
    }

    private boolean ask(LedgerOperation query, List<String> arguments, ObservedCall last) {
      try {
        Outcome answer = query.execute(arguments, last.ledger(), last.context());
        if (arguments.isEmpty() && answer.equals(onNothing(query, last))) {
          return false;
        }
        add(
            new ObservedCall(
                last.ledger(),
                query.name(),
                arguments,
                last.context(),
                Optional.of(answer),
                Optional.empty()));
        return true;
      } catch (LedgerRefusedException e) {
        return false;
      }
    }

    /** What a list says of an empty ledger; whatever else refuses there. */
    private static @Nullable Outcome onNothing(LedgerOperation query, ObservedCall last) {
      try {
        return query.execute(List.of(), new MemoryLedger(), last.context());
      } catch (LedgerRefusedException e) {
        return null;
      }
    }

    /**
     * The parts of a composite key after its kind, as clients may have to write them: with all
     * digests in hexadecimal, with the first or with none.
     */
    private static Stream<List<String>> names(String key) {
      List<String> all = List.of(key.split("\u0000", -1));
      List<String> parts = all.subList(2, all.size() - 1);
      List<String> texts = parts.stream().map(Recording::text).toList();
      List<String> first = new ArrayList<>(parts);
      if (!first.isEmpty()) {
        first.set(0, texts.get(0));
      }
      return Stream.of(parts, texts, first);
    }

    private static String text(String part) {
      if (part.length() == DIGEST_LENGTH) {
        return new Digest(DigestAlgorithm.SHA_256, Bytes.fromBase64Url(part)).toString();
      }
      return VERSION.matcher(part).matches() ? Integer.toString(Integer.parseInt(part)) : part;
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

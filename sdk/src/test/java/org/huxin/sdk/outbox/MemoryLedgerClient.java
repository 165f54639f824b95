// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.outbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huxin.core.id.StatementId;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.sdk.ledger.LedgerClient;

/**
 * A ledger in memory, on which a statement is once, however often it is submitted. It fails as it
 * is told. Thread-safe.
 */
final class MemoryLedgerClient implements LedgerClient {
  private final Map<String, Deque<RuntimeException>> failures = new HashMap<>();
  private final Map<String, Integer> submits = new HashMap<>();
  private final List<String> statements = new ArrayList<>();

  /** The next submits of a statement fail, and leave nothing on the ledger. */
  synchronized void fail(String statement, RuntimeException... next) {
    failures.computeIfAbsent(statement, key -> new ArrayDeque<>()).addAll(List.of(next));
  }

  /** What is on the ledger, in its order. */
  synchronized List<String> statements() {
    return List.copyOf(statements);
  }

  synchronized int submits(String statement) {
    return submits.getOrDefault(statement, 0);
  }

  @Override
  public Bytes evaluate(String name, List<String> arguments) {
    throw new UnsupportedOperationException("a relay asks nothing");
  }

  @Override
  public synchronized Committed submit(String name, List<String> arguments) {
    String statement = arguments.get(0);
    submits.merge(statement, 1, Integer::sum);
    Deque<RuntimeException> next = failures.getOrDefault(statement, new ArrayDeque<>());
    if (!next.isEmpty()) {
      throw next.remove();
    }
    if (!statements.contains(statement)) {
      statements.add(statement);
    }
    StatementId id = new StatementId(DigestAlgorithm.SHA_256.digest(Bytes.utf8(statement)));
    return new Committed(
        id, List.of(), id.digest().value().hex(), 1L + statements.indexOf(statement));
  }

  @Override
  public void close() {}
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.sample;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.huxin.contract.Outcome;
import org.huxin.contract.sample.ContractBench;
import org.huxin.core.id.MspId;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.sdk.ledger.LedgerClient;
import org.huxin.sdk.ledger.LedgerUnavailableException;
import org.huxin.sdk.ledger.OutcomeUnknownException;

/** A client of the real contract over a ledger in memory, which can fail on demand. */
public final class ContractLedgerClient implements LedgerClient {
  /** What becomes of a submission. */
  public enum Fault {
    /** Nothing is sent. */
    UNAVAILABLE,
    /** It is committed, and nobody learns of it. */
    COMMITTED_UNSEEN
  }

  private final ContractBench bench;
  private final MspId carrier;
  private final Deque<Fault> faults = new ArrayDeque<>();
  private final List<List<String>> submissions = new ArrayList<>();
  private final List<String> sent = new ArrayList<>();
  private long block;

  /** A client of a city. */
  public ContractLedgerClient(ContractBench bench, MspId carrier) {
    this.bench = bench;
    this.carrier = carrier;
  }

  /** What becomes of the next submission that has no fault yet. */
  public synchronized void failNext(Fault fault) {
    faults.add(fault);
  }

  /** The arguments of everything that was committed as new, in order. */
  public synchronized List<List<String>> submissions() {
    return List.copyOf(submissions);
  }

  /** Every argument that was sent to the ledger, in questions and statements. */
  public synchronized List<String> sent() {
    return List.copyOf(sent);
  }

  @Override
  public synchronized Bytes evaluate(String name, List<String> arguments) {
    sent.addAll(arguments);
    return bench.call(carrier, name, arguments).result();
  }

  @Override
  public synchronized Committed submit(String name, List<String> arguments) {
    Fault fault = faults.poll();
    if (fault == Fault.UNAVAILABLE) {
      throw new LedgerUnavailableException("no peer", new java.io.IOException("refused"));
    }
    sent.addAll(arguments);
    Outcome.Accepted accepted = (Outcome.Accepted) bench.call(carrier, name, arguments);
    if (!accepted.isRepeat()) {
      submissions.add(List.copyOf(arguments));
    }
    block++;
    String transaction = DigestAlgorithm.SHA_256.digest(Bytes.utf8("tx " + block)).value().hex();
    if (fault == Fault.COMMITTED_UNSEEN) {
      throw new OutcomeUnknownException(transaction, new java.io.IOException("reset"));
    }
    return new Committed(
        accepted.statement(),
        accepted.keys().stream().map(Object::toString).toList(),
        transaction,
        block);
  }

  @Override
  public void close() {
    // nothing is held
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.sample;

import java.util.List;
import java.util.Optional;
import org.huxin.contract.Outcome;
import org.huxin.contract.TransactionContext;
import org.huxin.core.refusal.LedgerRefusedException;

/**
 * A call of the contract by a test, when it has been judged and nothing is written yet.
 *
 * @param ledger what it was judged by, as it still is
 * @param operation the operation's or query's name
 * @param arguments its arguments
 * @param context who called, when
 * @param outcome what came of it; empty if it was refused
 * @param refusal why it was refused; empty if it was not
 */
public record ObservedCall(
    MemoryLedger ledger,
    String operation,
    List<String> arguments,
    TransactionContext context,
    Optional<Outcome> outcome,
    Optional<LedgerRefusedException> refusal) {
  /** Copies of the given lists. */
  public ObservedCall {
    arguments = List.copyOf(arguments);
  }
}

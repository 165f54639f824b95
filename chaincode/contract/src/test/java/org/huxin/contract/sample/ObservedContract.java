// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.sample;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.huxin.contract.Contract;
import org.huxin.contract.OperationTable;
import org.huxin.contract.Outcome;
import org.huxin.contract.TransactionContext;
import org.huxin.contract.table.HuxinContract;
import org.huxin.core.refusal.LedgerRefusedException;

/**
 * The contract as tests call it: one observer may watch every call of every test, so that these can
 * be made again elsewhere. For one thread.
 */
public final class ObservedContract {
  private static Consumer<ObservedCall> observer = call -> {};

  private final Contract contract = HuxinContract.create();

  /** Tells somebody of every call from now on, instead of whom it told before. */
  public static void observe(Consumer<ObservedCall> told) {
    observer = told;
  }

  /** Every operation that there is. */
  public OperationTable table() {
    return contract.table();
  }

  /**
   * Judges a call; nothing is written.
   *
   * @throws LedgerRefusedException if it is refused
   */
  public Outcome execute(
      String name, List<String> arguments, MemoryLedger ledger, TransactionContext context) {
    try {
      Outcome outcome = contract.execute(name, arguments, ledger, context);
      observer.accept(
          new ObservedCall(
              ledger, name, arguments, context, Optional.of(outcome), Optional.empty()));
      return outcome;
    } catch (LedgerRefusedException e) {
      observer.accept(
          new ObservedCall(ledger, name, arguments, context, Optional.empty(), Optional.of(e)));
      throw e;
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract;

import java.util.List;
import java.util.Optional;
import org.huxin.core.ledger.LedgerView;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;

/**
 * The contract: every operation and query by name. A pure function of the ledger, the arguments and
 * the context. Immutable and safe for all threads.
 */
public final class Contract {
  private final OperationTable table;

  /** A contract of the operations of a table. */
  public Contract(OperationTable table) {
    this.table = table;
  }

  /** Every operation that there is. */
  public OperationTable table() {
    return table;
  }

  /**
   * Judges a call.
   *
   * @param name the operation's or query's name
   * @throws LedgerRefusedException if it is refused
   */
  public Outcome execute(
      String name, List<String> arguments, LedgerView view, TransactionContext context) {
    Optional<LedgerOperation> operation = table.find(name);
    if (operation.isEmpty()) {
      // The name is not repeated: it could say anything.
      throw LedgerRefusedException.of(LedgerRefusal.OPERATION_UNKNOWN);
    }
    return operation.get().execute(arguments, view, context);
  }
}

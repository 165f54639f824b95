// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract;

import java.util.List;
import java.util.Set;
import org.huxin.core.ledger.LedgerView;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;

/**
 * One thing that can be done to the ledger, or asked of it: a pure function. Stateless and safe for
 * all threads.
 */
public interface LedgerOperation {
  /** The name under which it is called, in upper camel case. */
  String name();

  /** Whether it only reads. */
  boolean isQuery();

  /**
   * The arguments, by name in order; {@code ?} marks one that may be left out, {@code …} a list.
   */
  List<String> arguments();

  /** Every code with which it may refuse. */
  Set<LedgerRefusal> refusals();

  /**
   * Judges the arguments.
   *
   * @throws LedgerRefusedException if they are refused, with one of the codes of {@link #refusals}
   */
  Outcome execute(List<String> arguments, LedgerView view, TransactionContext context);
}

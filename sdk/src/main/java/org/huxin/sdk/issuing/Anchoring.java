// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.issuing;

import java.util.List;
import org.huxin.core.id.StatementId;
import org.huxin.core.jws.Jws;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.sdk.ledger.LedgerClient;
import org.huxin.sdk.ledger.LedgerClient.Committed;
import org.huxin.sdk.proofstore.PendingBatch;
import org.huxin.sdk.proofstore.ProofStore;

/** Takes batches by way of the proof store to the ledger. Safe for all threads. */
final class Anchoring {
  /** As many as the contract takes in one transaction. */
  static final int MAX_TOGETHER = 16;

  private final LedgerClient ledger;
  private final ProofStore store;

  Anchoring(LedgerClient ledger, ProofStore store) {
    this.ledger = ledger;
    this.store = store;
  }

  ProofStore store() {
    return store;
  }

  /**
   * Writes batches as pending, then has all of them accepted in one transaction.
   *
   * @throws LedgerRefusedException if the ledger refuses them: then the store has forgotten them
   * @throws RuntimeException whatever else the store or the ledger's client throws: if the batches
   *     were written, they stay pending
   */
  void anchor(List<PendingBatch> batches) {
    store.addPending(batches);
    submit(batches.stream().map(PendingBatch::statement).toList());
  }

  /**
   * Has statements that the store holds as pending accepted.
   *
   * @throws LedgerRefusedException as {@link #anchor}
   */
  void submit(List<Jws> statements) {
    StatementId first = statements.get(0).statementId();
    Committed committed;
    try {
      committed = ledger.submit("AnchorBatch", statements.stream().map(Jws::text).toList());
    } catch (LedgerRefusedException e) {
      store.discard(first);
      throw e;
    }
    store.markAnchored(first, committed.transactionId(), committed.block());
  }
}

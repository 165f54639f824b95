// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.ledger;

import java.util.ArrayList;
import java.util.List;
import org.huxin.core.id.StatementId;
import org.huxin.core.jws.Jws;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.signed.SignedStatement;
import org.huxin.crypto.bytes.Bytes;

/**
 * The ledger as an application calls it. Every call has a deadline. Safe for all threads; closing
 * ends what is under way.
 */
public interface LedgerClient extends AutoCloseable {
  /**
   * Asks a query of a peer.
   *
   * @param name the query's name, such as {@code Verify}
   * @return canonical JSON
   * @throws LedgerRefusedException if the contract refuses the question
   * @throws LedgerUnavailableException if no peer answers in time
   */
  Bytes evaluate(String name, List<String> arguments);

  /**
   * Has a statement accepted: returns once it is committed. A statement that was accepted before is
   * accepted again without effect, so a call may be repeated after any failure.
   *
   * @param name the operation's name, such as {@code AnchorBatch}
   * @throws LedgerRefusedException if the contract refuses the statement
   * @throws LedgerUnavailableException if nothing was sent to be ordered: it can be tried again
   * @throws OutcomeUnknownException if it was sent, and what became of it is not known yet
   * @throws TransactionInvalidException if it was committed as invalid, however often it was tried
   */
  Committed submit(String name, List<String> arguments);

  /**
   * Has a signed statement accepted, as {@link #submit(String, List)}.
   *
   * @param more what goes with it, such as the attestation of a holder's key
   */
  default Committed submit(SignedStatement statement, Jws... more) {
    List<String> arguments = new ArrayList<>(List.of(statement.jws().text()));
    for (Jws each : more) {
      arguments.add(each.text());
    }
    return submit(OperationName.of(statement.statement().operation()), arguments);
  }

  @Override
  void close();

  /**
   * A statement that is on the ledger.
   *
   * @param statement its name
   * @param keys what it wrote, as the contract's result lists it; unmodifiable
   * @param transactionId the transaction that carried it, 64 hexadecimal digits
   * @param block the number of the block that holds the transaction
   */
  record Committed(StatementId statement, List<String> keys, String transactionId, long block) {
    /** A copy of the given list. */
    public Committed {
      keys = List.copyOf(keys);
    }
  }
}

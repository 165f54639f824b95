// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.ledger;

/**
 * A transaction was sent, and it is not known yet whether it was committed. Asking again with the
 * same statement is safe.
 */
public final class OutcomeUnknownException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String transactionId;

  /**
   * With the transaction's name.
   *
   * @param transactionId 64 hexadecimal digits
   */
  public OutcomeUnknownException(String transactionId, Throwable cause) {
    super("the outcome of transaction " + transactionId + " is not known", cause);
    this.transactionId = transactionId;
  }

  /** The transaction, by which its outcome can be asked for. */
  public String transactionId() {
    return transactionId;
  }
}

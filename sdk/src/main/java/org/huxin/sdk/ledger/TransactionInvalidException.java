// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.ledger;

/** A transaction was committed as invalid: it has no effect. */
public final class TransactionInvalidException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String transactionId;
  private final int code;

  /**
   * With the code that every peer gave it.
   *
   * @param transactionId 64 hexadecimal digits
   * @param code Fabric's validation code, such as 11 for a read that had changed
   */
  public TransactionInvalidException(String transactionId, int code) {
    super("transaction " + transactionId + " is invalid, code " + code);
    this.transactionId = transactionId;
    this.code = code;
  }

  /** The transaction. */
  public String transactionId() {
    return transactionId;
  }

  /** Fabric's validation code. */
  public int code() {
    return code;
  }
}

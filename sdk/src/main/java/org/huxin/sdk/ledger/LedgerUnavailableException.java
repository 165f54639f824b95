// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.ledger;

/** The ledger cannot be reached, or did not answer in time. Nothing was sent to be ordered. */
public final class LedgerUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With what the client library said; it names no argument. */
  public LedgerUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}

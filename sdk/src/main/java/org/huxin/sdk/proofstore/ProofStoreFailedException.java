// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.proofstore;

import java.sql.SQLException;

/** The database did not do what it was asked; nothing was written. */
public final class ProofStoreFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With what the database said; its message may repeat a value, so only its state is shown. */
  ProofStoreFailedException(SQLException cause) {
    super("SQL state " + cause.getSQLState(), cause);
  }

  /** Whether a licence was in the store already, such as by another process at the same time. */
  public boolean isDuplicate() {
    return getCause() instanceof SQLException sql
        && sql.getSQLState() != null
        && sql.getSQLState().startsWith("23");
  }
}

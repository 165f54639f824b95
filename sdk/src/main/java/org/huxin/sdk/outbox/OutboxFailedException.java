// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.outbox;

import java.sql.SQLException;

/** The database does not do what the outbox needs. Nothing is lost: what was written stands. */
public final class OutboxFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OutboxFailedException(String attempted, SQLException cause) {
    super(attempted + ": SQL state " + cause.getSQLState(), cause);
  }
}

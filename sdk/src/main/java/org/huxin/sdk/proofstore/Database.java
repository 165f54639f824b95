// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.proofstore;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Work in one transaction: all of it, or nothing. */
final class Database {
  /** What a transaction does. */
  interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  private final DataSource source;

  Database(DataSource source) {
    this.source = source;
  }

  /**
   * Does the work and commits it.
   *
   * @throws ProofStoreFailedException if the database fails; then nothing is written
   */
  <T> T transact(Work<T> work) {
    try (Connection connection = source.getConnection()) {
      boolean before = connection.getAutoCommit();
      connection.setAutoCommit(false);
      boolean done = false;
      try {
        T result = work.with(connection);
        connection.commit();
        done = true;
        return result;
      } finally {
        if (!done) {
          connection.rollback();
        }
        connection.setAutoCommit(before);
      }
    } catch (SQLException e) {
      throw new ProofStoreFailedException(e);
    }
  }
}

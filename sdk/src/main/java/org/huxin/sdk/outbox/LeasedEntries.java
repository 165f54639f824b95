// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.huxin.sdk.ledger.LedgerClient.Committed;

/**
 * The rows that a relay works on. No lock of the database is held while the ledger is waited for: a
 * row is taken with a lease, and what a dead relay had taken is taken again once that is over.
 */
final class LeasedEntries {
  /** The oldest open entry of each key, as far as it is due and nobody else has it. */
  private static final String HEADS =
      "SELECT id FROM huxin_outbox e WHERE state = 'WAITING' AND due_at <= ?"
          + " AND (leased_until <= ? OR leased_by = ?)"
          + " AND NOT EXISTS (SELECT 1 FROM huxin_outbox p WHERE p.ordering_key = e.ordering_key"
          + " AND p.id < e.id AND p.state IN ('WAITING', 'PARKED'))"
          + " ORDER BY id";

  private static final String TAKE =
      "UPDATE huxin_outbox SET leased_by = ?, leased_until = ?, attempts = attempts + 1"
          + " WHERE id = ? AND state = 'WAITING' AND (leased_until <= ? OR leased_by = ?)";

  private static final String READ =
      "SELECT ordering_key, operation, arguments, attempts, refusals FROM huxin_outbox"
          + " WHERE id = ?";

  /** A lease that ran out and was taken by another relay is that one's to report. */
  private static final String FREE =
      ", leased_by = '', leased_until = 0 WHERE id = ? AND leased_by = ? AND state = 'WAITING'";

  private final DataSource database;
  private final String relay;

  LeasedEntries(DataSource database, String relay) {
    this.database = database;
    this.relay = relay;
  }

  List<Long> heads(Instant now, int most) {
    return transaction(
        "looking for entries",
        connection -> {
          List<Long> found = new ArrayList<>();
          try (PreparedStatement query = connection.prepareStatement(HEADS)) {
            query.setMaxRows(most);
            query.setLong(1, now.toEpochMilli());
            query.setLong(2, now.toEpochMilli());
            query.setString(3, relay);
            try (ResultSet rows = query.executeQuery()) {
              while (rows.next()) {
                found.add(rows.getLong(1));
              }
            }
          }
          return found;
        });
  }

  /** Empty if another relay was faster. */
  Optional<LeasedEntry> take(long id, Instant now, Duration lease) {
    return transaction(
        "taking an entry",
        connection -> {
          try (PreparedStatement update = connection.prepareStatement(TAKE)) {
            update.setString(1, relay);
            update.setLong(2, now.plus(lease).toEpochMilli());
            update.setLong(3, id);
            update.setLong(4, now.toEpochMilli());
            update.setString(5, relay);
            if (update.executeUpdate() != 1) {
              return Optional.empty();
            }
          }
          try (PreparedStatement query = connection.prepareStatement(READ)) {
            query.setLong(1, id);
            try (ResultSet row = query.executeQuery()) {
              row.next();
              return Optional.of(
                  new LeasedEntry(
                      id,
                      new OutboxEntry(
                          row.getString(1),
                          row.getString(2),
                          OutboxEntry.arguments(row.getString(3))),
                      row.getInt(4),
                      row.getInt(5)));
            }
          }
        });
  }

  void committed(LeasedEntry entry, Committed committed) {
    transaction(
        "noting a commit",
        connection -> {
          // Whoever holds the lease by now: the statement is on the ledger.
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE huxin_outbox SET state = 'COMMITTED', transaction_id = ?,"
                      + " block_number = ?, leased_by = '', leased_until = 0"
                      + " WHERE id = ? AND state <> 'COMMITTED'")) {
            update.setString(1, committed.transactionId());
            update.setLong(2, committed.block());
            update.setLong(3, entry.id());
            return update.executeUpdate();
          }
        });
  }

  void postponed(LeasedEntry entry, String failure, Instant due) {
    free(entry, "SET last_failure = ?, due_at = ?", failure, due.toEpochMilli());
  }

  void refused(LeasedEntry entry, String failure, Instant due) {
    free(
        entry,
        "SET last_failure = ?, due_at = ?, refusals = refusals + 1",
        failure,
        due.toEpochMilli());
  }

  void parked(LeasedEntry entry, String failure, Instant now) {
    free(
        entry,
        "SET last_failure = ?, due_at = ?, refusals = refusals + 1, state = 'PARKED'",
        failure,
        now.toEpochMilli());
  }

  private void free(LeasedEntry entry, String set, String failure, long due) {
    transaction(
        "noting a failure",
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement("UPDATE huxin_outbox " + set + FREE)) {
            update.setString(1, failure);
            update.setLong(2, due);
            update.setLong(3, entry.id());
            update.setString(4, relay);
            return update.executeUpdate();
          }
        });
  }

  private <T> T transaction(String attempted, Work<T> work) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T done = work.with(connection);
        connection.commit();
        return done;
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw new OutboxFailedException(attempted, e);
    }
  }

  /** One transaction. */
  private interface Work<T> {
    T with(Connection connection) throws SQLException;
  }
}

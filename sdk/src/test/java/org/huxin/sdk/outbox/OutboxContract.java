// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.sql.DataSource;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.sdk.ledger.Backoff;
import org.huxin.sdk.ledger.LedgerUnavailableException;
import org.huxin.sdk.ledger.OutcomeUnknownException;
import org.huxin.sdk.ledger.TransactionInvalidException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an outbox does on any database. */
abstract class OutboxContract {
  private static final RelayRules RULES =
      new RelayRules(
          2,
          new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(1)),
          Duration.ofMinutes(10),
          100);
  private static final String TRANSACTION = "ab".repeat(32);

  private final MemoryLedgerClient ledger = new MemoryLedgerClient();
  private Instant now = Instant.parse("2026-11-25T00:00:00Z");

  /** The database, which other tests may have used. */
  abstract DataSource database();

  private Outbox outbox() {
    return new Outbox(database());
  }

  private OutboxRelay relay(String name) {
    return new OutboxRelay(database(), name, ledger, RULES, () -> now, new Random(1));
  }

  private long write(String key, String statement) throws SQLException {
    try (Connection connection = database().getConnection()) {
      connection.setAutoCommit(false);
      long id = outbox().write(connection, new OutboxEntry(key, "Say", List.of(statement)), now);
      connection.commit();
      return id;
    }
  }

  private OutboxPosition find(long id) {
    return outbox().find(id).orElseThrow();
  }

  @BeforeEach
  void empty() throws SQLException {
    outbox().createSchema();
    outbox().createSchema();
    try (Connection connection = database().getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("DELETE FROM huxin_outbox");
    }
  }

  @Test
  void anEntryIsThereIfItsTransactionCommitsAndOnlyThen() throws SQLException {
    try (Connection connection = database().getConnection()) {
      connection.setAutoCommit(false);
      outbox().write(connection, new OutboxEntry("k", "Say", List.of("gone")), now);
      connection.rollback();
    }
    assertEquals(0, relay("r").relayDue());
    long id = write("k", "said");
    OutboxPosition written = find(id);
    assertEquals(OutboxState.WAITING, written.state());
    assertEquals(now, written.writtenAt());
    assertEquals(Optional.empty(), written.transactionId());

    assertEquals(1, relay("r").relayDue());
    assertEquals(List.of("said"), ledger.statements());
    OutboxPosition committed = find(id);
    assertEquals(OutboxState.COMMITTED, committed.state());
    assertEquals(Optional.of(1L), committed.block());
    assertEquals(64, committed.transactionId().orElseThrow().length());
    assertEquals(0, relay("r").relayDue());
    assertEquals(1, ledger.submits("said"));
    assertEquals(Optional.empty(), outbox().find(id + 1_000));
  }

  @Test
  void entriesOfAKeyGoInOrderAndOthersDoNotWait() throws SQLException {
    ledger.fail("a1", unavailable());
    write("a", "a1");
    write("a", "a2");
    write("b", "b1");
    assertEquals(1, relay("r").relayDue());
    assertEquals(List.of("b1"), ledger.statements());
    assertEquals(0, relay("r").relayDue());
    now = now.plusSeconds(2);
    assertEquals(1, relay("r").relayDue());
    assertEquals(1, relay("r").relayDue());
    assertEquals(List.of("b1", "a1", "a2"), ledger.statements());
  }

  @Test
  void whatCannotBeReachedOrIsNotKnownIsTriedForAsLongAsItTakes() throws SQLException {
    ledger.fail(
        "a",
        unavailable(),
        unavailable(),
        new OutcomeUnknownException(TRANSACTION, new IllegalStateException()),
        unavailable());
    long id = write("k", "a");
    for (int i = 0; i < 3; i++) {
      assertEquals(0, relay("r").relayDue());
      now = now.plusSeconds(2);
    }
    assertEquals(Optional.of("OUTCOME_UNKNOWN transaction " + TRANSACTION), find(id).lastFailure());
    assertEquals(0, relay("r").relayDue());
    assertEquals(Optional.of("LEDGER_UNAVAILABLE"), find(id).lastFailure());
    assertEquals(List.of(id), outbox().openSince(now).stream().map(OutboxPosition::id).toList());
    assertEquals(List.of(), outbox().openSince(find(id).writtenAt()));
    now = now.plusSeconds(2);
    assertEquals(1, relay("r").relayDue());
    assertEquals(5, find(id).attempts());
    assertEquals(0, find(id).refusals());
    assertEquals(List.of(), outbox().openSince(now));
  }

  @Test
  void whatIsRefusedTooOftenParksWithTheRefusalAndIsReleasedOrDiscarded() throws SQLException {
    LedgerRefusedException refusal =
        LedgerRefusedException.of(LedgerRefusal.STALE_VERSION, "current", 3);
    ledger.fail("a", refusal, new TransactionInvalidException(TRANSACTION, 10), refusal, refusal);
    long id = write("k", "a");
    long next = write("k", "b");
    assertEquals(0, relay("r").relayDue());
    assertEquals(OutboxState.WAITING, find(id).state());
    assertEquals(Optional.of("STALE_VERSION {\"current\":\"3\"}"), find(id).lastFailure());
    now = now.plusSeconds(2);
    assertEquals(0, relay("r").relayDue());
    OutboxPosition parked = find(id);
    assertEquals(OutboxState.PARKED, parked.state());
    assertEquals(Optional.of("TRANSACTION_INVALID code 10"), parked.lastFailure());
    assertEquals(List.of(parked), outbox().parked());
    now = now.plusSeconds(2);
    assertEquals(0, relay("r").relayDue());
    assertEquals(2, ledger.submits("a"));

    assertTrue(outbox().release(id));
    assertFalse(outbox().release(id));
    assertFalse(outbox().discard(id));
    assertEquals(0, relay("r").relayDue());
    now = now.plusSeconds(2);
    assertEquals(0, relay("r").relayDue());
    assertEquals(4, ledger.submits("a"));
    assertTrue(outbox().discard(id));
    assertEquals(OutboxState.DISCARDED, find(id).state());
    assertEquals(1, relay("r").relayDue());
    assertEquals(OutboxState.COMMITTED, find(next).state());
    assertEquals(List.of(), outbox().parked());
  }

  @Test
  void whatADeadRelayHadTakenIsGoneOnWithByItselfAtOnceAndByOthersLater() throws SQLException {
    long id = write("k", "a");
    LeasedEntries dead = new LeasedEntries(database(), "dead");
    assertEquals("a", dead.take(id, now, RULES.lease()).orElseThrow().entry().arguments().get(0));
    assertEquals(0, relay("other").relayDue());
    assertEquals(
        Optional.empty(), new LeasedEntries(database(), "other").take(id, now, RULES.lease()));
    assertEquals(List.of(id), dead.heads(now, 10));
    now = now.plus(RULES.lease());
    assertEquals(1, relay("other").relayDue());

    long second = write("k", "b");
    assertTrue(dead.take(second, now, RULES.lease()).isPresent());
    assertEquals(1, relay("dead").relayDue());
    assertEquals(List.of("a", "b"), ledger.statements());
  }

  @Test
  void whoLostItsLeaseReportsNoFailureOfWhatAnotherDoes() throws SQLException {
    long id = write("k", "a");
    LeasedEntries slow = new LeasedEntries(database(), "slow");
    LeasedEntry taken = slow.take(id, now, RULES.lease()).orElseThrow();
    now = now.plus(RULES.lease());
    assertTrue(new LeasedEntries(database(), "other").take(id, now, RULES.lease()).isPresent());
    slow.parked(taken, "too late", now);
    assertEquals(OutboxState.WAITING, find(id).state());
    assertEquals(Optional.empty(), find(id).lastFailure());
  }

  @Test
  void aRunEndsWhenItIsInterrupted() throws SQLException {
    write("k", "a");
    relay("r").run(Duration.ofSeconds(1), length -> Thread.currentThread().interrupt());
    assertTrue(Thread.interrupted());
    assertEquals(List.of("a"), ledger.statements());
  }

  @Test
  void longArgumentsAreKeptAsTheyAre() throws SQLException {
    String statement = "长".repeat(300_000) + "\"\\\n";
    write("k", statement);
    assertEquals(1, relay("r").relayDue());
    assertEquals(List.of(statement), ledger.statements());
  }

  @Test
  void aBrokenDatabaseIsSaidAndNothingFitsThatDoesNot() throws SQLException {
    Connection closed = database().getConnection();
    closed.close();
    OutboxEntry entry = new OutboxEntry("k", "Say", List.of());
    assertThrows(OutboxFailedException.class, () -> outbox().write(closed, entry, now));
    for (String key : List.of("", "k".repeat(201))) {
      assertThrows(IllegalArgumentException.class, () -> new OutboxEntry(key, "Say", List.of()));
    }
    assertThrows(
        IllegalArgumentException.class, () -> new OutboxEntry("k", "S".repeat(65), List.of()));
    assertThrows(IllegalArgumentException.class, () -> relay(""));
  }

  private static LedgerUnavailableException unavailable() {
    return new LedgerUnavailableException("no peer answers", new IllegalStateException());
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.sdk.ledger.LedgerClient;
import org.huxin.sdk.ledger.LedgerClient.Committed;
import org.huxin.sdk.ledger.LedgerUnavailableException;
import org.huxin.sdk.ledger.OutcomeUnknownException;
import org.huxin.sdk.ledger.Pause;
import org.huxin.sdk.ledger.TransactionInvalidException;

/**
 * Carries entries of the outbox to the ledger. It may die at any moment and start again: a
 * statement that it had submitted, but not noted, is submitted again, which changes nothing on the
 * ledger. Several relays may work on one outbox, each under a name of its own.
 */
public final class OutboxRelay {
  private final LeasedEntries entries;
  private final LedgerClient ledger;
  private final RelayRules rules;
  private final InstantSource clock;
  private final RandomGenerator random;

  /**
   * A relay.
   *
   * @param database the one of the outbox
   * @param name that no other relay at work has, and that this one has again after a restart, so
   *     that it goes on at once with what it had taken; 1 to 64 characters
   * @param random for the length of pauses alone
   */
  public OutboxRelay(
      DataSource database,
      String name,
      LedgerClient ledger,
      RelayRules rules,
      InstantSource clock,
      RandomGenerator random) {
    if (name.isEmpty() || name.length() > 64) {
      throw new IllegalArgumentException("a name of 1 to 64 characters");
    }
    this.entries = new LeasedEntries(database, name);
    this.ledger = ledger;
    this.rules = rules;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Submits what is due, once: of each key the oldest entry, all these at the same time. Returns
   * when each has an answer.
   *
   * @return how many came onto the ledger
   * @throws OutboxFailedException if the database refuses; what was submitted is submitted again
   */
  public int relayDue() {
    List<Long> due = entries.heads(clock.instant(), rules.batch());
    if (due.isEmpty()) {
      return 0;
    }
    ExecutorService submitters = Executors.newFixedThreadPool(due.size());
    try {
      List<Future<Boolean>> running = new ArrayList<>();
      for (long id : due) {
        running.add(submitters.submit(() -> relay(id)));
      }
      int committed = 0;
      for (Future<Boolean> one : running) {
        committed += one.get() ? 1 : 0;
      }
      return committed;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof OutboxFailedException failed) {
        throw failed;
      }
      throw new IllegalStateException("a bug in the relay", e.getCause());
    } finally {
      submitters.shutdownNow();
    }
  }

  /**
   * Submits what is due until the thread is interrupted.
   *
   * @param idle the wait after a round in which nothing came onto the ledger
   * @throws OutboxFailedException if the database refuses
   */
  public void run(Duration idle, Pause pause) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        if (relayDue() == 0) {
          pause.pause(idle);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean relay(long id) {
    Optional<LeasedEntry> taken = entries.take(id, clock.instant(), rules.lease());
    if (taken.isEmpty()) {
      return false;
    }
    LeasedEntry entry = taken.get();
    try {
      Committed committed = ledger.submit(entry.entry().operation(), entry.entry().arguments());
      entries.committed(entry, committed);
      return true;
    } catch (LedgerRefusedException e) {
      refused(entry, e.message());
    } catch (TransactionInvalidException e) {
      refused(entry, "TRANSACTION_INVALID code " + e.code());
    } catch (LedgerUnavailableException e) {
      entries.postponed(entry, "LEDGER_UNAVAILABLE", next(entry.attempts()));
    } catch (OutcomeUnknownException e) {
      entries.postponed(
          entry, "OUTCOME_UNKNOWN transaction " + e.transactionId(), next(entry.attempts()));
    }
    return false;
  }

  private void refused(LeasedEntry entry, String failure) {
    if (entry.refusals() + 1 >= rules.parkAfter()) {
      entries.parked(entry, failure, clock.instant());
    } else {
      entries.refused(entry, failure, next(entry.refusals() + 1));
    }
  }

  private Instant next(int failures) {
    return clock.instant().plus(rules.backoff().after(failures, random));
  }
}

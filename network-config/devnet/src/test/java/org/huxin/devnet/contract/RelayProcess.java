// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.contract;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.sdk.gateway.GatewayLedger;
import org.huxin.sdk.ledger.Backoff;
import org.huxin.sdk.ledger.LedgerClient;
import org.huxin.sdk.outbox.Databases;
import org.huxin.sdk.outbox.Outbox;
import org.huxin.sdk.outbox.OutboxRelay;
import org.huxin.sdk.outbox.RelayRules;
import org.huxin.sdk.profile.Profile;

/**
 * A relay in a process of its own, which stops at a point for good, so that it can be killed there.
 * Its arguments: the database, the profile, the point, and how many submits come before it.
 */
final class RelayProcess {
  /** What it prints once it is at the point. */
  static final String AT_POINT = "at the point";

  /** Where it stops. */
  enum Point {
    /** An entry is taken, and nothing is sent. */
    BEFORE_SUBMIT,
    /** It is being sent: the process does not stop, and is killed at some moment. */
    DURING_SUBMIT,
    /** It is on the ledger, and not noted in the database. */
    AFTER_SUBMIT,
    /** Nowhere: it ends once nothing is open. */
    NOWHERE
  }

  private RelayProcess() {}

  /** Runs until it is killed, or nothing is open. */
  public static void main(String... arguments) throws IOException, InterruptedException {
    Point point = Point.valueOf(arguments[2]);
    Outbox outbox = new Outbox(Databases.of(arguments[0]));
    RelayRules rules =
        new RelayRules(
            3,
            new Backoff(Duration.ofMillis(50), Duration.ofMillis(200)),
            Duration.ofMinutes(10),
            2);
    try (LedgerClient ledger = GatewayLedger.of(Profile.read(Path.of(arguments[1])))) {
      OutboxRelay relay =
          new OutboxRelay(
              Databases.of(arguments[0]),
              "relay",
              new Stopping(ledger, point, Integer.parseInt(arguments[3])),
              rules,
              InstantSource.system(),
              new Random());
      while (!outbox.openSince(Instant.now().plusSeconds(60)).isEmpty()) {
        if (relay.relayDue() == 0) {
          Thread.sleep(20);
        }
      }
    }
  }

  /** A ledger whose caller stops at the point. */
  private record Stopping(LedgerClient ledger, Point point, AtomicInteger before)
      implements LedgerClient {
    Stopping(LedgerClient ledger, Point point, int before) {
      this(ledger, point, new AtomicInteger(before));
    }

    @Override
    public Bytes evaluate(String name, List<String> arguments) {
      return ledger.evaluate(name, arguments);
    }

    @Override
    public Committed submit(String name, List<String> arguments) {
      boolean here = before.getAndDecrement() == 0;
      if (here && point == Point.BEFORE_SUBMIT) {
        stop();
      }
      if (here && point == Point.DURING_SUBMIT) {
        System.out.println(AT_POINT);
      }
      Committed committed = ledger.submit(name, arguments);
      if (here && point == Point.AFTER_SUBMIT) {
        stop();
      }
      return committed;
    }

    private static void stop() {
      System.out.println(AT_POINT);
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() {
      ledger.close();
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.huxin.contract.sample.SampleCity;
import org.huxin.core.signed.SignedStatement;
import org.huxin.sdk.gateway.GatewayLedger;
import org.huxin.sdk.ledger.LedgerClient;
import org.huxin.sdk.outbox.Databases;
import org.huxin.sdk.outbox.Outbox;
import org.huxin.sdk.outbox.OutboxEntry;
import org.huxin.sdk.outbox.OutboxPosition;
import org.huxin.sdk.outbox.OutboxState;
import org.huxin.sdk.outbox.PostgresServer;
import org.huxin.sdk.profile.Profile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A relay that is killed at every point of its work, and started again: each statement is on the
 * ledger exactly once, and none is lost.
 */
class OutboxCrashTest {
  private static final int STATEMENTS = 24;
  private static final int KEYS = 4;

  private static EmbeddedCityNetwork cities = new EmbeddedCityNetwork();
  private static CityLedger ledger = new CityLedger(cities, "huxin");
  private static final SampleRegistrations REGISTRATIONS = new SampleRegistrations(ledger);

  @TempDir private Path folder;

  @BeforeAll
  static void found() {
    try (LedgerClient client = GatewayLedger.of(profile())) {
      client.submit("Found", List.of(ledger.genesis()));
    }
  }

  @AfterAll
  static void stop() {
    ledger.close();
  }

  private static Profile profile() {
    return CityProfiles.of(
        cities.network(),
        ledger.id(),
        Duration.ofMinutes(2),
        SampleCity.ORDOS,
        SampleCity.ORDOS,
        SampleCity.HOHHOT);
  }

  @Test
  void killedAtEveryPointOnPostgres() throws Exception {
    assumeTrue(PostgresServer.programs().isPresent(), "no PostgreSQL is installed here");
    try (PostgresServer server = PostgresServer.start()) {
      killedAtEveryPoint(server.url());
    }
  }

  @Test
  void killedAtEveryPointOnH2() throws Exception {
    killedAtEveryPoint("jdbc:h2:file:" + folder.resolve("outbox"));
  }

  private void killedAtEveryPoint(String database) throws Exception {
    Path file = folder.resolve("profile.json");
    Files.write(file, Profile.CODEC.toBytes(profile()).toByteArray());
    Outbox outbox = new Outbox(Databases.of(database));
    outbox.createSchema();
    List<Written> all = write(database, outbox);

    for (RelayProcess.Point point :
        List.of(
            RelayProcess.Point.BEFORE_SUBMIT,
            RelayProcess.Point.AFTER_SUBMIT,
            RelayProcess.Point.DURING_SUBMIT)) {
      killAt(database, file, point, 0);
      killAt(database, file, point, 2);
    }
    Process last = start(database, file, RelayProcess.Point.NOWHERE, 0);
    boolean ended = last.waitFor(5, TimeUnit.MINUTES);
    last.destroyForcibly();
    assertTrue(ended);
    assertEquals(0, last.exitValue());

    for (Written each : all) {
      OutboxPosition position = outbox.find(each.id()).orElseThrow();
      assertEquals(OutboxState.COMMITTED, position.state(), position.toString());
    }
    List<SignedStatement> written = all.stream().map(Written::statement).toList();
    SignedStatement end = REGISTRATIONS.next();
    try (LedgerClient client = GatewayLedger.of(profile())) {
      client.submit(SampleRegistrations.OPERATION, List.of(end.jws().text()));
    }
    List<String> events = LedgerEvents.until(ledger, end);
    assertEquals(new HashSet<>(events).size(), events.size());
    for (SignedStatement statement : written) {
      assertEquals(
          1,
          events.stream().filter(each -> each.contains(statement.id().toString())).count(),
          statement.toString());
    }
    assertOrdered(written, events);
  }

  /** Those of one key came onto the ledger in the order in which they were written. */
  private static void assertOrdered(List<SignedStatement> written, List<String> events) {
    for (int key = 0; key < KEYS; key++) {
      List<Integer> places = new ArrayList<>();
      for (int i = key; i < STATEMENTS; i += KEYS) {
        String id = written.get(i).id().toString();
        for (int place = 0; place < events.size(); place++) {
          if (events.get(place).contains(id)) {
            places.add(place);
          }
        }
      }
      assertEquals(places.stream().sorted().toList(), places);
    }
  }

  private static List<Written> write(String database, Outbox outbox) throws SQLException {
    List<Written> written = new ArrayList<>();
    try (Connection connection = Databases.of(database).getConnection()) {
      connection.setAutoCommit(false);
      for (int i = 0; i < STATEMENTS; i++) {
        SignedStatement statement = REGISTRATIONS.next();
        long id =
            outbox.write(
                connection,
                new OutboxEntry(
                    "key " + i % KEYS,
                    SampleRegistrations.OPERATION,
                    List.of(statement.jws().text())),
                Instant.now());
        written.add(new Written(id, statement));
      }
      connection.commit();
    }
    return written;
  }

  private record Written(long id, SignedStatement statement) {}

  private static void killAt(String database, Path profile, RelayProcess.Point point, int submits)
      throws IOException, InterruptedException {
    Process relay = start(database, profile, point, submits);
    try (BufferedReader output =
        new BufferedReader(new InputStreamReader(relay.getInputStream(), StandardCharsets.UTF_8))) {
      assertEquals(RelayProcess.AT_POINT, output.readLine());
    } finally {
      relay.destroyForcibly().waitFor();
    }
  }

  private static Process start(String database, Path profile, RelayProcess.Point point, int submits)
      throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            RelayProcess.class.getName(),
            database,
            profile.toString(),
            point.name(),
            Integer.toString(submits))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.huxin.contract.sample.SampleAuthority;
import org.huxin.contract.sample.SampleCity;
import org.huxin.contract.sample.SampleKey;
import org.huxin.core.governance.NamedDivision;
import org.huxin.core.governance.UpdateDivisions;
import org.huxin.core.id.StatementId;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.signed.SignedStatement;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.sdk.gateway.GatewayLedger;
import org.huxin.sdk.ledger.LedgerClient;
import org.huxin.sdk.ledger.LedgerClient.Committed;
import org.huxin.sdk.ledger.OutcomeUnknownException;
import org.huxin.sdk.profile.Profile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An application's client in front of four cities with the contract, some of which fail. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class GatewayLedgerOnNetworkTest {
  private static final Duration PATIENT = Duration.ofMinutes(2);

  private CityNetwork cities;
  private CityLedger ledger;
  private SampleRegistrations registrations;
  private LedgerClient client;

  /** A network that this class may break and mend. */
  abstract CityNetwork network();

  /** The contract's name, under which nothing else is founded there. */
  abstract String chaincode();

  /** Takes a city's peer away, or brings it back. */
  abstract void peer(CityNetwork network, SampleCity city, boolean well);

  /** Takes a city's orderer away, or brings it back. */
  abstract void orderer(CityNetwork network, SampleCity city, boolean well);

  @BeforeAll
  void found() {
    cities = network();
    ledger = new CityLedger(cities, chaincode());
    registrations = new SampleRegistrations(ledger);
    client = client(PATIENT);
    Committed founded = client.submit("Found", List.of(ledger.genesis()));
    assertEquals(ledger.id().digest(), founded.statement().digest());
  }

  @AfterAll
  void stop() {
    client.close();
    ledger.close();
  }

  private LedgerClient client(Duration outcome) {
    Profile profile = cities.profile(ledger.id(), ledger.chaincode(), SampleCity.ORDOS);
    return GatewayLedger.of(
        new Profile(
            profile.channel(),
            profile.chaincode(),
            profile.ledger(),
            profile.peers(),
            profile.identity(),
            Optional.of(CityProfiles.patient(outcome))));
  }

  private SignedStatement registration() {
    return registrations.next();
  }

  private static Committed submit(LedgerClient client, SignedStatement statement) {
    return client.submit("RegisterAuthority", List.of(statement.jws().text()));
  }

  /** How many events a statement has, from the first block to a statement made now. */
  private int events(SignedStatement statement) {
    SignedStatement last = registration();
    submit(client, last);
    return (int)
        LedgerEvents.until(ledger, last).stream()
            .filter(each -> each.contains(statement.id().toString()))
            .count();
  }

  @Test
  void aStatementIsCommittedAndItsRepeatChangesNothing() {
    SignedStatement statement = registration();
    Committed committed = submit(client, statement);
    assertEquals(statement.id(), committed.statement());
    assertTrue(committed.keys().get(0).startsWith("authority/"), committed.toString());
    assertTrue(committed.block() > 0);

    Committed again = submit(client, statement);
    assertEquals(committed.statement(), again.statement());
    assertEquals(committed.keys(), again.keys());
    assertNotEquals(committed.transactionId(), again.transactionId());
    assertEquals(1, events(statement));
  }

  @Test
  void refusalsOfStatementsAndQueriesKeepTheirEvidence() {
    LedgerRefusedException refused =
        assertThrows(
            LedgerRefusedException.class,
            () -> client.submit("RegisterAuthority", List.of("no statement")));
    assertEquals(LedgerRefusal.JWS_REFUSED, refused.code());
    LedgerRefusedException none =
        assertThrows(
            LedgerRefusedException.class,
            () ->
                client.evaluate(
                    "GetAuthority",
                    List.of(SampleAuthority.in(SampleCity.ORDOS.code(), 99).text())));
    assertEquals(LedgerRefusal.NOT_FOUND, none.code());
    Bytes membership = client.evaluate("GetMembership", List.of());
    assertTrue(CityLedger.text(membership.toByteArray()).contains("\"version\":1"));
  }

  @Test
  void aCityThatIsGoneIsPassedOver() {
    submit(client, registration());
    peer(cities, SampleCity.ORDOS, false);
    try {
      SignedStatement statement = registration();
      assertEquals(statement.id(), submit(client, statement).statement());
      client.evaluate("GetMembership", List.of());
    } finally {
      peer(cities, SampleCity.ORDOS, true);
    }
    submit(client, registration());
  }

  @Test
  void withoutAQuorumOfOrderersTheOutcomeIsUnknownAndTheStatementCommitsOnceAfterwards() {
    SignedStatement statement = registration();
    orderers(false);
    try (LedgerClient impatient = client(Duration.ofSeconds(2))) {
      OutcomeUnknownException unknown =
          assertThrows(OutcomeUnknownException.class, () -> submit(impatient, statement));
      assertEquals(64, unknown.transactionId().length());
    } finally {
      orderers(true);
    }
    assertEquals(statement.id(), submit(client, statement).statement());
    assertEquals(1, events(statement));
  }

  @Test
  void whoWaitsLongEnoughLearnsTheOutcome() throws InterruptedException, ExecutionException {
    SignedStatement statement = registration();
    ExecutorService other = Executors.newSingleThreadExecutor();
    orderers(false);
    try {
      Future<Committed> waiting = other.submit(() -> submit(client, statement));
      orderers(true);
      assertEquals(statement.id(), waiting.get().statement());
    } finally {
      orderers(true);
      other.shutdownNow();
    }
    assertEquals(1, events(statement));
  }

  @Test
  void ofTwoWhoReplaceOneVersionAtOnceTheOtherLearnsWhy() throws Exception {
    SampleKey governor = SampleCity.ORDOS.governorKey();
    List<SignedStatement> rivals = new ArrayList<>();
    for (List<NamedDivision> divisions :
        List.of(List.<NamedDivision>of(), SampleCity.ORDOS.divisions())) {
      rivals.add(
          ledger.sign(
              governor,
              Optional.of(1),
              new UpdateDivisions(SampleCity.ORDOS.code(), divisions, List.of())));
    }
    List<Future<Committed>> running =
        together(
            rivals.stream()
                .<Callable<Committed>>map(
                    each -> () -> client.submit("UpdateDivisions", List.of(each.jws().text())))
                .toList());
    List<LedgerRefusal> refusals = new ArrayList<>();
    for (Future<Committed> one : running) {
      try {
        assertTrue(one.get().block() > 0);
      } catch (ExecutionException e) {
        refusals.add(assertInstanceOf(LedgerRefusedException.class, e.getCause()).code());
      }
    }
    assertEquals(List.of(LedgerRefusal.STALE_VERSION), refusals);
  }

  @Test
  void anUpgradeOfTheChaincodeCostsNoStatement() throws Exception {
    List<Callable<Committed>> submits = new ArrayList<>();
    List<StatementId> expected = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      SignedStatement statement = registration();
      expected.add(statement.id());
      submits.add(() -> submit(client, statement));
    }
    submits.add(
        8,
        () -> {
          cities.deploy(ledger.deployment().withVersion("2"));
          return submit(client, registration());
        });
    List<StatementId> committed = new ArrayList<>();
    for (Future<Committed> one : together(submits)) {
      committed.add(one.get().statement());
    }
    assertTrue(committed.containsAll(expected));
  }

  private static <T> List<Future<T>> together(List<Callable<T>> tasks) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
    try {
      return threads.invokeAll(tasks);
    } finally {
      threads.shutdownNow();
    }
  }

  private void orderers(boolean well) {
    orderer(cities, SampleCity.BAOTOU, well);
    orderer(cities, SampleCity.ULANQAB, well);
  }
}

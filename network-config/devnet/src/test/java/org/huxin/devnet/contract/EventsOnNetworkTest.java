// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.huxin.contract.sample.SampleCity;
import org.huxin.core.signed.SignedStatement;
import org.huxin.embedded.pki.Credential;
import org.huxin.sdk.events.EventFollower;
import org.huxin.sdk.events.FileCheckpoint;
import org.huxin.sdk.events.LedgerEvent;
import org.huxin.sdk.gateway.GatewayLedger;
import org.huxin.sdk.ledger.Backoff;
import org.huxin.sdk.ledger.LedgerClient;
import org.huxin.sdk.ledger.LedgerUnavailableException;
import org.huxin.sdk.ledger.Pause;
import org.huxin.sdk.profile.CertificatesPem;
import org.huxin.sdk.profile.FabricIdentity;
import org.huxin.sdk.profile.PrivateKeyPem;
import org.huxin.sdk.profile.Profile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events of the contract on four cities, followed over the ends of followers and of peers. */
class EventsOnNetworkTest {
  private static EmbeddedCityNetwork cities = new EmbeddedCityNetwork();
  private static CityLedger ledger = new CityLedger(cities, "huxin");
  private static final SampleRegistrations REGISTRATIONS = new SampleRegistrations(ledger);

  private final BlockingQueue<LedgerEvent> received = new LinkedBlockingQueue<>();
  private final LedgerClient submitter = GatewayLedger.of(profile(SampleCity.ULANQAB));
  private final GatewayLedger source =
      GatewayLedger.of(profile(SampleCity.HOHHOT, SampleCity.BAOTOU));

  @TempDir private Path folder;

  @BeforeAll
  static void found() {
    try (LedgerClient client = GatewayLedger.of(profile(SampleCity.ORDOS))) {
      client.submit("Found", List.of(ledger.genesis()));
    }
  }

  @AfterAll
  static void stop() {
    ledger.close();
  }

  @AfterEach
  void close() {
    submitter.close();
    source.close();
  }

  private static Profile profile(SampleCity... gateways) {
    return CityProfiles.of(
        cities.network(), ledger.id(), Duration.ofMinutes(2), SampleCity.ORDOS, gateways);
  }

  private SignedStatement submit() {
    SignedStatement statement = REGISTRATIONS.next();
    submitter.submit(SampleRegistrations.OPERATION, List.of(statement.jws().text()));
    return statement;
  }

  private void repeat(SignedStatement statement) {
    submitter.submit(SampleRegistrations.OPERATION, List.of(statement.jws().text()));
  }

  private EventFollower follower() {
    return new EventFollower(
        ledger.id(),
        source,
        new FileCheckpoint(folder.resolve("checkpoint")),
        new Backoff(Duration.ofMillis(10), Duration.ofMillis(200)),
        new Random(1),
        Pause.SLEEP);
  }

  /** Follows in a thread of its own while something is done and expected. */
  private void following(Work work) throws InterruptedException {
    EventFollower follower = follower();
    Thread thread = new Thread(() -> follower.follow(0, received::add));
    thread.start();
    try {
      work.run();
    } finally {
      follower.close();
      thread.join();
    }
  }

  /** The next event is that of this statement. */
  private void expect(SignedStatement statement) throws InterruptedException {
    LedgerEvent event = received.poll(1, TimeUnit.MINUTES);
    assertTrue(
        event != null
            && CityLedger.text(event.payload().toByteArray()).contains(statement.id().toString()),
        () -> statement.id() + " is not next, but " + event);
  }

  /** Something that waits. */
  private interface Work {
    void run() throws InterruptedException;
  }

  @Test
  void noEventIsLostAndNoneComesTwice() throws InterruptedException {
    // What was before this test is somebody else's: begin at a place of one's own.
    SignedStatement first = submit();
    List<String> before = LedgerEvents.until(ledger, first);
    EventFollower toHere = follower();
    toHere.follow(
        0,
        event -> {
          received.add(event);
          if (received.size() == before.size()) {
            toHere.close();
          }
        });
    assertEquals(before.size(), received.size());
    received.clear();

    // Transactions without events, before the follower starts and after the last event.
    repeat(first);
    SignedStatement second = submit();
    repeat(first);
    following(() -> expect(second));

    repeat(second);
    SignedStatement third = submit();
    following(
        () -> {
          expect(third);
          expect(submit());
          String hohhot = SampleCity.HOHHOT.msp().text();
          cities.network().faults().organisationDown(hohhot);
          try {
            expect(submit());
            repeat(third);
          } finally {
            cities.network().faults().organisationWell(hohhot);
          }
        });
    SignedStatement last = submit();
    following(() -> expect(last));
    assertTrue(received.isEmpty());
  }

  @Test
  void whoIsNoMemberIsToldSoAndDoesNotWait() {
    Profile member = profile(SampleCity.HOHHOT);
    Credential stranger = cities.network().organisation(SampleCity.BAOTOU.msp().text()).client();
    Profile wrong =
        Profile.builder(
                ledger.id(),
                new FabricIdentity(
                    member.identity().mspId(),
                    new CertificatesPem(stranger.certificatePem()),
                    Optional.of(new PrivateKeyPem(stranger.keyPair().toPem()))))
            .peer(member.peers().get(0))
            .build();
    try (GatewayLedger strange = GatewayLedger.of(wrong);
        EventFollower follower =
            new EventFollower(
                ledger.id(),
                strange,
                new FileCheckpoint(folder.resolve("checkpoint")),
                new Backoff(Duration.ofMillis(10), Duration.ofMillis(200)),
                new Random(1),
                Pause.SLEEP)) {
      assertThrows(LedgerUnavailableException.class, () -> follower.follow(0, received::add));
    }
    assertTrue(received.isEmpty());
  }
}

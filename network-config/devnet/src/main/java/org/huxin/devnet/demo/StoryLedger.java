// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.demo;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LedgerId;
import org.huxin.core.jws.NamedKey;
import org.huxin.core.ledger.Entity;
import org.huxin.core.ledger.EntityType;
import org.huxin.core.statement.Statement;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.devnet.network.FoundedCities;
import org.huxin.devnet.network.FoundedCity;
import org.huxin.sdk.gateway.GatewayLedger;
import org.huxin.sdk.identity.AuthorityIdentity;
import org.huxin.sdk.ledger.LedgerClient;
import org.huxin.sdk.ledger.LedgerClient.Committed;
import org.huxin.sdk.ledger.LedgerEntities;

/**
 * The ledger as the people of the story use it: every office signs with its own key, and its city's
 * client carries in. Knows the last block that it has seen.
 */
public final class StoryLedger implements AutoCloseable {
  private final LedgerId id;
  private final Clock clock;
  private final SecureRandom random;
  private final Map<DivisionCode, WatchedClient> clients = new LinkedHashMap<>();
  private final Map<Office, SigningKey> keys = new EnumMap<>(Office.class);
  private final AtomicLong block = new AtomicLong();

  /** Clients of founded cities; the governors' keys are known. */
  StoryLedger(FoundedCities cities, Clock clock, SecureRandom random) {
    this.id = cities.ledger();
    this.clock = clock;
    this.random = random;
    for (FoundedCity city : cities.cities()) {
      clients.put(city.code(), new WatchedClient(GatewayLedger.of(city.profile())));
      for (Office office : Office.values()) {
        if (office.code().equals(city.governor())) {
          keys.put(office, city.governorKey());
        }
      }
    }
  }

  /** The ledger's root of trust. */
  public LedgerId id() {
    return id;
  }

  /** Now, in whole seconds. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  /**
   * Lets the second pass in which something was recorded, so that "before" and "after" are two
   * times: the ledger's have whole seconds.
   */
  void nextSecond() {
    Instant next = now().plusSeconds(1);
    while (clock.instant().isBefore(next)) {
      try {
        Thread.sleep(Math.max(1, clock.instant().until(next, ChronoUnit.MILLIS)));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while a second passed", e);
      }
    }
  }

  /** The last block that somebody was told of. */
  public long block() {
    return block.get();
  }

  /** An office signs with this key from now on. */
  void sign(Office office, SigningKey key) {
    keys.put(office, key);
  }

  /** The key of an office. */
  SigningKey key(Office office) {
    SigningKey key = keys.get(office);
    if (key == null) {
      throw new IllegalStateException(office + " is not registered");
    }
    return key;
  }

  /** An office that speaks with its key. */
  AuthorityIdentity identity(Office office) {
    return new AuthorityIdentity(id, office.code(), 1, key(office).signer(random));
  }

  /** An office's public key under its name. */
  NamedKey named(Office office) {
    return new NamedKey(identity(office).keyId(), key(office).publicKey());
  }

  /** The client of an office's city. */
  public LedgerClient client(Office office) {
    return client(office.city());
  }

  /** The client of a city. */
  public LedgerClient client(DivisionCode city) {
    LedgerClient client = clients.get(city);
    if (client == null) {
      throw new IllegalArgumentException("no city " + city);
    }
    return client;
  }

  /** The cities, in the order of the topology. */
  public List<DivisionCode> cities() {
    return List.copyOf(clients.keySet());
  }

  /** What stands on the ledger, read at the peer of an office's city. */
  LedgerEntities entities(Office office) {
    return new LedgerEntities(client(office));
  }

  /** What stands on the ledger under a name, and must. */
  <T extends Entity> T get(Office by, EntityType<T> type, String... name) {
    return entities(by)
        .find(type, name)
        .orElseThrow(() -> new IllegalStateException("nothing of that name on the ledger"));
  }

  /** An office says something that creates or takes away. */
  Committed submit(Office office, Statement statement) {
    return client(office).submit(identity(office).sign(statement, now()));
  }

  /** The same, where the statement names the time at which it is signed. */
  Committed submit(Office office, Function<Instant, Statement> statement) {
    Instant at = now();
    return client(office).submit(identity(office).sign(statement.apply(at), at));
  }

  /** An office says something that replaces a version. */
  Committed submit(Office office, int replaces, Function<Instant, Statement> statement) {
    Instant at = now();
    return client(office).submit(identity(office).sign(statement.apply(at), at, replaces));
  }

  @Override
  public void close() {
    clients.values().forEach(client -> client.client.close());
  }

  /** A client whose blocks are noticed. Whoever borrows it does not end its connections. */
  private final class WatchedClient implements LedgerClient {
    private final LedgerClient client;

    WatchedClient(LedgerClient client) {
      this.client = client;
    }

    @Override
    public Bytes evaluate(String name, List<String> arguments) {
      return client.evaluate(name, arguments);
    }

    @Override
    public Committed submit(String name, List<String> arguments) {
      Committed committed = client.submit(name, arguments);
      block.accumulateAndGet(committed.block(), Math::max);
      return committed;
    }

    @Override
    public void close() {
      // The ledger's to do.
    }
  }
}

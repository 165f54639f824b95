// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.demo;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.huxin.contract.statement.OperationNames;
import org.huxin.core.entity.EntityTable;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.LedgerId;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.json.JsonObject;
import org.huxin.core.jws.Jws;
import org.huxin.core.jws.NamedKey;
import org.huxin.core.ledger.Entity;
import org.huxin.core.ledger.EntityType;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.signed.StatementHead;
import org.huxin.core.statement.Statement;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.devnet.network.FoundedCities;
import org.huxin.devnet.network.FoundedCity;
import org.huxin.sdk.gateway.GatewayLedger;
import org.huxin.sdk.ledger.LedgerClient;
import org.huxin.sdk.ledger.LedgerClient.Committed;

/**
 * The ledger as the people of the story use it: every office signs with its own key, and its city's
 * client carries in. Knows the last block that it has seen.
 */
public final class StoryLedger implements AutoCloseable {
  private final LedgerId id;
  private final Clock clock;
  private final SecureRandom random;
  private final Map<DivisionCode, LedgerClient> clients = new LinkedHashMap<>();
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

  /** How statements name an office's key. */
  static KeyId.OfAuthority keyId(Office office) {
    return new KeyId.OfAuthority(office.code(), 1);
  }

  /** An office's public key under its name. */
  NamedKey named(Office office) {
    return new NamedKey(keyId(office), key(office).publicKey());
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

  /** An office says something that creates or takes away. */
  Committed submit(Office office, Statement statement) {
    return submit(office, at -> statement);
  }

  /** The same, where the statement names the time at which it is signed. */
  Committed submit(Office office, Function<Instant, Statement> statement) {
    return carryIn(office, sign(office, Optional.empty(), statement));
  }

  /** An office says something that replaces a version. */
  Committed submit(Office office, int replaces, Function<Instant, Statement> statement) {
    return carryIn(office, sign(office, Optional.of(replaces), statement));
  }

  private SignedStatement sign(
      Office office, Optional<Integer> replaces, Function<Instant, Statement> statement) {
    Instant at = now();
    return SignedStatement.sign(
        key(office).signer(random),
        keyId(office),
        new StatementHead(id, at, replaces),
        statement.apply(at));
  }

  /** An office's city carries a statement in, with what goes with it. */
  Committed carryIn(Office office, SignedStatement statement, Jws... more) {
    List<String> arguments = new ArrayList<>();
    arguments.add(statement.jws().text());
    for (Jws each : more) {
      arguments.add(each.text());
    }
    return client(office).submit(OperationNames.of(statement.statement().operation()), arguments);
  }

  /**
   * What stands on the ledger.
   *
   * @param by whose city's peer is asked
   * @param name the identifiers that it is named by
   */
  <T extends Entity> T get(Office by, EntityType<T> type, String... name) {
    String query =
        "Get"
            + EntityTable.all().stream()
                .filter(kind -> kind.type().equals(type))
                .findFirst()
                .orElseThrow()
                .singular();
    JsonObject entry =
        (JsonObject)
            CanonicalJson.decode(client(by).evaluate(query, List.of(name)), JsonLimits.FILE);
    return type.codec().decode(entry.get("value").orElseThrow());
  }

  @Override
  public void close() {
    clients.values().forEach(LedgerClient::close);
  }

  /** A client whose blocks are noticed. */
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
      client.close();
    }
  }
}

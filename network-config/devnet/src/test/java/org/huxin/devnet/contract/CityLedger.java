// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.contract;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huxin.chaincode.HuxinChaincode;
import org.huxin.contract.sample.SampleCity;
import org.huxin.contract.sample.SampleGenesis;
import org.huxin.contract.sample.SampleKey;
import org.huxin.contract.statement.OperationNames;
import org.huxin.contract.table.HuxinContract;
import org.huxin.core.governance.GenesisConfiguration;
import org.huxin.core.id.LedgerId;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.jws.Jws;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.signed.StatementHead;
import org.huxin.core.statement.Statement;
import org.huxin.devnet.network.EmbeddedCities;
import org.huxin.devnet.topology.TopologyReader;
import org.huxin.embedded.EmbeddedNetwork;
import org.huxin.embedded.suite.GatewayClient;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.Transaction;

/**
 * The four cities with the contract as their chaincode, three of which must endorse, and a client
 * of each city's gateway. Statements are signed now, by keys that follow from names.
 */
final class CityLedger implements AutoCloseable {
  private final GenesisConfiguration genesis =
      SampleGenesis.of(Arrays.stream(SampleCity.values()).map(SampleGenesis::founding).toList());
  private final EmbeddedNetwork network;
  private final Map<SampleCity, GatewayClient> clients = new EnumMap<>(SampleCity.class);

  private CityLedger() {
    network =
        EmbeddedCities.of(
                topology(),
                () ->
                    new HuxinChaincode(
                        HuxinContract.create(), genesis.ledgerId(), InstantSource.system()))
            .start();
    for (SampleCity city : SampleCity.values()) {
      clients.put(city, new GatewayClient(network, city.msp().text()));
    }
  }

  /** Starts the network, where nothing is founded yet. */
  static CityLedger start() {
    return new CityLedger();
  }

  private static org.huxin.devnet.topology.Topology topology() {
    try (InputStream yaml =
        Files.newInputStream(
            Path.of(System.getProperty("huxin.root", ""), "network-config/four-cities.yaml"))) {
      return TopologyReader.read(yaml);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  LedgerId id() {
    return genesis.ledgerId();
  }

  String genesis() {
    return CanonicalJson.text(GenesisConfiguration.CODEC.encode(genesis));
  }

  EmbeddedNetwork network() {
    return network;
  }

  GatewayClient client(SampleCity city) {
    GatewayClient client = clients.get(city);
    if (client == null) {
      throw new IllegalStateException("no client of " + city);
    }
    return client;
  }

  Contract contract(SampleCity city) {
    return client(city).contract("huxin");
  }

  /** Statements have whole seconds. */
  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }

  SignedStatement sign(SampleKey key, Optional<Integer> replaces, Statement statement) {
    return key.sign(new StatementHead(id(), now(), replaces), statement);
  }

  /** Submits and waits for the commit; what it returns is the result. */
  String submit(SampleCity carrier, SignedStatement statement, Jws... more) throws Exception {
    return text(contract(carrier).submitTransaction(name(statement), arguments(statement, more)));
  }

  /** Has a statement endorsed, and no more. */
  Transaction endorse(SampleCity carrier, SignedStatement statement, Jws... more)
      throws GatewayException {
    Proposal.Builder proposal =
        contract(carrier).newProposal(name(statement)).addArguments(arguments(statement, more));
    return proposal.build().endorse();
  }

  /** Submits what must be refused. */
  LedgerRefusedException refuse(SampleCity carrier, SignedStatement statement, Jws... more) {
    return refusal(
        assertThrows(
            GatewayException.class,
            () -> {
              Transaction unused = endorse(carrier, statement, more);
            }));
  }

  String evaluate(SampleCity city, String query, String... arguments) throws GatewayException {
    return text(contract(city).evaluateTransaction(query, arguments));
  }

  /** What a client reads out of a failed call. */
  static LedgerRefusedException refusal(GatewayException failure) {
    String message = failure.getDetails().get(0).getMessage();
    String prefix = "chaincode response 500, ";
    if (!message.startsWith(prefix)) {
      throw new AssertionError(message, failure);
    }
    return LedgerRefusedException.parse(message.substring(prefix.length()))
        .orElseThrow(() -> new AssertionError(message, failure));
  }

  private static String name(SignedStatement statement) {
    return OperationNames.of(statement.statement().operation());
  }

  private static String[] arguments(SignedStatement statement, Jws... more) {
    List<String> arguments = new ArrayList<>(List.of(statement.jws().text()));
    Arrays.stream(more).map(Jws::text).forEach(arguments::add);
    return arguments.toArray(String[]::new);
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    clients.values().forEach(GatewayClient::close);
    network.close();
  }
}

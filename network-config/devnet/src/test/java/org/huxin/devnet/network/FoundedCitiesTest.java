// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.huxin.core.authority.Authority;
import org.huxin.core.authority.Role;
import org.huxin.core.catalogue.DefineLicenceType;
import org.huxin.core.governance.Genesis;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.Uscc;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.json.JsonObject;
import org.huxin.core.ledger.Entity;
import org.huxin.core.ledger.EntityType;
import org.huxin.core.statement.Name;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.devnet.pki.BusinessKeys;
import org.huxin.devnet.topology.FourCities;
import org.huxin.devnet.topology.LoopbackTopology;
import org.huxin.devnet.topology.Topology;
import org.huxin.embedded.Transport;
import org.huxin.sdk.gateway.GatewayLedger;
import org.huxin.sdk.ledger.LedgerClient;
import org.huxin.sdk.profile.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FoundedCitiesTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Uscc REGISTRATION = new Uscc("11150602MB9T0002XY");

  @TempDir Path temporary;

  private final Topology topology = FourCities.topology();

  private Path root() {
    return temporary.resolve("net");
  }

  private EmbeddedCityNetwork network(NetworkFolder folder) {
    return EmbeddedCityNetwork.startOnFreePorts(topology, Transport.PLAINTEXT, folder.network());
  }

  private FoundedCities found(CityNetwork network, NetworkFolder folder) {
    return FoundedCities.on(
        network, topology, folder, Founding.standard(), Clock.systemUTC(), RANDOM);
  }

  private static GatewayLedger client(FoundedCity city) throws IOException {
    return GatewayLedger.of(Profile.read(city.profileFile()));
  }

  private static SigningKey register(FoundedCity city) throws IOException {
    try (LedgerClient client = client(city)) {
      return new CityGovernor(city, client, Clock.systemUTC(), RANDOM)
          .register(
              REGISTRATION,
              new Name("东胜区市场监督管理局(示例)"),
              new DivisionCode("150602"),
              "ds-scjg",
              SignatureSuite.SM,
              Role.ISSUER,
              Role.CONSUMER);
    }
  }

  private static <T extends Entity> T read(
      LedgerClient client, EntityType<T> type, String query, String... name) {
    JsonObject entry =
        (JsonObject)
            CanonicalJson.decode(client.evaluate(query, List.of(name)), JsonLimits.STATEMENT);
    return type.codec().decode(entry.get("value").orElseThrow());
  }

  private static Authority authority(FoundedCity city) throws IOException {
    try (LedgerClient client = client(city)) {
      return read(client, Authority.ENTITY, "GetAuthority", REGISTRATION.text());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PLAINTEXT", "TLS"})
  void foundsALedgerThatEveryCityServesAndGoesOnWithIt(Transport transport) throws IOException {
    LedgerId ledger;
    SigningKey key;
    long height;
    try (NetworkFolder folder = NetworkFolder.open(root());
        EmbeddedCityNetwork network =
            EmbeddedCityNetwork.startOnFreePorts(topology, transport, folder.network())) {
      FoundedCities cities = found(network, folder);
      assertTrue(cities.isFresh());
      ledger = cities.ledger();
      for (FoundedCity city : cities.cities()) {
        try (LedgerClient client = client(city)) {
          Genesis genesis = read(client, Genesis.ENTITY, "GetGenesis");
          assertEquals(ledger, genesis.configuration().ledgerId());
        }
      }
      key = register(cities.city("150600"));
      assertEquals(key.publicKey(), authority(cities.city("150100")).keys().get(0).key());
      height = network.network().height();
    }
    try (NetworkFolder folder = NetworkFolder.open(root());
        EmbeddedCityNetwork network =
            EmbeddedCityNetwork.startOnFreePorts(topology, transport, folder.network())) {
      FoundedCities again = found(network, folder);
      assertFalse(again.isFresh());
      assertEquals(ledger, again.ledger());
      assertEquals(height, network.network().height());
      assertEquals(key.publicKey(), authority(again.city("150900")).keys().get(0).key());
      assertEquals(
          key.publicKey(), BusinessKeys.read(again.city("150600").keys(), "ds-scjg").publicKey());
    }
  }

  @Test
  void holdsTheNationalTypesAndTheCitiesOfTheTopology() {
    List<DefineLicenceType> types = NationalTypes.all();
    assertEquals(10, types.size());
    assertEquals(
        List.of("11100000MB03271699901"),
        types.stream()
            .filter(DefineLicenceType::classified)
            .map(type -> type.type().text())
            .toList());
    assertEquals(
        List.of("11100000000013127D001"),
        types.stream()
            .filter(DefineLicenceType::identifierSensitive)
            .map(type -> type.type().text())
            .toList());
    assertEquals(4, topology.cities().size());
  }

  @Test
  void whatACrashLeftOutIsDoneAtTheNextStart() throws IOException {
    LedgerId ledger;
    try (NetworkFolder folder = NetworkFolder.open(root());
        EmbeddedCityNetwork network = network(folder)) {
      ledger = found(network, folder).ledger();
    }
    // As if the process had ended before the contract was put into force.
    try (NetworkFolder folder = NetworkFolder.open(temporary.resolve("other"));
        EmbeddedCityNetwork network = network(folder)) {
      assertEquals(1, network.network().height());
    }
    Path other = temporary.resolve("other");
    try (Stream<Path> lost = Files.list(other)) {
      assertTrue(lost.noneMatch(file -> file.endsWith("genesis.json")));
    }
    try (NetworkFolder folder = NetworkFolder.open(other);
        EmbeddedCityNetwork network = network(folder)) {
      FoundedCities cities = found(network, folder);
      assertTrue(cities.isFresh());
      assertNotEquals(ledger, cities.ledger());
      register(cities.city("150600"));
    }
  }

  @Test
  void secretsAreTheirOwnersAlone() throws IOException {
    try (NetworkFolder folder = NetworkFolder.open(root());
        EmbeddedCityNetwork network = network(folder)) {
      for (FoundedCity city : found(network, folder).cities()) {
        for (Path secret :
            List.of(city.profileFile(), BusinessKeys.file(city.keys(), FoundedCity.GOVERNOR))) {
          assertEquals(
              "rw-------",
              PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)),
              secret.toString());
        }
      }
      assertTrue(Files.exists(folder.connection().resolve("connection-OrdosMSP.json")));
    }
  }

  @Test
  void aFolderServesOneProcessAtATime() throws IOException {
    try (NetworkFolder held = NetworkFolder.open(root())) {
      assertEquals(NetworkRefusal.FOLDER_IN_USE, refused(() -> NetworkFolder.open(root())).code());
      assertTrue(Files.exists(held.root()));
    }
    NetworkFolder.open(root()).close();
  }

  @Test
  void aFolderOfSomethingElseIsLeftAlone() throws IOException {
    Path file = Files.writeString(temporary.resolve("precious.txt"), "precious");
    assertEquals(
        NetworkRefusal.FOLDER_NOT_OF_A_NETWORK,
        refused(() -> NetworkFolder.open(temporary)).code());
    assertEquals(
        NetworkRefusal.FOLDER_NOT_OF_A_NETWORK, refused(() -> NetworkFolder.open(file)).code());
    try (Stream<Path> files = Files.list(temporary)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void aLedgerWithoutItsBlocksIsRefused() throws IOException {
    try (NetworkFolder folder = NetworkFolder.open(root());
        EmbeddedCityNetwork network = network(folder)) {
      found(network, folder);
    }
    Files.delete(root().resolve("network/blocks.log"));
    try (NetworkFolder folder = NetworkFolder.open(root());
        EmbeddedCityNetwork network = network(folder)) {
      assertEquals(
          NetworkRefusal.FOLDER_OF_OTHER_LEDGER, refused(() -> found(network, folder)).code());
      Files.writeString(folder.genesis(), "{}");
      assertEquals(
          NetworkRefusal.FOLDER_OF_OTHER_LEDGER, refused(() -> found(network, folder)).code());
    }
  }

  @Test
  void aGovernorWithoutItsKeyIsRefused() throws IOException {
    Path key;
    try (NetworkFolder folder = NetworkFolder.open(root());
        EmbeddedCityNetwork network = network(folder)) {
      key = BusinessKeys.file(found(network, folder).cities().get(3).keys(), "governor");
      Files.delete(key);
      assertEquals(
          NetworkRefusal.FOLDER_OF_OTHER_LEDGER, refused(() -> found(network, folder)).code());
    }
  }

  @Test
  void aPortOfAnotherProgramIsNamed() throws IOException {
    Topology elsewhere = LoopbackTopology.of(topology, RANDOM);
    int port = elsewhere.cities().get(2).endpoints().peer().port();
    try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      NetworkRefusedException refused =
          refused(
              () ->
                  EmbeddedCityNetwork.start(
                      elsewhere, Transport.TLS, temporary.resolve("network")));
      assertEquals(NetworkRefusal.PORT_IN_USE, refused.code());
      assertEquals(Integer.toString(taken.getLocalPort()), refused.evidence().get("port"));
    }
    try (EmbeddedCityNetwork network =
        EmbeddedCityNetwork.start(elsewhere, Transport.TLS, temporary.resolve("network"))) {
      assertEquals("127.0.0.1:" + port, network.peers().get(2).endpoint());
    }
  }

  @Test
  void otherCitiesThanTheTopologysHaveNoKeys() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            CityGenesis.of(
                topology,
                DigestAlgorithm.SHA_256.digest(Bytes.empty()),
                Map.of(),
                Founding.standard(),
                Instant.EPOCH,
                RANDOM));
  }

  private static NetworkRefusedException refused(Executable start) {
    return assertThrows(NetworkRefusedException.class, start);
  }
}

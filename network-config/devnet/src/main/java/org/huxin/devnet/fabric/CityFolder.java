// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.fabric;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.huxin.devnet.topology.City;
import org.huxin.embedded.pki.OrganisationKeys;
import org.huxin.embedded.pki.OrganisationKeysFolder;

/**
 * What one city's orderer and peer find on disk: keys, settings, ledgers and the builder of
 * chaincode packages. The settings are those of {@code network-config/fabric}; what differs from
 * city to city is said in variables of the environment. Immutable.
 */
final class CityFolder {
  private static final String LOOPBACK = "127.0.0.1";
  private static final String ORDERER = "orderer";
  private static final String PEER = "peer";

  /** Fabric's own, without the colours of a terminal. */
  private static final String LOG_FORMAT =
      "%{time:2006-01-02 15:04:05.000 MST} [%{module}] %{shortfunc} -> %{level:.4s} %{message}";

  private final Path folder;
  private final City city;

  CityFolder(Path folder, City city) {
    this.folder = folder.toAbsolutePath();
    this.city = city;
  }

  /**
   * Writes keys, settings and builder, over what is there; ledgers stay.
   *
   * @throws IOException if a file cannot be written
   */
  void write(OrganisationKeys keys) throws IOException {
    new OrganisationKeysFolder(keysFolder()).write(keys);
    Files.createDirectories(settings());
    for (String file : new String[] {"core.yaml", "orderer.yaml"}) {
      try (InputStream resource = CityFolder.class.getResourceAsStream(file)) {
        if (resource == null) {
          throw new IllegalStateException(file + " is missing from this program");
        }
        Files.copy(resource, settings().resolve(file), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Files.createDirectories(logs());
    builder().write();
  }

  /**
   * Takes away the ledgers of a network that was never founded.
   *
   * @throws IOException if a file cannot be deleted
   */
  void clear() throws IOException {
    for (String data : new String[] {ORDERER, PEER}) {
      if (Files.exists(folder.resolve(data))) {
        try (Stream<Path> files = Files.walk(folder.resolve(data))) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
    }
  }

  Path root() {
    return folder;
  }

  Path logs() {
    return folder.resolve("logs");
  }

  ServiceBuilder builder() {
    return new ServiceBuilder(folder.resolve("builder"));
  }

  private Path keysFolder() {
    return folder.resolve("keys");
  }

  private Path settings() {
    return folder.resolve("settings");
  }

  /** The orderer's variables. */
  Map<String, String> ordererEnvironment() {
    Path identity = keysFolder().resolve("orderers").resolve("orderer0." + city.domain());
    Path tls = identity.resolve("tls");
    Path data = folder.resolve(ORDERER);
    Map<String, String> variables = variables();
    variables.put("ORDERER_GENERAL_LISTENADDRESS", LOOPBACK);
    variables.put("ORDERER_GENERAL_LISTENPORT", port(city.endpoints().orderer().port()));
    variables.put("ORDERER_GENERAL_LOCALMSPID", city.mspId());
    variables.put("ORDERER_GENERAL_LOCALMSPDIR", identity.resolve("msp").toString());
    variables.put("ORDERER_GENERAL_TLS_PRIVATEKEY", tls.resolve("server.key").toString());
    variables.put("ORDERER_GENERAL_TLS_CERTIFICATE", tls.resolve("server.crt").toString());
    variables.put("ORDERER_GENERAL_TLS_ROOTCAS", "[" + tls.resolve("ca.crt") + "]");
    variables.put("ORDERER_ADMIN_LISTENADDRESS", loopback(city.endpoints().ordererAdmin().port()));
    variables.put("ORDERER_ADMIN_TLS_PRIVATEKEY", tls.resolve("server.key").toString());
    variables.put("ORDERER_ADMIN_TLS_CERTIFICATE", tls.resolve("server.crt").toString());
    variables.put("ORDERER_ADMIN_TLS_CLIENTROOTCAS", "[" + tls.resolve("ca.crt") + "]");
    variables.put("ORDERER_FILELEDGER_LOCATION", data.resolve("ledger").toString());
    variables.put("ORDERER_CONSENSUS_WALDIR", data.resolve("wal").toString());
    variables.put("ORDERER_CONSENSUS_SNAPDIR", data.resolve("snapshots").toString());
    return variables;
  }

  /** The peer's variables. */
  Map<String, String> peerEnvironment() {
    Path identity = keysFolder().resolve("peers").resolve("peer0." + city.domain());
    Path tls = identity.resolve("tls");
    Path data = folder.resolve(PEER);
    String address = city.endpoints().peer().toString();
    Map<String, String> variables = variables();
    variables.put("CORE_PEER_ID", "peer0." + city.domain());
    variables.put("CORE_PEER_LOCALMSPID", city.mspId());
    variables.put("CORE_PEER_MSPCONFIGPATH", identity.resolve("msp").toString());
    variables.put("CORE_PEER_LISTENADDRESS", loopback(city.endpoints().peer().port()));
    variables.put("CORE_PEER_ADDRESS", address);
    variables.put("CORE_PEER_GOSSIP_BOOTSTRAP", address);
    variables.put("CORE_PEER_GOSSIP_EXTERNALENDPOINT", address);
    // Chaincode is called, it never calls: any port will do.
    variables.put("CORE_PEER_CHAINCODELISTENADDRESS", loopback(0));
    variables.put("CORE_PEER_TLS_CERT_FILE", tls.resolve("server.crt").toString());
    variables.put("CORE_PEER_TLS_KEY_FILE", tls.resolve("server.key").toString());
    variables.put("CORE_PEER_TLS_ROOTCERT_FILE", tls.resolve("ca.crt").toString());
    variables.put("CORE_PEER_FILESYSTEMPATH", data.resolve("ledger").toString());
    variables.put("CORE_LEDGER_SNAPSHOTS_ROOTDIR", data.resolve("snapshots").toString());
    variables.put("CORE_CHAINCODE_EXTERNALBUILDERS", builder().setting());
    return variables;
  }

  /** What both have in common; a shell's own variables must not change a network. */
  private Map<String, String> variables() {
    Map<String, String> variables = new TreeMap<>();
    variables.put("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
    variables.put("TMPDIR", System.getProperty("java.io.tmpdir"));
    variables.put("FABRIC_CFG_PATH", settings().toString());
    variables.put("FABRIC_LOGGING_FORMAT", LOG_FORMAT);
    return variables;
  }

  private static String port(int number) {
    return Integer.toString(number);
  }

  private static String loopback(int number) {
    return LOOPBACK + ":" + number;
  }
}

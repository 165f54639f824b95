// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.fabric;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    FabricSettings.write(settings());
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
    return with(variables().orderer());
  }

  /** The peer's variables. */
  Map<String, String> peerEnvironment() {
    return with(variables().peer());
  }

  private CityVariables variables() {
    return new CityVariables(city, LOOPBACK, keysFolder(), settings(), builder().folder(), folder);
  }

  /** What both have in common; a shell's own variables must not change a network. */
  private static Map<String, String> with(Map<String, String> own) {
    Map<String, String> variables = new TreeMap<>(own);
    variables.put("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
    variables.put("TMPDIR", System.getProperty("java.io.tmpdir"));
    return variables;
  }
}

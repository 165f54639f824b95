// SPDX-License-Identifier: Apache-2.0
package org.huxin.chaincode.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceSettingsTest {
  private static final String LEDGER = "sha256:" + "ab".repeat(32);
  private static final Map<String, String> GOOD =
      Map.of(
          "CHAINCODE_SERVER_ADDRESS", "127.0.0.1:9999",
          "CORE_CHAINCODE_ID_NAME", "huxin_1:00",
          "HUXIN_LEDGER_ID", LEDGER);

  @TempDir Path folder;

  private static List<String> problems(Map<String, String> environment) {
    return assertThrows(SettingsRefusedException.class, () -> ServiceSettings.read(environment))
        .problems();
  }

  private static Map<String, String> with(String... namesAndValues) {
    Map<String, String> environment = new TreeMap<>(GOOD);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      environment.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return environment;
  }

  @Test
  void readsWhatFabricsConventionSays() throws SettingsRefusedException {
    ServiceSettings settings = ServiceSettings.read(GOOD);
    assertEquals(new ServiceSettings.Address("127.0.0.1", 9999), settings.address());
    assertEquals("huxin_1:00", settings.packageId());
    assertEquals(LEDGER, settings.ledger().toString());
    assertEquals(Optional.empty(), settings.tls());
  }

  @Test
  void takesTheGoShimsNameOfThePackageToo() throws SettingsRefusedException {
    Map<String, String> environment = with("CHAINCODE_ID", "huxin_1:01");
    environment.remove("CORE_CHAINCODE_ID_NAME");
    assertEquals("huxin_1:01", ServiceSettings.read(environment).packageId());
  }

  @Test
  void saysEverythingThatIsMissingAtOnce() {
    assertEquals(
        List.of(
            "CHAINCODE_SERVER_ADDRESS is missing: host:port on which to listen",
            "CORE_CHAINCODE_ID_NAME is missing: the package id that the peer printed",
            "HUXIN_LEDGER_ID is missing: the digest of the genesis configuration"),
        problems(Map.of()));
  }

  @Test
  void refusesAnAddressThatIsNone() {
    for (String address : List.of("9999", ":9999", "host:", "host:99999", "host:x")) {
      assertEquals(
          List.of("CHAINCODE_SERVER_ADDRESS is not host:port"),
          problems(with("CHAINCODE_SERVER_ADDRESS", address)));
    }
  }

  @Test
  void refusesALedgerIdThatIsNone() {
    for (String ledger : List.of("x", "sm3:" + "ab".repeat(32), LEDGER + "0")) {
      assertEquals(
          List.of("HUXIN_LEDGER_ID is not sha256: and 64 hexadecimal digits"),
          problems(with("HUXIN_LEDGER_ID", ledger)));
    }
  }

  @Test
  void demandsAllFilesOfTls() throws IOException, SettingsRefusedException {
    assertEquals(
        List.of("CORE_PEER_TLS_ENABLED is neither true nor false"),
        problems(with("CORE_PEER_TLS_ENABLED", "yes")));
    String file = Files.createFile(folder.resolve("pem")).toString();
    assertEquals(
        List.of(
            "CORE_TLS_CLIENT_CERT_FILE names no file that can be read",
            "CORE_PEER_TLS_ROOTCERT_FILE is missing: with CORE_PEER_TLS_ENABLED it names a PEM"
                + " file"),
        problems(
            with(
                "CORE_PEER_TLS_ENABLED",
                "true",
                "CORE_TLS_CLIENT_KEY_FILE",
                file,
                "CORE_TLS_CLIENT_CERT_FILE",
                file + "x")));
    ServiceSettings settings =
        ServiceSettings.read(
            with(
                "CORE_PEER_TLS_ENABLED", "true",
                "CORE_TLS_CLIENT_KEY_FILE", file,
                "CORE_TLS_CLIENT_CERT_FILE", file,
                "CORE_PEER_TLS_ROOTCERT_FILE", file));
    assertEquals(Path.of(file), settings.tls().orElseThrow().clientRoot());
  }
}

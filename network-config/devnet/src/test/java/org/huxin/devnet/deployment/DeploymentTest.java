// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.huxin.chaincode.packaging.ServicePackage;
import org.huxin.core.governance.GenesisConfiguration;
import org.huxin.core.id.LedgerId;
import org.huxin.core.json.JsonLimits;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.devnet.network.Founding;
import org.huxin.devnet.topology.FourCities;
import org.huxin.sdk.profile.Profile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class DeploymentTest {
  private static final Instant NOW = Instant.parse("2026-05-06T07:08:09Z");
  private static final List<String> DOMAINS =
      List.of("ordos.example", "hohhot.example", "baotou.example", "ulanqab.example");

  @TempDir static Path temporary;
  private static Path folder = Path.of("");
  private static @org.jspecify.annotations.Nullable LedgerId ledger;

  @BeforeAll
  static void write() throws IOException {
    folder = temporary.resolve("cities");
    ledger =
        Deployment.write(
            NamedTopology.of(FourCities.topology()),
            Founding.standard(),
            Installation.standard(),
            folder,
            NOW,
            new SecureRandom());
  }

  @Test
  void everyCityHasAFolderOfItsOwn() throws IOException {
    try (Stream<Path> folders = Files.list(folder)) {
      assertEquals(
          Set.copyOf(DOMAINS),
          Set.copyOf(folders.map(each -> each.getFileName().toString()).toList()));
    }
  }

  @Test
  void noSecretLiesOutsideFilesForTheirOwner() throws IOException {
    int secrets = 0;
    for (Path file : files(folder)) {
      if (Files.readString(file, StandardCharsets.ISO_8859_1).contains("PRIVATE KEY")) {
        secrets++;
        assertEquals(
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE),
            Files.getPosixFilePermissions(file),
            file.toString());
      }
    }
    assertTrue(secrets > 4 * 10, secrets + " secrets");
  }

  @Test
  void noCityHasAnotherOnesSecrets() throws IOException {
    Set<String> seen = new HashSet<>();
    for (String domain : DOMAINS) {
      Set<String> own = new HashSet<>();
      for (Path file : files(folder.resolve(domain).resolve("keys"))) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        if (text.contains("PRIVATE KEY")) {
          own.add(text);
        }
      }
      for (Path file : files(folder.resolve(domain))) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertTrue(seen.stream().noneMatch(text::contains), file.toString());
      }
      seen.addAll(own);
    }
  }

  @Test
  void allCitiesFoundTheSameLedgerWithTheSameContract() throws IOException {
    for (String domain : DOMAINS) {
      Path city = folder.resolve(domain);
      GenesisConfiguration genesis =
          GenesisConfiguration.CODEC.fromBytes(
              Bytes.of(Files.readAllBytes(city.resolve("genesis.json"))), JsonLimits.FILE);
      assertEquals(ledger, genesis.ledgerId());
      assertEquals(ledger, Profile.read(city.resolve("profile.json")).ledger());
      assertEquals(
          ServicePackage.of("huxin_1.0").archive(),
          Bytes.of(Files.readAllBytes(city.resolve("huxin.tar.gz"))));
      String settings = Files.readString(city.resolve("chaincode.env"));
      assertTrue(settings.contains("HUXIN_LEDGER_ID=" + ledger + "\n"), settings);
      assertTrue(
          settings.contains(
              "CORE_CHAINCODE_ID_NAME=" + ServicePackage.of("huxin_1.0").packageId() + "\n"),
          settings);
      assertEquals(
          Files.readString(
              folder.resolve(DOMAINS.get(0)).resolve("genesis.block"), StandardCharsets.ISO_8859_1),
          Files.readString(city.resolve("genesis.block"), StandardCharsets.ISO_8859_1));
    }
  }

  @Test
  void containersAreThoseOfTheOneVersion() throws IOException {
    for (String domain : DOMAINS) {
      Object compose = compose(folder.resolve(domain).resolve("compose.yaml"));
      assertEquals(Set.of("orderer", "peer", "chaincode"), member(compose, "services").keySet());
      assertEquals(
          "${HUXIN_PEER_IMAGE:-hyperledger/fabric-peer:3.1.5}",
          member(compose, "services", "peer").get("image"));
      assertEquals(
          "${HUXIN_ORDERER_IMAGE:-hyperledger/fabric-orderer:3.1.5}",
          member(compose, "services", "orderer").get("image"));
      // Who can connect to the chaincode can call it as if it were the peer.
      assertEquals(Set.of("inside"), member(compose, "services", "chaincode", "networks").keySet());
      assertFalse(member(compose, "services", "chaincode").containsKey("ports"));
    }
  }

  private static Map<?, ?> member(Object value, String... path) {
    Object at = value;
    for (String name : path) {
      at = Objects.requireNonNull(((Map<?, ?>) at).get(name), name);
    }
    return (Map<?, ?>) at;
  }

  private static Object compose(Path file) throws IOException {
    return new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
  }

  @Test
  void everyFileThatASettingNamesIsThere() throws IOException {
    int named = 0;
    for (String domain : DOMAINS) {
      for (String settings : List.of("orderer.env", "peer.env", "administrator.env")) {
        String text = Files.readString(folder.resolve(domain).resolve(settings));
        for (String word : text.split("[=\\[\\]{}' \\n]+", -1)) {
          if (word.startsWith("/etc/huxin")) {
            named++;
            Path file = folder.resolve(domain).resolve(word.substring("/etc/huxin/".length()));
            assertTrue(Files.exists(file), file.toString());
          }
        }
      }
    }
    assertTrue(named >= 4 * 12, named + " files");
  }

  @Test
  void whatIsThereIsNotOverwritten() {
    assertThrows(
        DirectoryNotEmptyException.class,
        () ->
            Deployment.write(
                FourCities.topology(),
                Founding.standard(),
                Installation.standard(),
                folder,
                NOW,
                new SecureRandom()));
  }

  @Test
  void citiesFindEachOtherByName() {
    assertEquals(
        List.of("peer0.ordos.example:7051", "orderer0.ordos.example:6050"),
        List.of(
            NamedTopology.of(FourCities.topology()).cities().get(0).endpoints().peer().toString(),
            NamedTopology.of(FourCities.topology())
                .cities()
                .get(0)
                .endpoints()
                .orderer()
                .toString()));
  }

  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}

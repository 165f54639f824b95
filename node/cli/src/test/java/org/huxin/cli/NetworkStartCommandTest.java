// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.huxin.core.authority.RegisterAuthority;
import org.huxin.core.authority.Role;
import org.huxin.core.authority.RoleGrant;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.Uscc;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonArray;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonString;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.signed.StatementHead;
import org.huxin.core.statement.Name;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.sdk.gateway.GatewayLedger;
import org.huxin.sdk.ledger.LedgerClient;
import org.huxin.sdk.profile.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NetworkStartCommandTest {
  private static final Uscc REGISTERED = new Uscc("11150602MB9T0002XY");

  @TempDir Path temporary;

  private String dir() {
    return temporary.resolve("net").toString();
  }

  private HuxinProcess start(String... more) throws IOException {
    String[] arguments = new String[5 + more.length];
    List.of("network", "start", "--any-ports", "--dir", dir()).toArray(arguments);
    System.arraycopy(more, 0, arguments, 5, more.length);
    return HuxinProcess.start(arguments);
  }

  private static JsonObject ready(HuxinProcess network) throws IOException {
    return (JsonObject) CanonicalJson.decode(Bytes.utf8(network.line()), JsonLimits.FILE);
  }

  private static JsonObject firstCity(JsonObject ready) {
    JsonArray cities = (JsonArray) ready.get("cities").orElseThrow();
    assertEquals(4, cities.items().size());
    return (JsonObject) cities.items().get(0);
  }

  private static String text(JsonObject object, String member) {
    return ((JsonString) object.get(member).orElseThrow()).value();
  }

  private static LedgerClient client(JsonObject city) throws IOException {
    return GatewayLedger.of(Profile.read(Path.of(text(city, "profile"))));
  }

  private static void register(JsonObject city) throws IOException {
    Profile profile = Profile.read(Path.of(text(city, "profile")));
    SigningKey governor = SigningKey.ofPem(Files.readString(Path.of(text(city, "governorKey"))));
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    SignedStatement signed =
        SignedStatement.sign(
            governor.signer(new SecureRandom()),
            KeyId.parse(text(city, "governor")),
            StatementHead.of(profile.ledger(), now),
            new RegisterAuthority(
                REGISTERED,
                new Name("东胜区市场监督管理局(示例)"),
                new DivisionCode("150602"),
                Optional.empty(),
                List.of(new RoleGrant(Role.ISSUER, now, Optional.empty())),
                List.of(),
                Optional.empty(),
                List.of()));
    try (LedgerClient client = client(city)) {
      LedgerClient.Committed committed =
          client.submit("RegisterAuthority", List.of(signed.jws().text()));
      assertEquals(signed.id(), committed.statement());
    }
  }

  private static String registered(JsonObject city) throws IOException {
    try (LedgerClient client = client(city)) {
      return client.evaluate("GetAuthority", List.of(REGISTERED.text())).decodeUtf8();
    }
  }

  @Test
  void goesOnWithItsLedgerAfterItWasKilled() throws IOException, InterruptedException {
    JsonObject first;
    String before;
    try (HuxinProcess network = start("--json")) {
      first = ready(network);
      assertEquals("true", CanonicalJson.text(first.get("fresh").orElseThrow()));
      register(firstCity(first));
      before = registered(firstCity(first));
      network.kill();
      assertEquals(128 + 9, network.exitCode());
    }
    try (HuxinProcess network = start("--json")) {
      JsonObject again = ready(network);
      assertEquals("false", CanonicalJson.text(again.get("fresh").orElseThrow()));
      assertEquals(text(first, "ledger"), text(again, "ledger"));
      assertEquals(before, registered(firstCity(again)));
    }
  }

  @Test
  void saysToPeopleWhatItDidAndStopsWhenAsked() throws IOException, InterruptedException {
    try (HuxinProcess network = start("--lang", "zh", "--plaintext")) {
      assertTrue(network.line().startsWith("已创立账本，4 个城市就绪"));
      String line = network.line();
      while (!line.contains("Ctrl-C")) {
        line = network.line();
      }
      network.interrupt();
      assertEquals(128 + 15, network.exitCode());
    }
    try (HuxinProcess network = start("--lang", "en")) {
      assertTrue(network.line().startsWith("Gone on with the ledger: 4 cities are ready"));
    }
  }

  @Test
  void aSecondStartOnTheFolderIsRefused() throws IOException, InterruptedException {
    try (HuxinProcess network = start("--json")) {
      assertEquals("true", CanonicalJson.text(ready(network).get("fresh").orElseThrow()));
      try (HuxinProcess second = start("--lang", "en")) {
        assertEquals(ExitCode.UNAVAILABLE, second.exitCode());
        assertTrue(second.complaint().contains("a process runs the network of"));
      }
    }
  }

  @Test
  void aFolderOfSomethingElseIsRefused() throws IOException, InterruptedException {
    Files.createDirectories(temporary.resolve("net"));
    Files.writeString(temporary.resolve("net/precious.txt"), "precious");
    try (HuxinProcess network = start("--lang", "zh")) {
      assertEquals(ExitCode.CANNOT_CREATE, network.exitCode());
      assertTrue(network.complaint().contains("不是网络目录"));
    }
  }

  private FoundedNetwork.Run network(String... line) {
    String[] all = new String[line.length + 3];
    all[0] = "network";
    System.arraycopy(line, 0, all, 1, line.length);
    all[line.length + 1] = "--dir";
    all[line.length + 2] = dir();
    return FoundedNetwork.run(all);
  }

  @Test
  void isStoppedAndDeletedByItsFolder() throws IOException, InterruptedException {
    assertEquals(ExitCode.NO_INPUT, network("status").code());
    try (HuxinProcess process = start("--json")) {
      assertEquals(4, ((JsonArray) ready(process).get("cities").orElseThrow()).items().size());
      FoundedNetwork.Run running = network("status", "--json");
      assertEquals(ExitCode.GOOD, running.code());
      assertTrue(running.out().contains("\"running\":true"), running.out());
      assertEquals(ExitCode.UNAVAILABLE, network("reset", "--yes").code());
      assertEquals(ExitCode.GOOD, network("stop").code());
      assertEquals(128 + 15, process.exitCode());
    }
    assertEquals(ExitCode.BAD, network("status").code());
    assertEquals(ExitCode.GOOD, network("stop").code());
    assertEquals(ExitCode.USAGE, network("reset").code());
    assertEquals(ExitCode.GOOD, network("reset", "--yes").code());
    assertTrue(Files.notExists(temporary.resolve("net")));
  }

  @Test
  void realFabricHasItsOwnPortsAndTls() throws IOException, InterruptedException {
    try (HuxinProcess network = start("--fabric")) {
      assertEquals(ExitCode.USAGE, network.exitCode());
    }
  }
}

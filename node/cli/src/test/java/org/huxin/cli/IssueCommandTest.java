// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.huxin.core.authority.Role;
import org.huxin.core.competence.OpenAccreditation;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.HolderCodeType;
import org.huxin.core.id.HolderId;
import org.huxin.core.id.LicenceIdentifier;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Uscc;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonInteger;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.json.JsonObject;
import org.huxin.core.licence.Batch;
import org.huxin.core.licence.BatchSource;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.statement.Name;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.devnet.network.CityGovernor;
import org.huxin.devnet.network.EmbeddedCityNetwork;
import org.huxin.devnet.network.FoundedCities;
import org.huxin.devnet.network.FoundedCity;
import org.huxin.devnet.network.Founding;
import org.huxin.devnet.network.NetworkFolder;
import org.huxin.devnet.pki.BusinessKeys;
import org.huxin.devnet.topology.FourCities;
import org.huxin.devnet.topology.Topology;
import org.huxin.embedded.Transport;
import org.huxin.sdk.gateway.GatewayLedger;
import org.huxin.sdk.ledger.LedgerClient;
import org.huxin.sdk.ledger.LedgerEntities;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The stock of an old system, anchored by the program as a process of its own, in front of four
 * cities. {@code -Dhuxin.stock-rows=N} takes N rows and prints how long they took; {@code
 * -Dhuxin.seed=S} repeats the moments of the kills.
 */
final class IssueCommandTest {
  private static final int ROWS = Integer.getInteger("huxin.stock-rows", 2_000);
  private static final int KILLS = 3;
  private static final Uscc ISSUER = new Uscc("11150602MB9T0002XY");
  private static final LicenceTypeCode TYPE = new LicenceTypeCode("11100000MB0143028R001");
  private static final LicenceTypeCode CLASSIFIED = new LicenceTypeCode("11100000MB03271699901");
  private static final DivisionCode DIVISION = new DivisionCode("150602");
  private static final HolderId HOLDER = new HolderId(HolderCodeType.USCC, "91150602MA0T000115");
  private static final String HEADER = "证照标识,企业名称,统一社会信用代码,发证日期,有效期至\n";

  @TempDir static Path shared;
  private static NetworkFolder folder;
  private static EmbeddedCityNetwork network;
  private static FoundedCity city;

  @TempDir private Path own;

  @BeforeAll
  static void found() throws IOException {
    Topology topology = FourCities.topology();
    SecureRandom random = new SecureRandom();
    folder = NetworkFolder.open(shared.resolve("net"));
    network = EmbeddedCityNetwork.startOnFreePorts(topology, Transport.PLAINTEXT, folder.network());
    city =
        FoundedCities.on(network, topology, folder, Founding.standard(), Clock.systemUTC(), random)
            .city("150600");
    Files.writeString(shared.resolve("map.json"), mapping(), StandardCharsets.UTF_8);
    try (LedgerClient client = client()) {
      CityGovernor governor = new CityGovernor(city, client, Clock.systemUTC(), random);
      governor.register(
          ISSUER, new Name("东胜区市场监督管理局(示例)"), DIVISION, "issuer", SignatureSuite.SM, Role.ISSUER);
      LedgerClient.Committed unused =
          governor.submit(
              Optional.empty(),
              new OpenAccreditation(
                  ISSUER,
                  TYPE,
                  DIVISION,
                  Instant.now().truncatedTo(ChronoUnit.SECONDS),
                  Optional.empty(),
                  DigestAlgorithm.SHA_256.digest(Bytes.utf8("legal basis")),
                  List.of(),
                  Optional.empty()));
    }
  }

  @AfterAll
  static void stop() {
    network.close();
    folder.close();
  }

  private static LedgerClient client() throws IOException {
    return GatewayLedger.of(org.huxin.sdk.profile.Profile.read(city.profileFile()));
  }

  private static String mapping() {
    return """
        {"issuer": "%s", "type": "%s", "typeVersion": 1, "division": "%s", "trustLevel": "B",
         "columns": {"identifier": "证照标识", "issuedOn": "发证日期", "expiry": "有效期至"},
         "holders": [{"code": "统一社会信用代码", "type": "001"}],
         "attributes": [{"name": "MC", "column": "企业名称"}]}
        """
        .formatted(ISSUER.text(), TYPE.text(), DIVISION.text());
  }

  private static String row(String identifier, int number) {
    return identifier + ",示例企业" + number + "," + HOLDER.code() + ",2023-05-04,长期\n";
  }

  private static String good(String serial) {
    return new LicenceIdentifier(TYPE, ISSUER, serial, 1).text();
  }

  /** Seven rows that break seven rules, spread over the file. */
  private static List<String> bad() {
    String text = good("BAD1");
    String body = text.substring(0, text.length() - 1);
    return List.of(
        body + (text.endsWith("A") ? "B" : "A"),
        "1.2.156.3005.2.11100000MB0143028R001.11150602MB9T0002XY.150602202300000001.001."
            + legacy("150602202300000001"),
        text.replace(".001.", "."),
        new LicenceIdentifier(CLASSIFIED, ISSUER, "BAD4", 1).text(),
        good("FIRST"),
        new LicenceIdentifier(TYPE, new Uscc("11150603MB9T00038D"), "BAD6", 1).text(),
        good("11010519491231002X"));
  }

  private static char legacy(String serial) {
    String body = good(serial);
    for (char check : "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".toCharArray()) {
      String text = body.substring(0, body.length() - 1) + check;
      if (org.huxin.core.id.LicenceIdentifierReading.of(text).check()
          == org.huxin.core.id.LicenceIdentifierReading.Check.LEGACY_VARIANT) {
        return check;
      }
    }
    throw new AssertionError("no legacy variant");
  }

  /** A file whose licences have names of their own. */
  private Path csv(String name) throws IOException {
    Path file = own.resolve("stock.csv");
    List<String> bad = bad();
    try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      writer.write(HEADER);
      writer.write(row(good("FIRST"), 0));
      int every = Math.max(1, (ROWS - 1) / bad.size());
      int next = 0;
      for (int i = 1; i < ROWS; i++) {
        if (i % every == 0 && next < bad.size()) {
          writer.write(row(bad.get(next++), i));
        } else {
          writer.write(row(good(name + i), i));
        }
      }
      assertEquals(bad.size(), next);
    }
    return file;
  }

  private List<String> arguments(Path csv, int batch, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "issue",
                "--csv",
                csv.toString(),
                "--map",
                shared.resolve("map.json").toString(),
                "--profile",
                city.profileFile().toString(),
                "--key",
                BusinessKeys.file(city.keys(), "issuer").toString(),
                "--store",
                own.resolve("store").toString(),
                "--batch",
                Integer.toString(batch),
                "--lang",
                "en"));
    arguments.addAll(List.of(more));
    return arguments;
  }

  private static Process start(List<String> arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                Huxin.class.getName()));
    command.addAll(arguments);
    return new ProcessBuilder(command).start();
  }

  /** Runs it to its end; what it said last, as JSON. */
  private static JsonObject finish(List<String> arguments, int exitCode) throws Exception {
    Process process = start(arguments);
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
      String line = out.readLine();
      String complaint = err.lines().collect(Collectors.joining("\n"));
      assertTrue(process.waitFor(10, TimeUnit.MINUTES));
      assertEquals(exitCode, process.exitValue(), complaint);
      assertTrue(line != null, complaint);
      return (JsonObject) CanonicalJson.decode(Bytes.utf8(String.valueOf(line)), JsonLimits.FILE);
    } finally {
      process.destroyForcibly();
    }
  }

  private static long number(JsonObject object, String member) {
    return ((JsonInteger) object.get(member).orElseThrow()).value();
  }

  private static void assertSevenRefused(JsonObject done) {
    assertEquals(ROWS, number(done, "rows"));
    assertEquals(7, number(done, "rejected"));
    assertEquals(ROWS - 7, number(done, "anchored"));
    assertEquals(
        "{\"ALREADY_ISSUED\":1,\"CHECK_CHARACTER\":1,\"ID_NUMBER_IN_SERIAL\":1,"
            + "\"ISSUER_UNKNOWN\":1,\"LEGACY_CHECK_CHARACTER\":1,\"TYPE_CLASSIFIED\":1,"
            + "\"VERSION_MISSING\":1}",
        CanonicalJson.text(done.get("refused").orElseThrow()));
  }

  /** The ledger accounts for every row once, and the store has a proof of every licence. */
  private void assertReconciled(Path csv) throws IOException {
    Digest source = Digest.of(DigestAlgorithm.SHA_256, Files.newInputStream(csv));
    List<Batch> batches;
    try (LedgerClient client = client()) {
      batches =
          new LedgerEntities(client)
              .list(Batch.ENTITY).stream()
                  .filter(
                      batch -> batch.source().map(BatchSource::digest).equals(Optional.of(source)))
                  .sorted(Comparator.comparingInt(batch -> batch.source().orElseThrow().firstRow()))
                  .toList();
    }
    int next = 0;
    int anchored = 0;
    for (Batch batch : batches) {
      BatchSource rows = batch.source().orElseThrow();
      assertEquals(next, rows.firstRow());
      assertEquals(rows.rows(), batch.size() + rows.rejected());
      next += rows.rows();
      anchored += batch.size();
    }
    assertEquals(ROWS - 7, anchored);
    Set<Digest> roots = batches.stream().map(Batch::root).collect(Collectors.toSet());
    IssuerStore store = IssuerStore.open(own.resolve("store"), Optional.empty());
    try (org.huxin.sdk.Huxin huxin =
        org.huxin.sdk.Huxin.builder(city.profile())
            .secret(store.secret())
            .database(store.database())
            .build()) {
      List<ProofFile> proofs = huxin.proofs().findByHolder(HOLDER);
      assertEquals(ROWS - 7, proofs.size());
      assertEquals(
          ROWS - 7, proofs.stream().map(proof -> proof.record().anchorKey()).distinct().count());
      Set<StatementId> named = proofs.stream().map(ProofFile::batchId).collect(Collectors.toSet());
      assertEquals(batches.size(), named.size());
      assertEquals(batches.size(), roots.size());
    }
  }

  @Test
  void everyRowIsAnchoredOrInTheReport() throws Exception {
    Path csv = csv("A");
    Instant begin = Instant.now();
    JsonObject done = finish(arguments(csv, 8_192, "--json"), ExitCode.BAD);
    Duration time = Duration.between(begin, Instant.now());
    assertSevenRefused(done);
    assertReconciled(csv);
    assertEquals(7, Files.readAllLines(own.resolve("stock.csv.refused.jsonl")).size());
    if (Integer.getInteger("huxin.stock-rows") != null) {
      System.out.printf("%,d rows in %.1f s with -Xmx512m%n", ROWS, time.toMillis() / 1000.0);
    }
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int again =
        Huxin.run(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            arguments(csv, 8_192).toArray(String[]::new));
    assertEquals(ExitCode.BAD, again, err.toString());
    assertTrue(out.toString().contains("the check character does not hold"), out.toString());
    assertReconciled(csv);
  }

  @Test
  void killedAtAnyPointItGoesOnWithNoneLostAndNoneTwice() throws Exception {
    long seed = Long.getLong("huxin.seed", System.nanoTime());
    Random random = new Random(seed);
    Path csv = csv("B");
    int batch = Math.max(50, ROWS / 20);
    for (int i = 0; i < KILLS; i++) {
      Process process = start(arguments(csv, batch));
      try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
        // A line comes once a batch is anchored: die somewhere within the batches that follow.
        int lines = random.nextInt(4);
        while (lines >= 0) {
          String line = err.readLine();
          assertTrue(line != null, "it ended, seed " + seed);
          lines -= String.valueOf(line).contains("anchored") ? 1 : 0;
        }
        boolean unused = process.waitFor(random.nextInt(120), TimeUnit.MILLISECONDS);
      } finally {
        process.destroyForcibly().waitFor();
      }
    }
    JsonObject done = finish(arguments(csv, batch, "--json"), ExitCode.BAD);
    assertTrue(number(done, "begunAtRow") > 0, "seed " + seed);
    assertSevenRefused(done);
    assertReconciled(csv);
  }

  private int run(StringWriter err, String... arguments) {
    return Huxin.run(new PrintWriter(new StringWriter()), new PrintWriter(err, true), arguments);
  }

  @Test
  void whatIsWrongWithTheFilesIsSaidInOneLine() throws IOException {
    Path csv = own.resolve("stock.csv");
    Files.writeString(csv, "a,b\n1,2\n");
    StringWriter err = new StringWriter();
    assertEquals(ExitCode.USAGE, run(err, arguments(csv, 10).toArray(String[]::new)));
    assertTrue(err.toString().contains("COLUMN_MISSING"), err.toString());
    List<String> noMap = arguments(csv, 10);
    noMap.set(4, csv.toString());
    assertEquals(ExitCode.USAGE, run(err, noMap.toArray(String[]::new)));
    assertTrue(err.toString().contains("MAPPING_FORM"), err.toString());
    assertEquals(
        ExitCode.NO_INPUT, run(err, arguments(own.resolve("none.csv"), 10).toArray(String[]::new)));
    assertEquals(ExitCode.USAGE, run(err, "issue", "--csv", "x"));
  }

  @Test
  void aLedgerThatIsNotReachedIsNoRefusal() throws IOException {
    Path csv = csv("C");
    org.huxin.sdk.profile.Profile.Builder nowhere =
        org.huxin.sdk.profile.Profile.builder(city.profile().ledger(), city.profile().identity())
            .peer(org.huxin.sdk.profile.GatewayPeer.plain("127.0.0.1:1"));
    Path profile = own.resolve("profile.json");
    Files.write(
        profile, org.huxin.sdk.profile.Profile.CODEC.toBytes(nowhere.build()).toByteArray());
    List<String> arguments = arguments(csv, 10);
    arguments.set(6, profile.toString());
    StringWriter err = new StringWriter();
    assertEquals(ExitCode.CANNOT_TELL, run(err, arguments.toArray(String[]::new)));
    assertTrue(err.toString().contains("call it again"), err.toString());
  }

  @Test
  void everyReasonHasItsTextInBothLanguages() {
    for (String language : List.of("en", "zh")) {
      java.util.ResourceBundle texts =
          java.util.ResourceBundle.getBundle(
              "org.huxin.cli.texts", java.util.Locale.forLanguageTag(language));
      for (Enum<?> each : org.huxin.sdk.stock.StockRule.values()) {
        assertTrue(texts.containsKey("issue." + each.name()), each.name());
      }
      for (Enum<?> each : org.huxin.sdk.issuing.IssuingRefusal.values()) {
        assertTrue(texts.containsKey("issue." + each.name()), each.name());
      }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.huxin.cli.FoundedNetwork.Run;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.HolderCodeType;
import org.huxin.core.id.HolderId;
import org.huxin.core.id.LicenceIdentifier;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.Uscc;
import org.huxin.core.proof.ProofFile;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.sdk.Huxin;
import org.huxin.sdk.issuing.BatchKind;
import org.huxin.sdk.issuing.Licence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VerifyCommandTest {
  private static final String ISSUER = "11150602MB9T0002XY";
  private static final String TYPE = "11100000MB0143028R001";
  private static final String HOLDER = "91150602MA0T000115";

  @TempDir static Path root;
  @TempDir Path temporary;

  private static FoundedNetwork network;
  private static Path key;
  private static int issued;

  private Path document;
  private Path proof;

  @BeforeAll
  static void found() throws IOException {
    network = FoundedNetwork.plain(root.resolve("net"));
    key = root.resolve("issuer.pem");
    assertGood(FoundedNetwork.run("keygen", key.toString()));
    assertGood(
        network.governor(
            "150600",
            "authority",
            "register",
            "--authority",
            ISSUER,
            "--name",
            "东胜区市场监督管理局(示例)",
            "--division",
            "150602",
            "--role",
            "role=ISSUER",
            "--key",
            key.toString()));
    assertGood(
        network.governor(
            "150600",
            "accreditation",
            "open",
            "--issuer",
            ISSUER,
            "--type",
            TYPE,
            "--division",
            "150602",
            "--basis",
            "sm3:@" + key + ".pub"));
  }

  @AfterAll
  static void end() {
    network.close();
  }

  /** Each test has a licence of its own. */
  @BeforeEach
  void issue() throws IOException {
    document = Files.writeString(temporary.resolve("licence.txt"), "营业执照 " + issued);
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + temporary.getFileName() + ";DB_CLOSE_DELAY=-1");
    SigningKey signing = SigningKey.ofPem(Files.readString(key));
    try (Huxin huxin =
        Huxin.builder(network.city("150600").profile())
            .authority(new Uscc(ISSUER), 1, signing.signer(new SecureRandom()))
            .secret(Bytes.of(new byte[32]))
            .database(database)
            .build()) {
      huxin.createTables();
      ProofFile made =
          huxin
              .issue(
                  BatchKind.current(new LicenceTypeCode(TYPE), 1, new DivisionCode("150602")),
                  Licence.builder(identifier(), LocalDate.of(2026, 5, 1))
                      .attribute("MC", "示例餐饮有限公司")
                      .holder(new HolderId(HolderCodeType.ofCode("001").orElseThrow(), HOLDER))
                      .document(Bytes.of(Files.readAllBytes(document)))
                      .build())
              .join();
      proof = temporary.resolve("licence.huxin.json");
      Files.write(proof, made.write().toByteArray());
    }
  }

  private static LicenceIdentifier identifier() {
    issued++;
    return new LicenceIdentifier(new LicenceTypeCode(TYPE), new Uscc(ISSUER), "S" + issued, 1);
  }

  private static void assertGood(Run run) {
    assertEquals(0, run.code(), run.err() + run.out());
  }

  private Run online(String... more) {
    List<String> line = new ArrayList<>(List.of("verify", document.toString()));
    line.addAll(List.of("--proof", proof.toString()));
    line.addAll(List.of(more));
    return network.in(network.city("150100"), line.toArray(String[]::new));
  }

  private Run offline(String... more) {
    List<String> line = new ArrayList<>(List.of("verify", document.toString(), "--offline"));
    line.addAll(List.of("--proof", proof.toString(), "--lang", "zh"));
    line.addAll(List.of(more));
    return FoundedNetwork.run(line.toArray(String[]::new));
  }

  @Test
  void aGenuineLicenceInForceIsValid() {
    Run json = online("--json", "--field", "MC", "--holder", "001:" + HOLDER);
    assertGood(json);
    assertEquals("VALID", json.text("result"));
    assertEquals("YES", json.text("genuine"));
    assertEquals("YES", json.text("inForce"));
    Run words = online("--lang", "zh");
    assertGood(words);
    assertTrue(words.out().startsWith("✓ "), words.out());
    assertTrue(words.out().contains("MC: 示例餐饮有限公司"), words.out());
  }

  @Test
  void withoutItsDocumentItCannotBeTold() {
    Run run =
        network.in(network.city("150100"), "verify", "--proof", proof.toString(), "--lang", "en");
    assertEquals(ExitCode.CANNOT_TELL, run.code(), run.out());
    assertTrue(run.out().startsWith("? "), run.out());
  }

  @Test
  void anotherDocumentOrHolderIsInvalid() throws IOException {
    assertEquals(ExitCode.BAD, online("--holder", "001:91150203MA0T0002XN").code());
    Files.writeString(document, "营业执照(改)");
    Run run = online("--lang", "en");
    assertEquals(ExitCode.BAD, run.code(), run.out());
    assertTrue(run.out().contains("DOCUMENT_DIFFERS") || run.out().contains("✗"), run.out());
  }

  @Test
  void aSuspendedLicenceIsInvalidNowAndWasValidThen() {
    Run then = online("--at", "now-1s", "--json");
    assertGood(
        network.as(
            network.city("150600"),
            ISSUER,
            key,
            "status",
            "change",
            "--proof",
            proof.toString(),
            "--action",
            "SUSPEND",
            "--reason",
            "INSPECTION",
            "--basis",
            "sm3:@" + key + ".pub"));
    assertGood(then);
    Run now = online("--json");
    assertEquals(ExitCode.BAD, now.code());
    assertEquals("NO", now.text("inForce"));
    Run words = online("--lang", "zh");
    assertTrue(words.out().contains("SUSPENDED"), words.out());
  }

  @Test
  void inACityWithoutAgreementItIsNotRecognised() {
    Run run =
        online(
            "--by",
            "11150100MB9T00193L",
            "--in",
            "150105",
            "--item",
            "11150100MB9T00193L0001000115001",
            "--purpose",
            "LICENSING",
            "--json");
    assertEquals(ExitCode.BAD, run.code(), run.err());
    assertEquals("NO", run.text("usableHere"));
    assertTrue(run.out().contains("NOT_RECOGNISED"), run.out());
  }

  @Test
  void offlineNothingIsValidAndMuchIsKnown() throws IOException {
    String ledger = network.cities().ledger().toString();
    Run known = offline("--trusted-key", key + ".pub", "--ledger", ledger, "--json");
    assertEquals(ExitCode.CANNOT_TELL, known.code(), known.err());
    assertEquals("INDETERMINATE", known.text("result"));
    Path other = temporary.resolve("other.pem");
    assertGood(FoundedNetwork.run("keygen", other.toString()));
    Run wrong = offline("--trusted-key", other + ".pub", "--ledger", ledger);
    assertEquals(ExitCode.BAD, wrong.code());
    assertTrue(wrong.out().contains("BATCH_SIGNATURE_INVALID"), wrong.out());
    Files.writeString(document, "营业执照(改)");
    assertEquals(ExitCode.BAD, offline("--trusted-key", key + ".pub", "--ledger", ledger).code());
  }

  @Test
  void whatIsMissingIsSaid() throws IOException {
    assertEquals(ExitCode.USAGE, offline().code());
    assertTrue(offline().err().contains("--trusted-key"));
    assertEquals(ExitCode.USAGE, offline("--trusted-key", key + ".pub").code());
    assertEquals(ExitCode.USAGE, online("--at", "yesterday").code());
    assertEquals(ExitCode.USAGE, online("--holder", HOLDER).code());
    assertEquals(ExitCode.USAGE, online("--ledger", "x").code());
    assertEquals(ExitCode.USAGE, online("--by", ISSUER).code());
    assertEquals(ExitCode.USAGE, online("--field", "名称").code());
    Files.writeString(proof, "{}");
    assertEquals(ExitCode.BAD, online().code());
    Files.delete(proof);
    assertEquals(ExitCode.NO_INPUT, online().code());
  }

  @Test
  void aNetworkThatIsAwayIsNotAnInvalidLicence() throws IOException {
    Path away = temporary.resolve("away.json");
    Files.writeString(
        away,
        Files.readString(network.city("150100").profileFile())
            .replaceAll("127\\.0\\.0\\.1:[0-9]+", "no-such-host.invalid:7051"));
    Run run =
        FoundedNetwork.run(
            "verify",
            document.toString(),
            "--proof",
            proof.toString(),
            "--profile",
            away.toString(),
            "--lang",
            "en");
    assertEquals(ExitCode.CANNOT_TELL, run.code(), run.err());
    assertTrue(run.err().contains("huxin doctor"), run.err());
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.LocalDate;
import org.h2.jdbcx.JdbcDataSource;
import org.huxin.cli.FoundedNetwork.Run;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.HolderCodeType;
import org.huxin.core.id.HolderId;
import org.huxin.core.id.LicenceIdentifier;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.Uscc;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.proof.ProofFile;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.sdk.Huxin;
import org.huxin.sdk.issuing.BatchKind;
import org.huxin.sdk.issuing.Licence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConsentCommandsTest {
  private static final String ISSUER = "11150602MB9T0002XY";
  private static final String CONSUMER = "11150603MB9T00038D";
  private static final String PROVIDER = "11150622MB9T00054K";
  private static final String TYPE = "11100000MB0143028R001";
  private static final String ITEM = CONSUMER + "0001000115001";
  private static final String HOLDER = "001:91150602MA0T000115";

  @TempDir static Path root;
  @TempDir Path temporary;

  private static FoundedNetwork network;
  private static Path proof;
  private static Path document;
  private static Path secret;
  private static Path attested;
  private static String scope;

  @BeforeAll
  static void prepare() throws IOException {
    network = FoundedNetwork.plain(root.resolve("net"));
    secret = Files.write(root.resolve("secret"), new byte[32]);
    document = Files.writeString(root.resolve("licence.txt"), "营业执照");
    proof = root.resolve("licence.huxin.json");
    register(ISSUER, "ISSUER", "--trail-key", trailKey());
    register(CONSUMER, "CONSUMER");
    register(PROVIDER, "IDENTITY_PROVIDER");
    String basis = "sm3:@" + key(ISSUER) + ".pub";
    assertGood(
        network.governor(
            "150600",
            ("accreditation open --division 150602 --issuer " + ISSUER + " --type " + TYPE)
                .concat(" --basis " + basis)
                .split(" ")));
    Run opened =
        network.governor(
            "150600",
            ("scope open --authority " + CONSUMER + " --type " + TYPE + " --item " + ITEM)
                .concat(" --purpose LICENSING --field MC --json --basis " + basis)
                .split(" "));
    assertGood(opened);
    scope = opened.text("statement");
    issue();
    assertGood(FoundedNetwork.run("keygen", root.resolve("holder.pem").toString()));
    attested = root.resolve("holder.huxin-key.json");
    assertGood(attest(HOLDER, attested));
  }

  @AfterAll
  static void end() {
    network.close();
  }

  private static Path key(String uscc) {
    return root.resolve(uscc + ".pem");
  }

  private static String trailKey() {
    Path file = root.resolve("trail");
    assertGood(FoundedNetwork.run("keygen", "--trail", file.toString()));
    return "@" + file + ".pub";
  }

  private static void register(String uscc, String role, String... more) {
    assertGood(FoundedNetwork.run("keygen", key(uscc).toString()));
    String line =
        "authority register --name 示例机构 --authority %s --division %s --role role=%s --key %s"
            .formatted(uscc, uscc.substring(2, 8), role, key(uscc));
    assertGood(
        network.governor("150600", (line + " " + String.join(" ", more)).strip().split(" ")));
  }

  private static void issue() throws IOException {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:consent;DB_CLOSE_DELAY=-1");
    SigningKey signing = SigningKey.ofPem(Files.readString(key(ISSUER)));
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
                  Licence.builder(
                          new LicenceIdentifier(
                              new LicenceTypeCode(TYPE), new Uscc(ISSUER), "S1", 1),
                          LocalDate.of(2026, 5, 1))
                      .attribute("MC", "示例餐饮有限公司")
                      .holder(
                          new HolderId(
                              HolderCodeType.ofCode("001").orElseThrow(), HOLDER.substring(4)))
                      .document(Bytes.of(Files.readAllBytes(document)))
                      .build())
              .join();
      Files.write(proof, made.write().toByteArray());
    }
  }

  private static void assertGood(Run run) {
    assertEquals(0, run.code(), run.err() + run.out());
  }

  private static Run attest(String holder, Path out) {
    return network.as(
        network.city("150600"),
        PROVIDER,
        key(PROVIDER),
        "attest",
        root.resolve("holder.pem.pub").toString(),
        "--holder",
        holder,
        "--out",
        out.toString());
  }

  private static Run consumer(String... line) {
    String[] all = new String[line.length + 2];
    System.arraycopy(line, 0, all, 0, line.length);
    all[line.length] = "--secret";
    all[line.length + 1] = secret.toString();
    return network.as(network.city("150600"), CONSUMER, key(CONSUMER), all);
  }

  private Path request(String business) {
    Path file = temporary.resolve(business + ".huxin-request.jws");
    assertGood(
        consumer(
            "consent",
            "request",
            "--scope",
            scope,
            "--item",
            ITEM,
            "--purpose",
            "LICENSING",
            "--licence",
            TYPE + ":MC",
            "--business",
            business,
            "--out",
            file.toString()));
    return file;
  }

  private Run grant(Path request, Path attestation, Path out) {
    return network.in(
        network.city("150200"),
        "consent",
        "grant",
        request.toString(),
        "--proof",
        proof.toString(),
        "--holder-key",
        root.resolve("holder.pem").toString(),
        "--attested",
        attestation.toString(),
        "--out",
        out.toString());
  }

  private Run carryIn(Path request, Path grant) {
    return consumer(
        "consent",
        "carry-in",
        grant.toString(),
        "--request",
        request.toString(),
        "--proof",
        proof.toString(),
        "--json");
  }

  private Run use(String business, Path grant) {
    return consumer(
        "usage",
        "record",
        document.toString(),
        "--proof",
        proof.toString(),
        "--grant",
        grant.toString(),
        "--basis",
        "AUTHORIZATION",
        "--by",
        CONSUMER,
        "--in",
        "150603",
        "--item",
        ITEM,
        "--purpose",
        "LICENSING",
        "--scope",
        scope,
        "--business-code",
        business,
        "--field",
        "MC",
        "--json");
  }

  private Run withdraw(Path grant) {
    return network.in(
        network.city("150600"),
        "consent",
        "withdraw",
        grant.toString(),
        "--holder-key",
        root.resolve("holder.pem").toString(),
        "--attested",
        attested.toString(),
        "--json");
  }

  @Test
  void aHolderGrantsAWindowUsesAndTheHolderWithdraws() throws IOException {
    Path request = request("2026-0001");
    Path grant = temporary.resolve("a.huxin-grant.json");
    assertGood(grant(request, attested, grant));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(grant)));
    Run carried = carryIn(request, grant);
    assertGood(carried);
    Run used = use("2026-0001", grant);
    assertGood(used);
    assertEquals("RecordUsage", used.text("operation"));
    Run listed = network.in(network.city("150600"), "usage", "list", CONSUMER, "--json");
    assertTrue(listed.out().contains(ITEM), listed.out());

    assertGood(withdraw(grant));
    Run after =
        network.in(
            network.city("150600"), "consent", "get", carried.text("authorization"), "--json");
    assertTrue(after.out().contains("REVOKED") || after.out().contains("revoked"), after.out());
    assertEquals(ExitCode.BAD, use("2026-0001", grant).code());
  }

  @Test
  void aGrantThatIsWithdrawnBeforeItArrivesIsNotTaken() {
    Path request = request("2026-0002");
    Path grant = temporary.resolve("b.huxin-grant.json");
    assertGood(grant(request, attested, grant));
    assertGood(withdraw(grant));
    assertEquals(ExitCode.BAD, carryIn(request, grant).code());
  }

  @Test
  void whoeverIsNotTheHolderCannotGrant() {
    Path other = temporary.resolve("other.huxin-key.json");
    assertGood(attest("001:91150203MA0T0002XN", other));
    Path request = request("2026-0003");
    Path grant = temporary.resolve("c.huxin-grant.json");
    assertGood(grant(request, other, grant));
    Run refused = carryIn(request, grant);
    assertEquals(ExitCode.BAD, refused.code());
    assertTrue(refused.err().contains("GRANTOR_NOT_HOLDER"), refused.err());
  }

  @Test
  void whatIsOutsideTheScopeIsNotAskedFor() {
    Run run =
        consumer(
            "consent",
            "request",
            "--scope",
            scope,
            "--item",
            ITEM,
            "--purpose",
            "CURIOSITY",
            "--licence",
            TYPE + ":MC",
            "--out",
            temporary.resolve("d").toString());
    assertEquals(ExitCode.BAD, run.code());
    assertTrue(run.err().contains("OUTSIDE_SCOPE"), run.err());
  }

  @Test
  void filesThatAreSomethingElseGetOneLine() throws IOException {
    Path words = Files.writeString(temporary.resolve("words"), "words");
    Path short16 = Files.writeString(temporary.resolve("short"), "short");
    Path out = temporary.resolve("out");
    assertEquals(ExitCode.BAD, grant(request("2026-0004"), words, out).code());
    assertEquals(ExitCode.BAD, grant(words, attested, out).code());
    assertEquals(ExitCode.BAD, carryIn(request("2026-0005"), words).code());
    Run secretless =
        network.as(
            network.city("150600"),
            CONSUMER,
            key(CONSUMER),
            "consent",
            "request",
            "--scope",
            scope,
            "--item",
            ITEM,
            "--purpose",
            "LICENSING",
            "--licence",
            TYPE,
            "--out",
            out.toString(),
            "--secret",
            short16.toString());
    assertEquals(ExitCode.BAD, secretless.code());
    assertEquals(ExitCode.USAGE, attest("somebody", out).code());
  }

  @Test
  void theExampleOfTheSpecificationIsReadAndWritten() throws IOException {
    Path page =
        Path.of(System.getProperty("huxin.root", "../.."), "proto", "spec", "attested-key.md");
    String text = Files.readString(page);
    String fence = "```json attested-key\n";
    int start = text.indexOf(fence) + fence.length();
    Bytes example = Bytes.utf8(text.substring(start, text.indexOf("\n```", start)));
    AttestedKeyFile read = AttestedKeyFile.CODEC.fromBytes(example, JsonLimits.STATEMENT);
    assertEquals(example, AttestedKeyFile.CODEC.toBytes(read));
    String code = read.attested().subject().holder().code();
    assertFalse(read.toString().contains(code), "the text form shows nobody");
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.huxin.core.id.IdentifierRefusal;
import org.huxin.core.id.LicenceIdentifierReading;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonLimits;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.crypto.signature.VerifyingKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandsTest {
  private static final String GOOD =
      "1.2.156.3005.2.11100000MB0143028R001.11150602MB9T0002XY.150602202300000001.001.V";
  private static final Path SPEC =
      Path.of(System.getProperty("huxin.root", "../.."), "proto", "spec");

  private record Run(int code, String out, String err) {}

  private static Run run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Huxin.run(new PrintWriter(out), new PrintWriter(err), arguments);
    return new Run(code, out.toString(), err.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        GOOD + " | 0 | LICENCE_IDENTIFIER | OK",
        "1.2.156.3005.2.11100000MB0143028R001.11150602MB9T0002XY.150602202300000001.001.7 | 1 |"
            + " LICENCE_IDENTIFIER | LEGACY_VARIANT",
        "11150602MB9T0002XY | 0 | CREDIT_CODE | OK",
        "11150602MB9T0002XX | 1 | CREDIT_CODE | ID_CHECK",
        "150602 | 0 | DIVISION | OK",
        "11100000MB0143028R001 | 0 | LICENCE_TYPE | OK",
        "11370800MB285591843370117002011 | 0 | SERVICE_ITEM | OK",
        "hello | 1 | UNKNOWN | UNKNOWN_FORM"
      })
  void idCheckSaysWhatACodeIs(String code, int exit, String kind, String check) {
    Run json = run("id", "check", code, "--json");
    Run text = run("id", "check", code, "--lang", "en");

    assertEquals(exit, json.code());
    assertEquals(exit, text.code());
    assertTrue(json.out().contains("\"kind\":\"" + kind + "\""), json.out());
    assertTrue(json.out().contains("\"check\":\"" + check + "\""), json.out());
    assertTrue(text.out().contains(check), text.out());
    assertEquals(
        json.out().strip(),
        CanonicalJson.text(CanonicalJson.decode(Bytes.utf8(json.out().strip()), JsonLimits.FILE)));
  }

  @Test
  void oneBadCodeAmongGoodOnesIsEnough() {
    assertEquals(ExitCode.BAD, run("id", "check", GOOD, "150602", "x").code());
    assertEquals(ExitCode.GOOD, run("id", "check", GOOD, "150602").code());
  }

  @Test
  void idCheckShowsTheEvidenceOfARefusal() {
    assertTrue(
        run("id", "check", "11150602MB9T0002XX", "--json")
            .out()
            .contains("\"evidence\":{\"expected\":\"Y\"}"));
    assertTrue(run("id", "check", "11150602MB9T0002XX", "--lang", "zh").out().contains("应为: Y"));
  }

  @Test
  void idCheckSaysWhatIsOdd() {
    Run run = run("id", "check", GOOD.toLowerCase(java.util.Locale.ROOT), "--json");

    assertEquals(ExitCode.BAD, run.code());
    assertTrue(run.out().contains("LOWER_CASE"), run.out());
  }

  @Test
  void peopleReadChineseOrEnglish() {
    assertTrue(run("id", "check", "150602", "--lang", "zh").out().contains("行政区划代码"));
    assertTrue(run("id", "check", "150602", "--lang", "en").out().contains("division: it holds"));
  }

  @Test
  void everyCheckAndOddityIsSaidInBothLanguages() {
    String dot = "．";
    String[] codes = {
      GOOD,
      GOOD.substring(0, GOOD.length() - 1) + "7",
      GOOD.substring(0, GOOD.length() - 1) + "8",
      " " + GOOD.toLowerCase(java.util.Locale.ROOT).replace(".", dot),
      "1.2.156.3003.2.A.150602.13800138000.1.1",
      "A.B.1.001.1",
      "A.B." + "7".repeat(65) + ".001.1",
      "a.b",
      "1.5",
      "x",
      "15060a",
      "000000",
      "11150602MB9T0002XX",
      "11100000MB0143027N"
    };
    List<Enum<?>> said = new ArrayList<>(List.of(LicenceIdentifierReading.Check.values()));
    said.addAll(List.of(LicenceIdentifierReading.Finding.values()));
    said.addAll(
        EnumSet.complementOf(
            EnumSet.of(IdentifierRefusal.ID_LENGTH, IdentifierRefusal.ID_LEGACY_VARIANT)));
    for (String language : List.of("zh", "en", "ZH")) {
      List<String> line = new ArrayList<>(List.of("id", "check", "--lang", language));
      line.addAll(List.of(codes));
      Run run = run(line.toArray(new String[0]));

      assertEquals(ExitCode.BAD, run.code(), run.toString());
      assertEquals("", run.err());
      for (Enum<?> code : said) {
        assertTrue(run.out().contains("(" + code + ")"), code + " in " + run.out());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "id check 150602 --lang fr",
        "id",
        "id check",
        "nonsense",
        "id check --nonsense",
        "statement",
        "keygen",
        "keygen --suite RSA k"
      })
  void whatIsNotUnderstoodIsAUsageError(String line) {
    Run run = run(line.isEmpty() ? new String[0] : line.split(" ", -1));

    assertEquals(ExitCode.USAGE, run.code());
    assertTrue(run.err().startsWith("huxin: "), run.err());
    assertTrue(run.err().contains("--help"), run.err());
    assertFalse(run.err().contains("\tat "), run.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "id --help",
        "id check --help",
        "keygen --help",
        "statement inspect --help",
        "--version"
      })
  void helpAnswers(String line) {
    Run run = run(line.split(" ", -1));

    assertEquals(ExitCode.GOOD, run.code());
    assertTrue(run.out().contains("huxin"), run.out());
  }

  @ParameterizedTest
  @EnumSource(SignatureSuite.class)
  void keygenWritesAPairThatBelongsTogether(SignatureSuite suite, @TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("key.pem");
    Run run = run("keygen", file.toString(), "--suite", suite.name(), "--json");
    SigningKey key = SigningKey.ofPem(Files.readString(file));

    assertEquals(ExitCode.GOOD, run.code());
    assertEquals(suite, key.suite());
    assertEquals(
        key.publicKey(), VerifyingKey.ofPem(Files.readString(folder.resolve("key.pem.pub"))));
    assertTrue(run.out().contains(key.publicKey().thumbprint()), run.out());
    assertFalse(run.out().contains("PRIVATE"), run.out());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void keygenOverwritesNothing(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("key.pem"), "precious");
    Run run = run("keygen", file.toString());
    Files.delete(file);
    Files.writeString(folder.resolve("key.pem.pub"), "precious too");
    Run other = run("keygen", file.toString());

    assertEquals(ExitCode.CANNOT_CREATE, run.code());
    assertEquals(ExitCode.CANNOT_CREATE, other.code());
    assertFalse(Files.exists(file));
    assertEquals("precious too", Files.readString(folder.resolve("key.pem.pub")));
    assertEquals(
        ExitCode.CANNOT_CREATE, run("keygen", folder.resolve("no/such/key").toString()).code());
  }

  @Test
  void inspectShowsAStatementAndWhoSignedIt(@TempDir Path folder) throws IOException {
    Path jws = Files.writeString(folder.resolve("s.jws"), example("jws", "jws-SM") + "\n");
    Path key = Files.writeString(folder.resolve("sm.pem"), example("keys", "spki-SM") + "\n");
    Path other = Files.writeString(folder.resolve("p.pem"), example("keys", "spki-P256") + "\n");

    Run unknown = run("statement", "inspect", jws.toString());
    Run signed = run("statement", "inspect", jws.toString(), "--key", key.toString(), "--json");
    Run wrong = run("statement", "inspect", jws.toString(), "--key", other.toString());

    assertEquals(ExitCode.CANNOT_TELL, unknown.code());
    assertTrue(unknown.out().contains("huxin-example+jws"), unknown.out());
    assertEquals(ExitCode.GOOD, signed.code());
    assertTrue(signed.out().contains(example("jws", "id-SM")), signed.out());
    assertTrue(signed.out().contains("\"signature\":\"VALID\""), signed.out());
    assertEquals(ExitCode.BAD, wrong.code());
    assertTrue(wrong.out().contains("INVALID"), wrong.out());
  }

  @Test
  void inspectReadsProofFilesAndGrantFiles(@TempDir Path folder) throws IOException {
    Path proof = Files.writeString(folder.resolve("a.huxin.json"), example("proof-file", "proof"));
    Path grant =
        Files.writeString(
            folder.resolve("a.huxin-grant.json"), example("grant-file", "grant-file"));

    Run batch = run("statement", "inspect", proof.toString(), "--json");
    assertTrue(batch.out().contains("huxin-anchor-batch+jws"), batch.out());
    assertTrue(batch.out().contains("\"wellFormed\":true"), batch.out());
    assertTrue(
        run("statement", "inspect", grant.toString())
            .out()
            .contains("huxin-grant-authorization+jws"));
  }

  @Test
  void inspectFindsWhatIsWrongWithAPayload(@TempDir Path folder) throws IOException {
    String typ = "huxin-close-use-scope+jws";
    String header = "{\"alg\":\"EdDSA\",\"kid\":\"11150602MB9T0002XY#1\",\"typ\":\"" + typ + "\"}";
    String text =
        Bytes.utf8(header).base64Url()
            + "."
            + Bytes.utf8("{}").base64Url()
            + "."
            + Bytes.of(new byte[64]).base64Url();
    Path file = Files.writeString(folder.resolve("bad.jws"), text);
    Run run = run("statement", "inspect", file.toString());

    assertEquals(ExitCode.BAD, run.code());
    assertTrue(run.out().contains("STATEMENT_MALFORMED"), run.out());
  }

  @Test
  void aFileThatIsNotWhatItClaimsGetsOneLine(@TempDir Path folder) throws IOException {
    Path words = Files.writeString(folder.resolve("words.txt"), "just words");
    Path object = Files.writeString(folder.resolve("object.json"), "{}");
    Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, 0, 1});
    Path key = Files.writeString(folder.resolve("key.pem"), "no key");
    Path jws = Files.writeString(folder.resolve("s.jws"), example("jws", "jws-SM"));

    assertOneLine(ExitCode.BAD, run("statement", "inspect", words.toString()));
    assertOneLine(ExitCode.BAD, run("statement", "inspect", object.toString()));
    assertOneLine(ExitCode.BAD, run("statement", "inspect", binary.toString()));
    assertOneLine(
        ExitCode.NO_INPUT, run("statement", "inspect", folder.resolve("none").toString()));
    assertOneLine(ExitCode.NO_INPUT, run("statement", "inspect", folder.toString()));
    assertOneLine(
        ExitCode.BAD, run("statement", "inspect", jws.toString(), "--key", key.toString()));
  }

  private static void assertOneLine(int code, Run run) {
    assertEquals(code, run.code(), run.toString());
    assertEquals("", run.out());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().startsWith("huxin: "), run.err());
  }

  private static String example(String page, String name) throws IOException {
    String text = Files.readString(SPEC.resolve(page + ".md"));
    String fence = "```text " + name + "\n";
    int start = text.indexOf(fence) + fence.length();
    return text.substring(start, text.indexOf("\n```", start));
  }

  @Test
  void chaincodePackageWritesTheSamePackageEverywhereAndPrintsItsId(@TempDir Path folder)
      throws IOException {
    Path first = folder.resolve("first.tar.gz");
    Path second = folder.resolve("second.tar.gz");
    Run made = run("chaincode", "package", first.toString(), "--label", "huxin_1");
    assertEquals(0, made.code(), made.err());
    assertEquals(made.out(), run("chaincode", "package", second.toString()).out());
    assertEquals(-1, Files.mismatch(first, second));
    String digest =
        DigestAlgorithm.SHA_256.digest(Bytes.of(Files.readAllBytes(first))).value().hex();
    assertEquals("huxin_1:" + digest, made.out().strip());

    Run again = run("chaincode", "package", first.toString());
    assertEquals(ExitCode.CANNOT_CREATE, again.code());
    Run tls = run("chaincode", "package", folder.resolve("tls.tar.gz").toString(), "--tls");
    assertFalse(tls.out().strip().equals(made.out().strip()));
    Run label = run("chaincode", "package", folder.resolve("x").toString(), "--label", "a/b");
    assertEquals(ExitCode.USAGE, label.code());
    assertTrue(label.err().contains("--label"), label.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void completionIsAScriptThatBashReads(String shell, @TempDir Path folder)
      throws IOException, InterruptedException {
    Run run = run("completion", shell);
    assertEquals(ExitCode.GOOD, run.code());
    Path script = Files.writeString(folder.resolve("huxin.sh"), run.out());
    assertEquals(
        0, new ProcessBuilder("bash", "-n", script.toString()).inheritIO().start().waitFor());
    Process completing =
        new ProcessBuilder(
                "bash",
                "-c",
                "source "
                    + script
                    + "; COMP_WORDS=(huxin author); COMP_CWORD=1; COMP_LINE='huxin author';"
                    + " COMP_TYPE=9; _complete_huxin; echo \"${COMPREPLY[@]}\"")
            .start();
    String words = new String(completing.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, completing.waitFor());
    assertTrue(words.contains("authority"), words);
  }

  @Test
  void completionKnowsTwoShells() {
    assertEquals(ExitCode.USAGE, run("completion", "fish").code());
    assertEquals(ExitCode.USAGE, run("completion").code());
  }
}

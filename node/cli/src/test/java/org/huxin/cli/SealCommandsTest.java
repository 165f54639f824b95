// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

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
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonLimits;
import org.huxin.crypto.bytes.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SealCommandsTest {
  private static final Path VECTORS =
      Path.of(System.getProperty("huxin.root", "../.."), "proto", "vectors", "seal");
  private static final Pattern CASE =
      Pattern.compile(
          "\"file\": \"([^\"]+)\", \"against\": \"ALL\", \"outcome\": \"([A-Z]+)\","
              + " \"findings\": \\[([^\\]]*)\\]");
  private static final Pattern CODE = Pattern.compile("\"code\":\"([A-Z0-9_]+)\"");

  @TempDir private Path folder = Path.of("");

  private record Run(int code, String out, String err) {}

  /**
   * A file of proto/vectors/seal.
   *
   * @param file its name
   * @param outcome what is found of it
   * @param findings the codes
   */
  record Case(String file, String outcome, List<String> findings) {
    int exit() {
      return switch (outcome) {
        case "OK" -> ExitCode.GOOD;
        case "UNKNOWN" -> ExitCode.CANNOT_TELL;
        default -> ExitCode.BAD;
      };
    }
  }

  private static Run seal(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] all = new String[arguments.length + 1];
    all[0] = "seal";
    for (int i = 0; i < arguments.length; i++) {
      all[i + 1] = arguments[i].toString();
    }
    int code = Huxin.run(new PrintWriter(out), new PrintWriter(err), all);
    return new Run(code, out.toString(), err.toString());
  }

  private static Run inspect(Path file, Object... more) {
    List<Object> arguments =
        new ArrayList<>(
            List.of(
                "inspect",
                file,
                "--roots",
                VECTORS.resolve("trust"),
                "--at",
                "2026-11-01T00:00:00Z"));
    arguments.addAll(List.of(more));
    return seal(arguments.toArray());
  }

  static List<Case> cases() throws IOException {
    Matcher matcher = CASE.matcher(Files.readString(VECTORS.resolve("cases.json")));
    List<Case> cases = new ArrayList<>();
    while (matcher.find()) {
      List<String> codes = new ArrayList<>();
      for (String code : String.valueOf(matcher.group(3)).split("[^A-Z0-9_]+", -1)) {
        if (!code.isEmpty()) {
          codes.add(code);
        }
      }
      cases.add(
          new Case(String.valueOf(matcher.group(1)), String.valueOf(matcher.group(2)), codes));
    }
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void inspectFindsInEachFileWhatIsInIt(Case each) {
    Run run = inspect(VECTORS.resolve(each.file()), "--json");
    String line = run.out().strip();
    List<String> codes = new ArrayList<>();
    Matcher matcher = CODE.matcher(line);
    while (matcher.find()) {
      codes.add(String.valueOf(matcher.group(1)));
    }

    assertEquals(each.exit(), run.code(), run.toString());
    assertEquals(each.findings(), codes);
    assertEquals("", run.err());
    assertEquals(line, CanonicalJson.text(CanonicalJson.decode(Bytes.utf8(line), JsonLimits.FILE)));
  }

  @Test
  void inspectShowsTheStructureInBothLanguages() {
    Path file = VECTORS.resolve("good-stamped.ofd");
    String english = inspect(file, "--lang", "en").out();
    String chinese = inspect(file, "--lang", "zh").out();

    assertTrue(english.startsWith("✓ "), english);
    assertTrue(english.contains("esID: 15060000000001 (V4)"), english);
    assertTrue(english.contains("sealed at, as the signer says: 2026-05-04T03:02:01Z"), english);
    assertTrue(
        english.contains("sealed by, as a time stamp proves: 2026-05-04T03:02:05Z"), english);
    assertTrue(chinese.contains("印章标识: 15060000000001 (V4)"), chinese);
    assertTrue(
        inspect(VECTORS.resolve("page-changed.ofd"), "--lang", "zh")
            .out()
            .contains("文件与签章时不一致。 (REFERENCE_MISMATCH) {file=/Doc_0/Pages/Page_0/Content.xml"));
  }

  @Test
  void withoutRootsItCannotBeTold() {
    Run run = seal("inspect", VECTORS.resolve("good-v4.ofd"), "--lang", "en");

    assertEquals(ExitCode.CANNOT_TELL, run.code());
    assertTrue(run.out().contains("CHAIN_NOT_JUDGED"), run.out());
  }

  @ParameterizedTest
  @CsvSource({
    "a.ofd, no zip, is no OFD document",
    "a.ofd, '', is no OFD document",
    "a.ofd, PK, is no OFD document",
    "a.esl, 0, is no seal",
    "a.dat, 0, is no sealing"
  })
  void whatIsNotWhatItClaimsGetsOneLine(String name, String content, String line)
      throws IOException {
    Path file = Files.writeString(folder.resolve(name), content);
    Run run = seal("inspect", file);

    assertEquals(ExitCode.BAD, run.code());
    assertEquals("", run.out());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().contains(line), run.err());
  }

  @Test
  void aFileThatIsNotThereIsSaidToBeSo() {
    assertEquals(ExitCode.NO_INPUT, seal("inspect", folder.resolve("none.ofd")).code());
    assertEquals(ExitCode.NO_INPUT, seal("inspect", folder).code());
    assertEquals(
        ExitCode.NO_INPUT,
        seal("inspect", VECTORS.resolve("good-v4.ofd"), "--roots", folder.resolve("no")).code());
    assertEquals(
        ExitCode.NO_INPUT,
        seal("inspect", VECTORS.resolve("good-v4.ofd"), "--roots", folder).code());
  }

  @Test
  void aFolderOfRootsHoldsNothingElse() throws IOException {
    Path roots = Files.createDirectory(folder.resolve("roots"));
    Files.writeString(roots.resolve("note.txt"), "not a certificate");
    Run run = seal("inspect", VECTORS.resolve("good-v4.ofd"), "--roots", roots);

    assertEquals(ExitCode.NO_INPUT, run.code());
    assertTrue(run.err().contains("neither a certificate nor a revocation list"), run.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "inspect",
        "inspect a --at yesterday",
        "make a.esl",
        "sign a.ofd --seal s --key k --signer c",
        "pki"
      })
  void whatIsNotUnderstoodIsAUsageError(String line) {
    Run run = seal(line.isEmpty() ? new Object[0] : line.split(" ", -1));

    assertEquals(ExitCode.USAGE, run.code());
    assertTrue(run.err().startsWith("huxin: "), run.err());
    assertFalse(run.err().contains("\tat "), run.err());
  }

  private Run make(Path pki, Path file, Object... more) {
    List<Object> arguments =
        new ArrayList<>(
            List.of(
                "make",
                file,
                "--id",
                "15060099",
                "--name",
                "示例印章",
                "--maker-key",
                pki.resolve("maker-key.pem"),
                "--maker",
                pki.resolve("maker.pem"),
                "--signer",
                pki.resolve("signer.pem")));
    arguments.addAll(List.of(more));
    return seal(arguments.toArray());
  }

  private Run sign(Path pki, Path esl, Path file, Object... more) {
    List<Object> arguments =
        new ArrayList<>(
            List.of(
                "sign",
                file,
                "--seal",
                esl,
                "--key",
                pki.resolve("signer-key.pem"),
                "--signer",
                pki.resolve("signer.pem")));
    arguments.addAll(List.of(more));
    return seal(arguments.toArray());
  }

  @Test
  void whatIsMadeAndSealedIsSound() throws IOException {
    Path pki = folder.resolve("pki");
    Path esl = folder.resolve("a.esl");
    Path once = folder.resolve("once.ofd");
    Path twice = folder.resolve("twice.ofd");
    Path trust = pki.resolve("trust");

    assertEquals(ExitCode.GOOD, seal("pki", pki).code());
    assertEquals(ExitCode.GOOD, make(pki, esl).code());
    assertEquals(
        ExitCode.GOOD,
        sign(pki, esl, once, "--title", "营业执照(示例)", "--attribute", "名称=示例便利店").code());
    assertEquals(ExitCode.GOOD, sign(pki, esl, twice, "--document", once, "--whole").code());

    assertEquals(ExitCode.GOOD, seal("inspect", esl, "--roots", trust).code());
    assertEquals(ExitCode.GOOD, seal("inspect", once, "--roots", trust).code());
    Run run = seal("inspect", twice, "--roots", trust, "--json");
    assertEquals(ExitCode.GOOD, run.code(), run.toString());
    assertEquals(2, run.out().split("\"sealId\":\"15060099\"", -1).length - 1, run.out());
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(pki.resolve("signer-key.pem"))));

    Run again = sign(pki, esl, folder.resolve("c.ofd"), "--document", twice);
    assertEquals(ExitCode.BAD, again.code());
    assertTrue(again.err().contains("no further one"), again.err());
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    Path pki = folder.resolve("pki");
    Path there = Files.writeString(folder.resolve("there"), "precious");
    assertEquals(ExitCode.GOOD, seal("pki", pki).code());
    Path esl = folder.resolve("a.esl");
    assertEquals(ExitCode.GOOD, make(pki, esl).code());

    assertEquals(ExitCode.CANNOT_CREATE, seal("pki", pki).code());
    assertEquals(ExitCode.CANNOT_CREATE, make(pki, there).code());
    assertEquals(ExitCode.CANNOT_CREATE, sign(pki, esl, there, "--title", "t").code());
    assertEquals("precious", Files.readString(there));
  }

  @Test
  void keyAndCertificateMustBelongTogether() {
    Path pki = folder.resolve("pki");
    assertEquals(ExitCode.GOOD, seal("pki", pki).code());
    Run run = make(pki, folder.resolve("a.esl"), "--maker", pki.resolve("signer.pem"));
    assertTrue(run.code() != ExitCode.GOOD, run.toString());
    assertFalse(Files.exists(folder.resolve("a.esl")));
  }

  @Test
  void aPictureOfOnesOwnIsTaken() throws IOException {
    Path pki = folder.resolve("pki");
    Path esl = folder.resolve("a.esl");
    Path png = Files.write(folder.resolve("a.png"), new byte[] {1, 2, 3});
    assertEquals(ExitCode.GOOD, seal("pki", pki).code());
    assertEquals(
        ExitCode.GOOD,
        make(pki, esl, "--picture", png, "--from", "2026-01-01", "--to", "2026-12-31").code());
    assertTrue(
        seal("inspect", esl, "--lang", "en")
            .out()
            .contains("may seal: 2025-12-31T16:00:00Z … 2026-12-31T15:59:59Z"));
  }
}

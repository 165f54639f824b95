// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.ofdrw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.huxin.core.verdict.Outcome;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.seal.certificate.Trust;
import org.huxin.seal.check.KnownSealings;
import org.huxin.seal.check.SealCheck;
import org.huxin.seal.check.SealFinding;
import org.huxin.seal.check.SealFindingCode;
import org.huxin.seal.ofd.ByteSource;
import org.huxin.seal.ofd.OfdCheck;
import org.huxin.seal.ofd.OfdReport;
import org.huxin.seal.structure.Seal;
import org.huxin.seal.structure.SealVersion;
import org.huxin.seal.write.CertificateMaker;
import org.huxin.seal.write.CertificateMaker.Purpose;
import org.huxin.seal.write.Sample;
import org.huxin.seal.write.SampleAuthority;
import org.huxin.seal.write.SampleParty;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Against another implementation, ofdrw 2.3.3: what it makes is sound here, what is made here is
 * valid there. It runs in a process of its own (src/test/ofdrw) because it needs an old Bouncy
 * Castle. That release knows v1 and v4; v5 is newer than it.
 */
final class OfdrwTest {
  private static final Path MODULE =
      Path.of(System.getProperty("huxin.root", "../.."), "proto", "seal");
  private static final Path LIBRARIES = MODULE.resolve("target/ofdrw");
  private static final long MINUTES = 5;

  @TempDir private static Path folder = Path.of("");
  private static SealCheck check =
      new SealCheck(Trust.NOBODY, KnownSealings.NONE, SampleAuthority.NOW);

  /** Certificates that are good whenever the test runs: the other side signs by its own clock. */
  @BeforeAll
  static void letTheOtherSideSeal() throws IOException, InterruptedException {
    CertificateMaker root =
        new CertificateMaker(
            "Peer root",
            SampleParty.signer(SampleParty.key("peer root")),
            Instant.parse("2000-01-01T00:00:00Z"),
            Instant.parse("2049-12-31T23:59:59Z"));
    check =
        new SealCheck(
            new Trust(List.of(root.root()), List.of(), List.of(), List.of()),
            KnownSealings.NONE,
            SampleAuthority.NOW);
    long serial = 2;
    for (String name : List.of("maker", "signer")) {
      var key = SampleParty.key("peer " + name);
      var certificate = root.issue(name, key.publicKey(), Purpose.SIGNING, serial++);
      Files.write(folder.resolve(name + ".cer"), certificate.encoding().toByteArray());
      String pem = key.toPem().replaceAll("-----[A-Z ]+-----|\\s", "");
      Files.write(folder.resolve(name + ".pk8"), Base64.getDecoder().decode(pem));
    }
    Files.write(folder.resolve("plain.ofd"), Sample.licence().toOfd().toByteArray());
    run("seal", folder.toString());
  }

  private static List<String> run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-Xmx256m", "-cp"));
    command.add(LIBRARIES + "/*");
    command.add(MODULE.resolve("src/test/ofdrw/OfdrwPeer.java").toString());
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile(folder, "out", ".txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
    process.destroyForcibly();
    String text = Files.readString(out, StandardCharsets.UTF_8);
    assertTrue(ended && process.exitValue() == 0, text);
    return text.lines().filter(line -> line.matches("(in)?valid.*")).toList();
  }

  private static Bytes file(String name) throws IOException {
    return Bytes.of(Files.readAllBytes(folder.resolve(name)));
  }

  @Test
  void itsSealsAreSoundHere() throws IOException {
    for (String name : List.of("ofdrw-v1.esl", "ofdrw-v4.esl")) {
      Seal seal = Seal.read(file(name));
      assertEquals(name.contains("v1") ? SealVersion.V1 : SealVersion.V4, seal.version());
      assertEquals(
          Set.of(SealFindingCode.REVOCATION_NOT_CHECKED),
          check.seal(seal).findings().stream().map(SealFinding::code).collect(Collectors.toSet()));
    }
  }

  @Test
  void itsSealedDocumentsAreSoundHere() throws IOException {
    for (String version : List.of("v1", "v4")) {
      for (String mode : List.of("WholeProtected", "ContinueSign")) {
        OfdReport report =
            OfdCheck.check(ByteSource.of(file("ofdrw-" + version + "-" + mode + ".ofd")), check);

        assertEquals(Outcome.OK, report.outcome(), () -> report.toString());
        assertEquals(mode.equals("WholeProtected"), report.sealings().get(0).whole());
        assertTrue(report.sealings().get(0).report().isPresent());
      }
    }
  }

  @Test
  void aChangeToItsDocumentIsFoundOnBothSides() throws IOException, InterruptedException {
    Bytes sealed = file("ofdrw-v4-ContinueSign.ofd");
    Path changed = folder.resolve("changed.ofd");
    Bytes bytes = Sample.changedPage(sealed);
    Files.write(changed, bytes.toByteArray());

    assertEquals(Outcome.FAILED, OfdCheck.check(ByteSource.of(bytes), check).outcome());
    assertEquals(List.of("invalid FileIntegrityException"), run("validate", changed + ":4"));
  }

  @Test
  void documentsSealedHereAreValidThere() throws IOException, InterruptedException {
    SampleAuthority authority = new SampleAuthority();
    Map<String, String> expected = new TreeMap<>();
    for (SealVersion version : List.of(SealVersion.V1, SealVersion.V4)) {
      Sample sample = Sample.good(authority, version);
      Map<String, Bytes> documents =
          Map.of(
              "one", sample.document(),
              "two", sample.document(sample.document()),
              "changed", Sample.changedPage(sample.document()));
      for (Map.Entry<String, Bytes> each : documents.entrySet()) {
        Path path = folder.resolve("huxin-" + version + "-" + each.getKey() + ".ofd");
        Files.write(path, each.getValue().toByteArray());
        boolean good = !each.getKey().equals("changed");
        expected.put(
            path + ":" + version.number(), good ? "valid" : "invalid FileIntegrityException");
      }
    }
    List<String> arguments = new ArrayList<>(List.of("validate"));
    arguments.addAll(expected.keySet());

    assertEquals(List.copyOf(expected.values()), run(arguments.toArray(new String[0])));
  }
}

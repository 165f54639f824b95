// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.seal.certificate.Trust;
import org.huxin.seal.check.KnownSealings;
import org.huxin.seal.check.SealCheck;
import org.huxin.seal.check.SealFinding;
import org.huxin.seal.check.SealFindingCode;
import org.huxin.seal.ofd.ByteSource;
import org.huxin.seal.ofd.DocumentCheck;
import org.huxin.seal.ofd.OfdReport;
import org.huxin.seal.structure.Seal;
import org.huxin.seal.structure.SealSignature;
import org.huxin.seal.write.SealVectors.Against;
import org.huxin.seal.write.SealVectors.Case;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The files of proto/vectors/seal are what the writer writes, and are found to be what they are.
 */
final class SealVectorsTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("huxin.root", "../.."), "proto", "vectors", "seal");
  private static final SampleAuthority AUTHORITY = new SampleAuthority();

  static List<Case> cases() {
    return SealVectors.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isWhatTheWriterWrites(Case each) throws IOException {
    assertSame(each.file(), each.content().get());
  }

  private static void assertSame(String name, Bytes content) throws IOException {
    Path file = FOLDER.resolve(name);
    if (Boolean.getBoolean("huxin.write-vectors")) {
      Files.createDirectories(file.getParent());
      Files.write(file, content.toByteArray());
    }
    assertEquals(content, Bytes.of(Files.readAllBytes(file)), name);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isFoundToBeWhatItIs(Case each) throws IOException {
    Bytes content = Bytes.of(Files.readAllBytes(FOLDER.resolve(each.file())));
    List<SealFinding> found = findings(each.file(), content, check(each.against()));

    assertEquals(
        each.codes(), found.stream().map(SealFinding::code).toList(), () -> found.toString());
  }

  private static SealCheck check(Against against) {
    Trust all = AUTHORITY.trust();
    Trust trust =
        switch (against) {
          case ALL -> all;
          case NO_ROOTS -> Trust.NOBODY;
          case NO_TIME_STAMP_ROOTS ->
              new Trust(all.roots(), List.of(), all.intermediates(), all.revocations());
        };
    return new SealCheck(trust, KnownSealings.NONE, SampleAuthority.NOW);
  }

  private static List<SealFinding> findings(String name, Bytes content, SealCheck check)
      throws IOException {
    if (name.endsWith(".esl")) {
      return check.seal(Seal.read(content)).findings();
    }
    if (name.endsWith(".dat")) {
      return check.sealing(SealSignature.read(content), Optional.empty()).findings();
    }
    OfdReport report = DocumentCheck.check(ByteSource.of(content), check);
    List<SealFinding> all = new ArrayList<>(report.findings());
    report.sealings().forEach(sealing -> all.addAll(sealing.findings()));
    return all;
  }

  @Test
  void everyFindingHasItsCase() {
    Set<SealFindingCode> seen = EnumSet.noneOf(SealFindingCode.class);
    cases().forEach(each -> seen.addAll(each.codes()));

    assertEquals(EnumSet.allOf(SealFindingCode.class), seen);
  }

  @Test
  void theIndexAndTheCertificatesAreThere() throws IOException {
    StringBuilder index = new StringBuilder("{\n  \"now\": \"" + SampleAuthority.NOW + "\",\n");
    index.append("  \"cases\": [\n");
    index.append(cases().stream().map(SealVectorsTest::line).collect(Collectors.joining(",\n")));
    index.append("\n  ]\n}\n");

    assertSame("cases.json", Bytes.utf8(index.toString()));
    assertSame("trust/root.pem", Bytes.utf8(AUTHORITY.rootCertificate().toPem()));
    assertSame("trust/authority.pem", Bytes.utf8(AUTHORITY.silentCertificate().toPem()));
    assertSame("trust/root-crl.pem", Bytes.utf8(AUTHORITY.revocations().toPem()));
  }

  private static String line(Case each) {
    String codes =
        each.codes().stream().map(code -> "\"" + code + "\"").collect(Collectors.joining(", "));
    String outcome =
        SealFinding.outcome(each.codes().stream().map(SealFinding::of).toList()).name();
    return "    {\"file\": \"%s\", \"against\": \"%s\", \"outcome\": \"%s\", \"findings\": [%s]}"
        .formatted(each.file(), each.against(), outcome, codes);
  }

  @Test
  void noFileIsLeftOver() throws IOException {
    Set<String> expected = new TreeSet<>();
    cases().forEach(each -> expected.add(each.file()));
    expected.addAll(List.of("README.md", "cases.json", "trust"));
    try (Stream<Path> files = Files.list(FOLDER)) {
      Set<String> there =
          files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
      assertEquals(expected, new TreeSet<>(there));
    }
    String readme = Files.readString(FOLDER.resolve("README.md"), StandardCharsets.UTF_8);
    assertTrue(readme.contains("cases.json"));
  }
}

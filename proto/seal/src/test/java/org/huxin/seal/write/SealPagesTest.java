// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.vectors.VectorFiles;
import org.huxin.seal.certificate.CertificateRefusal;
import org.huxin.seal.check.SealFindingCode;
import org.huxin.seal.ofd.OfdRefusal;
import org.huxin.seal.structure.SealVersion;
import org.huxin.seal.structure.StructureRefusal;
import org.junit.jupiter.api.Test;

/** The pages of proto/spec say what the code does. */
final class SealPagesTest {
  private static String page(String name) throws IOException {
    Path file = Path.of(System.getProperty("huxin.root", "../.."), "proto", "spec", name + ".md");
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  @Test
  void everyFindingStandsInTheTableInOrderWithWhatItMeans() throws IOException {
    List<String> rows =
        page("seal-check")
            .lines()
            .filter(line -> line.matches("\\| `[A-Z_]+` \\| (OK|UNKNOWN|FAILED) \\| .*"))
            .map(line -> line.substring(0, line.indexOf('|', line.indexOf('|', 1) + 1)).strip())
            .toList();
    List<String> codes = new ArrayList<>();
    for (SealFindingCode code : SealFindingCode.values()) {
      codes.add("| `" + code + "` | " + code.outcome());
    }
    assertEquals(codes, rows);
  }

  @Test
  void everyRefusalStandsOnItsPage() throws IOException {
    assertNamed("seal-structure", StructureRefusal.values());
    assertNamed("seal-check", CertificateRefusal.values());
    assertNamed("ofd", OfdRefusal.values());
  }

  private static void assertNamed(String page, Enum<?>[] codes) throws IOException {
    String text = page(page);
    for (Enum<?> code : codes) {
      assertTrue(text.contains("`" + code.name() + "`"), code + " on " + page);
    }
  }

  @Test
  void theExampleOfThePageIsTheSampleDocument() {
    Bytes document = Sample.good(new SampleAuthority(), SealVersion.V4).document();
    Bytes description = Sample.file(document, Sample.path("/Doc_0/Signs/Sign_0/Signature.xml"));
    String computed = DigestAlgorithm.SM3.digest(description).toString();

    assertEquals(VectorFiles.currentExample("ofd", "data-hash", computed), computed);
  }
}

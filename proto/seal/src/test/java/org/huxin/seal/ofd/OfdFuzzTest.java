// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.ofd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.List;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.seal.certificate.Trust;
import org.huxin.seal.check.KnownSealings;
import org.huxin.seal.check.SealCheck;
import org.huxin.seal.write.SampleAuthority;

/** Whatever is given as an archive, as XML or as a document, is judged or refused. */
final class OfdFuzzTest {
  private static final int LIMIT = 1 << 20;
  private static final SealCheck CHECK =
      new SealCheck(Trust.NOBODY, KnownSealings.NONE, SampleAuthority.NOW);

  @FuzzTest
  void anArchiveIsReadOrRefused(byte[] input) throws IOException {
    try {
      OfdContainer container = OfdContainer.open(ByteSource.of(Bytes.of(input)));
      for (OfdPath path : container.paths()) {
        assertEquals(
            container.digest(path, DigestAlgorithm.SHA_256),
            DigestAlgorithm.SHA_256.digest(container.read(path, LIMIT)));
      }
    } catch (OfdRefusedException refused) {
      // the other of the two answers
    }
  }

  @FuzzTest
  void xmlIsReadOrRefused(byte[] input) {
    try {
      XmlElement root = XmlDocument.read(OfdPath.ROOT_FILE, Bytes.of(input), "Signature");
      assertEquals("Signature", root.name());
    } catch (OfdRefusedException refused) {
      // the other of the two answers
    }
  }

  @FuzzTest
  void aPathStaysInTheDocumentOrIsRefused(byte[] input) {
    String text = new String(input, java.nio.charset.StandardCharsets.UTF_8);
    OfdPath from = new OfdPath(List.of("Doc_0", "Signs", "Signatures.xml"));
    try {
      OfdPath path = OfdPath.resolve(from, text);
      assertTrue(path.toString().startsWith("/"), text);
      assertEquals(path, OfdPath.resolve(from, path.toString()));
    } catch (OfdRefusedException refused) {
      // the other of the two answers
    }
  }

  @FuzzTest
  void aDocumentIsJudgedOrRefused(byte[] input) throws IOException {
    try {
      OfdReport report = DocumentCheck.check(ByteSource.of(Bytes.of(input)), CHECK);
      assertTrue(
          !report.sealings().isEmpty() || !report.findings().isEmpty(), "nothing is said of it");
    } catch (OfdRefusedException refused) {
      // the other of the two answers
    }
  }
}

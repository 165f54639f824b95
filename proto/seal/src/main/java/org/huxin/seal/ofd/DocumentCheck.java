// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.ofd;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.seal.check.SealCheck;
import org.huxin.seal.check.SealFinding;
import org.huxin.seal.check.SealFindingCode;

/**
 * Checks the document of a licence, of whichever format: an OFD with its seals; of a PDF the digest
 * alone, and the report says so.
 */
public final class DocumentCheck {
  private static final Bytes PDF = Bytes.utf8("%PDF-");
  private static final int BUFFER = 32 * 1024;

  private DocumentCheck() {}

  /**
   * Checks a document.
   *
   * @throws OfdRefusedException if it is neither a PDF nor an OFD that can be checked
   * @throws IOException if the source cannot be read
   */
  public static OfdReport check(ByteSource source, SealCheck check) throws IOException {
    if (!isPdf(source)) {
      return OfdCheck.check(source, check);
    }
    SealFinding finding =
        SealFinding.of(
            SealFindingCode.PDF_NOT_SUPPORTED,
            Map.of("digest", digest(source, DigestAlgorithm.SM3).toString()));
    return new OfdReport(List.of(), List.of(finding));
  }

  private static boolean isPdf(ByteSource source) throws IOException {
    if (source.size() < PDF.length()) {
      return false;
    }
    ByteBuffer start = ByteBuffer.allocate(PDF.length());
    source.read(0, start);
    return Bytes.of(start.flip()).equals(PDF);
  }

  /**
   * The digest of the whole document, in constant memory.
   *
   * @throws IOException if the source cannot be read
   */
  public static Digest digest(ByteSource source, DigestAlgorithm algorithm) throws IOException {
    MessageDigest digest = algorithm.newMessageDigest();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    for (long at = 0; at < source.size(); at += BUFFER) {
      buffer.clear().limit((int) Math.min(BUFFER, source.size() - at));
      source.read(at, buffer);
      digest.update(buffer.flip());
    }
    return new Digest(algorithm, Bytes.of(digest.digest()));
  }
}

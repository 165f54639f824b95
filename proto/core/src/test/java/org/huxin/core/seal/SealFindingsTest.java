// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Optional;
import org.huxin.core.codec.DecodeRefusedException;
import org.huxin.core.id.SealKey;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonLimits;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.vectors.VectorFiles;
import org.junit.jupiter.api.Test;

final class SealFindingsTest {
  private static final Digest SM3 = DigestAlgorithm.SM3.digest(Bytes.utf8("abc"));
  private static final Digest SHA_256 = DigestAlgorithm.SHA_256.digest(Bytes.utf8("abc"));
  private static final Instant CLAIMED = Instant.ofEpochSecond(1_780_000_000L);

  private static SealFindings findings(Optional<Instant> proven) {
    return new SealFindings(new SealKey(SM3), SM3, SM3, SM3, CLAIMED, proven);
  }

  private static SealFindings read(String text) {
    return SealFindings.CODEC.decode(CanonicalJson.decode(Bytes.utf8(text), JsonLimits.FILE));
  }

  @Test
  void theExampleOfThePageReadsBack() {
    SealFindings findings = findings(Optional.of(CLAIMED.plusSeconds(4)));
    String computed = CanonicalJson.text(SealFindings.CODEC.encode(findings));
    String example = VectorFiles.currentExample("seal-check", "seal-findings", computed);

    assertEquals(example, computed);
    assertEquals(findings, read(example));
  }

  @Test
  void aTimeThatNothingProvesIsAbsent() {
    SealFindings findings = findings(Optional.empty());
    assertEquals(findings, read(CanonicalJson.text(SealFindings.CODEC.encode(findings))));
  }

  @Test
  void digestsOfAnotherAlgorithmAreRefused() {
    SealKey key = new SealKey(SM3);
    Optional<Instant> none = Optional.empty();
    assertThrows(
        IllegalArgumentException.class,
        () -> new SealFindings(key, SHA_256, SM3, SM3, CLAIMED, none));
    assertThrows(
        IllegalArgumentException.class,
        () -> new SealFindings(key, SM3, SHA_256, SM3, CLAIMED, none));
    assertThrows(
        IllegalArgumentException.class,
        () -> new SealFindings(key, SM3, SM3, SHA_256, CLAIMED, none));
    String text = CanonicalJson.text(SealFindings.CODEC.encode(findings(none)));
    assertThrows(
        DecodeRefusedException.class,
        () -> read(text.replace("\"structure\":\"" + SM3, "\"structure\":\"" + SHA_256)));
  }
}

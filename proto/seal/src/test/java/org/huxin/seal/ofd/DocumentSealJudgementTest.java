// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.ofd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huxin.core.id.SealKey;
import org.huxin.core.seal.SealFindings;
import org.huxin.core.verdict.Aspect;
import org.huxin.core.verdict.Finding;
import org.huxin.core.verdict.FindingCode;
import org.huxin.core.verdict.Judgement;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.seal.certificate.Trust;
import org.huxin.seal.check.KnownSealings;
import org.huxin.seal.check.SealCheck;
import org.huxin.seal.structure.SealVersion;
import org.huxin.seal.write.Sample;
import org.huxin.seal.write.SampleAuthority;
import org.junit.jupiter.api.Test;

final class DocumentSealJudgementTest {
  private static final SampleAuthority AUTHORITY = new SampleAuthority();
  private static final Sample GOOD = Sample.good(AUTHORITY, SealVersion.V4);
  private static final Optional<SealKey> SEAL = Optional.of(GOOD.seal().info().key());
  private static final Digest OTHER = DigestAlgorithm.SM3.digest(Bytes.utf8("other"));

  private static DocumentSealJudgement judge(
      Bytes document, Trust trust, Optional<SealKey> seal, Optional<Digest> signature)
      throws IOException {
    SealCheck check = new SealCheck(trust, KnownSealings.NONE, SampleAuthority.NOW);
    return DocumentSealJudgement.of(
        DocumentCheck.check(ByteSource.of(document), check), seal, signature);
  }

  private static DocumentSealJudgement judge(Bytes document) throws IOException {
    return judge(document, AUTHORITY.trust(), SEAL, Optional.empty());
  }

  private static void assertFound(Finding finding, DocumentSealJudgement judged) {
    assertEquals(Judgement.of(Aspect.SEAL, List.of(finding)), judged.judgement());
  }

  @Test
  void theRecordsSealIsFoundAndTheLedgerAskedAboutIt() throws IOException {
    DocumentSealJudgement judged = judge(GOOD.document());
    SealFindings asked = judged.forLedger().orElseThrow();

    assertEquals(Judgement.of(Aspect.SEAL, List.of()), judged.judgement());
    assertEquals(SEAL, Optional.of(asked.seal()));
    assertEquals(
        judged, judge(GOOD.document(), AUTHORITY.trust(), SEAL, Optional.of(asked.signature())));
  }

  @Test
  void whereTheRecordNamesNoSealNothingIsAsked() throws IOException {
    assertEquals(
        new DocumentSealJudgement(Judgement.notAsked(Aspect.SEAL), Optional.empty()),
        judge(GOOD.document(), AUTHORITY.trust(), Optional.empty(), Optional.empty()));
  }

  @Test
  void anotherSealOrSealingIsNotTheRecords() throws IOException {
    Finding finding = Finding.of(FindingCode.SEAL_NOT_OF_RECORD);

    assertFound(finding, judge(Sample.licence().toStoredOfd()));
    assertFound(
        finding,
        judge(
            GOOD.document(), AUTHORITY.trust(), Optional.of(new SealKey(OTHER)), Optional.empty()));
    assertFound(finding, judge(GOOD.document(), AUTHORITY.trust(), SEAL, Optional.of(OTHER)));
  }

  @Test
  void whatTheCheckFoundIsNamed() throws IOException {
    assertFound(
        Finding.of(FindingCode.SEAL_CHECK_FAILED, Map.of("finding", "REFERENCE_MISMATCH")),
        judge(Sample.changedPage(GOOD.document())));
    assertFound(
        Finding.of(FindingCode.SEAL_CHECK_INCOMPLETE, Map.of("finding", "CHAIN_NOT_JUDGED")),
        judge(GOOD.document(), Trust.NOBODY, SEAL, Optional.empty()));
  }

  @Test
  void ofAPdfItIsSaidThatItsSealIsNotSupported() throws IOException {
    DocumentSealJudgement judged = judge(Bytes.utf8("%PDF-1.7"));

    assertFound(Finding.of(FindingCode.SEAL_NOT_SUPPORTED), judged);
    assertEquals(Optional.empty(), judged.forLedger());
  }
}

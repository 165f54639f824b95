// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.offline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huxin.core.bundle.Bundle;
import org.huxin.core.bundle.BundleRefusal;
import org.huxin.core.bundle.BundleRefusedException;
import org.huxin.core.bundle.SampleBundle;
import org.huxin.core.offline.SampleLicence;
import org.huxin.core.verdict.Answer;
import org.huxin.core.verdict.Aspect;
import org.huxin.core.verdict.FindingCode;
import org.huxin.core.verdict.Validity;
import org.huxin.core.verdict.Verdict;
import org.huxin.core.verification.SampleView;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.seal.certificate.Trust;
import org.huxin.seal.ofd.ByteSource;
import org.junit.jupiter.api.Test;

/** A kiosk without a network, with the bundle of a licence. */
final class BundleVerifierTest {
  private static final Instant NOW = SampleBundle.TIME.plus(Duration.ofHours(1));
  private static final Optional<ByteSource> DOCUMENT =
      Optional.of(ByteSource.of(SampleLicence.document(SampleLicence.INDEX)));

  private final SampleBundle sample = new SampleBundle();
  private final BundleVerifier kiosk =
      new BundleVerifier(sample.trust(3), Trust.NOBODY, Duration.ofHours(24));

  private Bundle travelled(int cosignatures) {
    return Bundle.read(sample.bundle(cosignatures).write());
  }

  @Test
  void aLicenceIsGenuineAndInForceAsOfTheTimeThatThreeOfFourCitiesVouchFor() throws IOException {
    Verdict verdict = kiosk.verify(DOCUMENT, travelled(4), Optional.empty(), NOW);

    assertEquals(Validity.VALID, verdict.result());
    assertEquals(Answer.YES, verdict.genuine());
    assertEquals(Answer.YES, verdict.inForce());
    assertEquals(SampleBundle.TIME.plusSeconds(1), verdict.asOf());
  }

  @Test
  void anotherDocumentIsNotGenuineWhateverTheCitiesSay() throws IOException {
    Verdict verdict =
        kiosk.verify(
            Optional.of(ByteSource.of(Bytes.utf8("another document"))),
            travelled(4),
            Optional.empty(),
            NOW);

    assertEquals(Answer.NO, verdict.genuine());
  }

  @Test
  void anOldBundleIsGenuineButNobodyKnowsWhatHappenedSince() throws IOException {
    Verdict verdict =
        kiosk.verify(
            DOCUMENT, travelled(4), Optional.empty(), SampleBundle.TIME.plus(Duration.ofDays(2)));

    assertEquals(Validity.INDETERMINATE, verdict.result());
    assertEquals(Answer.CANNOT_TELL, verdict.inForce());
  }

  @Test
  void whoGrantedIsNotJudgedWithoutTheGrant() throws IOException {
    Verdict verdict = kiosk.verify(DOCUMENT, travelled(4), sample.view.question().context(), NOW);

    assertEquals(
        List.of(FindingCode.GRANTOR_NOT_OPENED), SampleView.codes(verdict, Aspect.AUTHORIZATION));
    assertEquals(List.of(), SampleView.codes(verdict, Aspect.RECOGNITION));
  }

  @Test
  void twoOfFourCitiesAreNotEnough() {
    assertEquals(
        BundleRefusal.CHECKPOINT_REFUSED,
        assertThrows(
                BundleRefusedException.class,
                () -> kiosk.verify(DOCUMENT, travelled(2), Optional.empty(), NOW))
            .code());
  }

  @Test
  void anAgeIsFromASecondToAYear() {
    for (Duration age : List.of(Duration.ZERO, Duration.ofDays(366))) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new BundleVerifier(sample.trust(3), Trust.NOBODY, age));
    }
  }
}

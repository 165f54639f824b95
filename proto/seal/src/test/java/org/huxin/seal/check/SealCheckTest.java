// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huxin.core.seal.SealFindings;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.signature.Signature;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.seal.structure.SealSignature;
import org.huxin.seal.structure.SealVersion;
import org.huxin.seal.structure.SigningTime;
import org.huxin.seal.write.Sample;
import org.huxin.seal.write.SampleAuthority;
import org.huxin.seal.write.SampleParty;
import org.huxin.seal.write.SampleStamper;
import org.huxin.seal.write.SealUser;
import org.junit.jupiter.api.Test;

/** What the files of proto/vectors/seal do not show: what the ledger is asked, and told times. */
final class SealCheckTest {
  private static final SampleAuthority AUTHORITY = new SampleAuthority();
  private static final Bytes DATA = Bytes.utf8("what is sealed");
  private static final Instant SIGNED = SampleAuthority.SIGNED;

  private static SealSignature sealing(SampleParty signer, SealUser.TimeStamper stamper) {
    Sample sample = Sample.good(AUTHORITY, SealVersion.V4).signedBy(signer);
    return new SealUser(sample.seal(), signer.signer(), signer.certificate(), stamper)
        .seal(DATA, "/data", SIGNED);
  }

  private static SealingReport check(SealSignature sealing, KnownSealings known) {
    return new SealCheck(AUTHORITY.trust(), known, SampleAuthority.NOW)
        .sealing(sealing, Optional.of(DATA));
  }

  private static List<SealFindingCode> codes(SealingReport report) {
    return report.findings().stream().map(SealFinding::code).toList();
  }

  @Test
  void theLedgerIsAskedBySealStructureCertificateAndSignature() {
    SampleParty signer = AUTHORITY.signer();
    SealSignature sealing = sealing(signer, SealUser.TimeStamper.NONE);
    SealFindings asked = check(sealing, KnownSealings.NONE).forLedger().orElseThrow();

    assertEquals(DigestAlgorithm.SM3.digest(Bytes.utf8(Sample.SEAL_ID)), asked.seal().digest());
    assertEquals(DigestAlgorithm.SM3.digest(sealing.seal().encoding()), asked.structure());
    assertEquals(signer.certificate().digest(), asked.certificate());
    assertEquals(
        DigestAlgorithm.SM3.digest(Signature.ofDer(SignatureSuite.SM, sealing.signature()).value()),
        asked.signature());
    assertEquals(SIGNED, asked.claimedTime());
    assertEquals(Optional.empty(), asked.provenTime());
  }

  @Test
  void aTimeStampProvesTheTimeToTheLedger() {
    Instant stamped = SIGNED.plusSeconds(4);
    SealSignature sealing =
        sealing(AUTHORITY.signer(), new SampleStamper(AUTHORITY.stamper(), stamped));

    assertEquals(
        Optional.of(stamped),
        check(sealing, KnownSealings.NONE).forLedger().orElseThrow().provenTime());
  }

  @Test
  void aBatchThatHoldsTheSealingProvesItBeforeARevocation() {
    SealSignature sealing = sealing(AUTHORITY.revokedSigner(), SealUser.TimeStamper.NONE);
    SealFindings asked = check(sealing, KnownSealings.NONE).forLedger().orElseThrow();
    Instant before = SampleAuthority.REVOKED.minus(Duration.ofDays(1));
    Instant after = SampleAuthority.REVOKED.plus(Duration.ofDays(1));

    assertEquals(
        List.of(SealFindingCode.SIGNING_TIME_NOT_PROVEN),
        codes(check(sealing, KnownSealings.NONE)));
    assertEquals(
        List.of(),
        codes(
            check(
                sealing,
                name -> name.equals(asked.signature()) ? Optional.of(before) : Optional.empty())));
    assertEquals(
        List.of(SealFindingCode.SIGNING_TIME_NOT_PROVEN),
        codes(check(sealing, name -> Optional.of(after))));
  }

  @Test
  void theEarlierOfTwoProofsCounts() {
    SealSignature sealing =
        sealing(
            AUTHORITY.revokedSigner(),
            new SampleStamper(
                AUTHORITY.stamper(), SampleAuthority.REVOKED.plus(Duration.ofDays(2))));
    Instant before = SampleAuthority.REVOKED.minus(Duration.ofDays(1));

    assertEquals(List.of(), codes(check(sealing, name -> Optional.of(before))));
  }

  @Test
  void whatIsNotASignatureIsNothingToAskTheLedgerAbout() {
    SealSignature good = sealing(AUTHORITY.signer(), SealUser.TimeStamper.NONE);
    SealSignature bad =
        new SealSignature(
            good.seal(),
            good.time(),
            good.dataHash(),
            good.propertyInfo(),
            good.extensions(),
            good.certificate(),
            good.algorithm(),
            Bytes.utf8("no signature"),
            good.timeStamp(),
            good.signedPart(),
            good.encoding());
    SealingReport report = check(bad, KnownSealings.NONE);

    assertEquals(List.of(SealFindingCode.SIG_VALUE), codes(report));
    assertEquals(Optional.empty(), report.forLedger());
  }

  @Test
  void anotherAlgorithmOrCertificateThatIsNoneIsNamed() {
    SealSignature good = sealing(AUTHORITY.signer(), SealUser.TimeStamper.NONE);
    SealSignature rsa = with(good, good.certificate(), "1.2.840.113549.1.1.11");
    SealSignature none = with(good, Bytes.utf8("no certificate"), good.algorithm());

    assertEquals(
        List.of(SealFindingCode.ALGORITHM_NOT_SUPPORTED), codes(check(rsa, KnownSealings.NONE)));
    assertEquals(
        List.of(SealFindingCode.SES_FORMAT, SealFindingCode.SIGNER_NOT_IN_SEAL_LIST),
        codes(check(none, KnownSealings.NONE)));
  }

  private static SealSignature with(SealSignature good, Bytes certificate, String algorithm) {
    return new SealSignature(
        good.seal(),
        good.time(),
        good.dataHash(),
        good.propertyInfo(),
        good.extensions(),
        certificate,
        algorithm,
        good.signature(),
        good.timeStamp(),
        good.signedPart(),
        good.encoding());
  }

  @Test
  void aTimeStampInsideWhatIsSignedGivesTheTimeAndProvesNothing() {
    Instant stamped = SIGNED.plusSeconds(60);
    SampleStamper stamper = new SampleStamper(AUTHORITY.stamper(), stamped);
    SealSignature good = firstVersion();
    SealingReport report =
        check(timed(good, stamper.stamp(good.dataHash()).orElseThrow()), KnownSealings.NONE);

    assertEquals(List.of(), codes(report));
    assertEquals(stamped, report.forLedger().orElseThrow().claimedTime());
    assertEquals(Optional.empty(), report.forLedger().orElseThrow().provenTime());

    Bytes other = stamper.stamp(Bytes.utf8("another document")).orElseThrow();
    SealingReport wrong = check(timed(good, other), KnownSealings.NONE);
    assertEquals(List.of(SealFindingCode.TIMESTAMP_INVALID), codes(wrong));
    assertEquals(Optional.empty(), wrong.forLedger());
  }

  private static SealSignature firstVersion() {
    Sample sample = Sample.good(AUTHORITY, SealVersion.V1);
    return new SealUser(
            sample.seal(),
            sample.signer().signer(),
            sample.signer().certificate(),
            SealUser.TimeStamper.NONE)
        .seal(DATA, "/data", SIGNED);
  }

  private static SealSignature timed(SealSignature good, Bytes token) {
    return new SealSignature(
        good.seal(),
        new SigningTime.Stamped(token),
        good.dataHash(),
        good.propertyInfo(),
        good.extensions(),
        good.certificate(),
        good.algorithm(),
        good.signature(),
        good.timeStamp(),
        good.signedPart(),
        good.encoding());
  }

  @Test
  void theMostThatAClockMayDifferIsTolerated() {
    SealSignature within =
        sealing(
            AUTHORITY.signer(),
            new SampleStamper(
                AUTHORITY.stamper(), SIGNED.minusSeconds(SealCheck.CLOCK_DIFFERENCE)));
    SealSignature beyond =
        sealing(
            AUTHORITY.signer(),
            new SampleStamper(
                AUTHORITY.stamper(), SIGNED.minusSeconds(SealCheck.CLOCK_DIFFERENCE + 1)));

    assertTrue(codes(check(within, KnownSealings.NONE)).isEmpty());
    assertEquals(
        List.of(SealFindingCode.TIMESTAMP_INVALID), codes(check(beyond, KnownSealings.NONE)));
  }
}

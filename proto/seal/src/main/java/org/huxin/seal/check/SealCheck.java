// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.check;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huxin.core.seal.SealFindings;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.signature.SignatureRefusedException;
import org.huxin.crypto.signature.VerifyingKey;
import org.huxin.seal.certificate.Certificate;
import org.huxin.seal.certificate.CertificateChain;
import org.huxin.seal.certificate.CertificateRefusedException;
import org.huxin.seal.certificate.Standing;
import org.huxin.seal.certificate.Trust;
import org.huxin.seal.structure.Seal;
import org.huxin.seal.structure.SealEncoder;
import org.huxin.seal.structure.SealExtension;
import org.huxin.seal.structure.SealSignature;
import org.huxin.seal.structure.SignerList;
import org.huxin.seal.structure.SigningTime;

/**
 * Checks seals and sealings in the order of GM/T 0031-2014 (6.1.2, 6.2.3) and GB/T 38540-2020. All
 * steps are taken, so that every failure is reported; the first one is where the standard stops.
 * Safe for all threads.
 */
public final class SealCheck {
  /** So far may the clocks of a signer and a time stamp authority differ, in seconds. */
  static final long CLOCK_DIFFERENCE = 300;

  private static final String SIGNER = "signer";
  private static final String MAKER = "maker";

  private final Trust trust;
  private final KnownSealings known;
  private final Instant now;

  /**
   * A check.
   *
   * @param trust what certificates are judged against
   * @param known what is known of sealings from elsewhere
   * @param now when is asked
   */
  public SealCheck(Trust trust, KnownSealings known, Instant now) {
    this.trust = trust;
    this.known = known;
    this.now = now;
  }

  /** Checks a seal by itself, as of now. */
  public SealReport seal(Seal seal) {
    Findings found = new Findings();
    checkSeal(seal, now, found);
    if (now.isBefore(seal.info().property().validFrom())) {
      found.add(SealFindingCode.SEAL_NOT_YET_VALID);
    }
    if (now.isAfter(seal.info().property().validTo())) {
      found.add(SealFindingCode.SEAL_EXPIRED);
    }
    return new SealReport(seal, found.all());
  }

  /**
   * Checks a sealing and the seal that was put, as of the time of sealing.
   *
   * @param sealing the sealing
   * @param data what was sealed; empty if it is not at hand
   */
  public SealingReport sealing(SealSignature sealing, Optional<Bytes> data) {
    Findings found = new Findings();
    found.extensions(sealing.extensions());
    Optional<Certificate> certificate = certificate(sealing.certificate(), SIGNER, found);
    Optional<WrittenSignature> signature =
        signature(
            sealing.signature(),
            sealing.algorithm(),
            sealing.signedPart(),
            certificate,
            SealFindingCode.SIG_VALUE,
            found);
    Optional<Instant> claimed = claimedTime(sealing, found);
    Optional<Instant> stamped =
        claimed.flatMap(time -> stampedTime(sealing.timeStamp(), sealing.signature(), time, found));
    Optional<Digest> name = signature.map(each -> DigestAlgorithm.SM3.digest(each.value().value()));
    Optional<Instant> proven = earlier(stamped, name.flatMap(known::existedBy));
    certificate.ifPresent(
        each -> claimed.ifPresent(time -> checkSigner(each, time, proven, found)));
    checkData(sealing, data, certificate, found);
    checkMembership(sealing, found);
    claimed.ifPresent(time -> checkSeal(sealing.seal(), time, found));
    claimed.ifPresent(
        time -> {
          if (time.isBefore(sealing.seal().info().property().validFrom())
              || time.isAfter(sealing.seal().info().property().validTo())) {
            found.add(SealFindingCode.SIGN_TIME_OUTSIDE_SEAL, "signed", time.toString());
          }
        });
    Optional<SealFindings> forLedger =
        claimed.flatMap(time -> name.map(digest -> forLedger(sealing, digest, time, stamped)));
    return new SealingReport(sealing, forLedger, found.all());
  }

  private static SealFindings forLedger(
      SealSignature sealing, Digest name, Instant claimed, Optional<Instant> stamped) {
    return new SealFindings(
        sealing.seal().info().key(),
        sealing.seal().structure(),
        DigestAlgorithm.SM3.digest(sealing.certificate()),
        name,
        claimed,
        stamped.map(time -> time.truncatedTo(ChronoUnit.SECONDS)));
  }

  private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
    return Stream.concat(one.stream(), other.stream()).min(Instant::compareTo);
  }

  private static Optional<Certificate> certificate(Bytes encoding, String of, Findings found) {
    try {
      return Optional.of(Certificate.read(encoding));
    } catch (CertificateRefusedException e) {
      found.add(SealFindingCode.SES_FORMAT, Map.of("refusal", e.code().name(), "at", of));
      return Optional.empty();
    }
  }

  /** Reads and checks a signature; returns it if it could be read. */
  private static Optional<WrittenSignature> signature(
      Bytes written,
      String algorithm,
      Bytes signed,
      Optional<Certificate> certificate,
      SealFindingCode failure,
      Findings found) {
    Optional<VerifyingKey> key = certificate.flatMap(Certificate::key);
    Optional<WrittenSignature> read = WrittenSignature.read(written);
    if (!algorithm.equals(SealEncoder.SM2_WITH_SM3) || (certificate.isPresent() && key.isEmpty())) {
      found.add(SealFindingCode.ALGORITHM_NOT_SUPPORTED, "at", failure.name());
      return Optional.empty();
    }
    if (read.isEmpty()) {
      found.add(failure, "form", "NONE");
      return read;
    }
    if (read.get().form() != WrittenSignature.Form.DER) {
      found.add(
          SealFindingCode.SIGNATURE_FORM,
          Map.of("at", failure.name(), "form", read.get().form().name()));
    }
    try {
      key.ifPresent(each -> each.verify(signed, read.get().value()));
    } catch (SignatureRefusedException e) {
      found.add(failure);
    }
    return read;
  }

  private Optional<Instant> claimedTime(SealSignature sealing, Findings found) {
    if (sealing.time() instanceof SigningTime.Stated stated) {
      return Optional.of(stated.at());
    }
    SigningTime.Stamped stamped = (SigningTime.Stamped) sealing.time();
    Optional<TimeStamp> stamp =
        TimeStamp.read(stamped.token())
            .filter(
                each -> each.imprint().equals(sealing.dataHash()) || each.isOf(sealing.dataHash()));
    if (stamp.isEmpty()) {
      found.add(SealFindingCode.TIMESTAMP_INVALID, "at", "timeInfo");
    }
    return stamp.map(TimeStamp::at);
  }

  /** The time of a time stamp on a signature, if there is one that counts. */
  private Optional<Instant> stampedTime(
      Optional<Bytes> token, Bytes signature, Instant claimed, Findings found) {
    if (token.isEmpty()) {
      return Optional.empty();
    }
    Optional<TimeStamp> stamp = TimeStamp.read(token.get());
    if (stamp.isEmpty() || !stamp.get().isOf(signature)) {
      found.add(SealFindingCode.TIMESTAMP_INVALID, "rule", stamp.isEmpty() ? "token" : "imprint");
      return Optional.empty();
    }
    Instant at = stamp.get().at();
    if (claimed.isAfter(at.plusSeconds(CLOCK_DIFFERENCE))) {
      found.add(SealFindingCode.TIMESTAMP_INVALID, Map.of("rule", "before", "at", at.toString()));
      return Optional.empty();
    }
    Standing standing = stamp.get().standing(trust, now);
    boolean revoked = standing.revokedSince().map(since -> !at.isBefore(since)).orElse(false);
    if (standing.chain() == Standing.Chain.BROKEN || revoked) {
      found.add(SealFindingCode.TIMESTAMP_INVALID, "rule", revoked ? "revoked" : "chain");
      return Optional.empty();
    }
    if (standing.chain() != Standing.Chain.TRUSTED) {
      found.add(SealFindingCode.TIMESTAMP_NOT_JUDGED, "reason", standing.chain().name());
      return Optional.empty();
    }
    return Optional.of(at);
  }

  private void checkSigner(
      Certificate certificate, Instant claimed, Optional<Instant> proven, Findings found) {
    Standing standing = CertificateChain.ofSigner(certificate, trust, claimed, now);
    found.chain(standing, SIGNER, SealFindingCode.SIGNER_CERT_CHAIN);
    if (!certificate.maySign()) {
      found.add(SealFindingCode.SIGNER_CERT_USAGE);
    }
    if (!certificate.coversTime(claimed)) {
      found.add(SealFindingCode.SIGN_TIME_OUTSIDE_CERT, "signed", claimed.toString());
    }
    if (standing.revokedSince().isEmpty()) {
      return;
    }
    Instant revoked = standing.revokedSince().get();
    if (!claimed.isBefore(revoked)) {
      found.add(SealFindingCode.SIGNER_REVOKED_BEFORE_SIGNING, "revoked", revoked.toString());
    } else if (!proven.map(time -> time.isBefore(revoked)).orElse(false)) {
      found.add(SealFindingCode.SIGNING_TIME_NOT_PROVEN, "revoked", revoked.toString());
    }
  }

  private static void checkData(
      SealSignature sealing,
      Optional<Bytes> data,
      Optional<Certificate> certificate,
      Findings found) {
    if (data.isEmpty()) {
      found.add(SealFindingCode.DATA_NOT_GIVEN);
      return;
    }
    Bytes digest = DigestAlgorithm.SM3.digest(data.get()).value();
    if (digest.equals(sealing.dataHash())) {
      return;
    }
    boolean withIdentity =
        certificate
            .flatMap(Certificate::key)
            .map(key -> Bytes.concat(SignerIdentity.hash(key), data.get()))
            .map(bytes -> DigestAlgorithm.SM3.digest(bytes).value().equals(sealing.dataHash()))
            .orElse(false);
    found.add(
        SealFindingCode.DATA_HASH_MISMATCH,
        withIdentity ? Map.of("variant", "SM3(Z||M)") : Map.of());
  }

  private static void checkMembership(SealSignature sealing, Findings found) {
    SignerList signers = sealing.seal().info().property().signers();
    boolean listed =
        signers instanceof SignerList.Certificates certificates
            ? certificates.certificates().contains(sealing.certificate())
            : ((SignerList.Digests) signers)
                .digests().stream().anyMatch(each -> isDigestOf(each, sealing.certificate()));
    if (!listed) {
      found.add(SealFindingCode.SIGNER_NOT_IN_SEAL_LIST);
    }
  }

  private static boolean isDigestOf(SignerList.CertificateDigest listed, Bytes certificate) {
    return DigestNames.algorithm(listed.type())
        .map(algorithm -> algorithm.digest(certificate).value().equals(listed.value()))
        .orElse(false);
  }

  /** 6.1.2 but for the seal's own period, which counts differently with and without a sealing. */
  private void checkSeal(Seal seal, Instant at, Findings found) {
    found.extensions(seal.info().extensions());
    Optional<Certificate> certificate = certificate(seal.makerCertificate(), MAKER, found);
    signature(
        seal.signature(),
        seal.algorithm(),
        seal.signedPart(),
        certificate,
        SealFindingCode.SEAL_SIG,
        found);
    stampedTime(seal.timeStamp(), seal.signature(), seal.info().property().created(), found);
    certificate.ifPresent(each -> checkMaker(each, at, found));
  }

  private void checkMaker(Certificate certificate, Instant at, Findings found) {
    Standing standing = CertificateChain.ofSigner(certificate, trust, at, now);
    found.chain(standing, MAKER, SealFindingCode.MAKER_CERT_CHAIN);
    if (!certificate.coversTime(at)) {
      found.add(SealFindingCode.MAKER_CERT_EXPIRED, "at", at.toString());
    }
    if (standing.revokedSince().map(since -> !at.isBefore(since)).orElse(false)) {
      found.add(SealFindingCode.MAKER_CERT_REVOKED);
    }
    if (!certificate.maySign()) {
      found.add(SealFindingCode.MAKER_CERT_USAGE);
    }
  }

  /** Collects what is found, in order. */
  private static final class Findings {
    private final List<SealFinding> all = new java.util.ArrayList<>();

    void add(SealFindingCode code) {
      all.add(SealFinding.of(code));
    }

    void add(SealFindingCode code, String name, String value) {
      add(code, Map.of(name, value));
    }

    void add(SealFindingCode code, Map<String, String> evidence) {
      all.add(SealFinding.of(code, evidence));
    }

    void extensions(List<SealExtension> extensions) {
      extensions.stream()
          .filter(SealExtension::critical)
          .forEach(each -> add(SealFindingCode.EXTENSION_NOT_KNOWN, "id", each.id()));
    }

    void chain(Standing standing, String of, SealFindingCode failure) {
      switch (standing.chain()) {
        case BROKEN -> add(failure);
        case NOT_JUDGED -> add(SealFindingCode.CHAIN_NOT_JUDGED, "of", of);
        case ALGORITHM_NOT_SUPPORTED ->
            add(SealFindingCode.ALGORITHM_NOT_SUPPORTED, "at", failure.name());
        case TRUSTED -> {
          if (!standing.revocationKnown()) {
            add(SealFindingCode.REVOCATION_NOT_CHECKED, "of", of);
          }
        }
      }
    }

    List<SealFinding> all() {
      return all;
    }
  }
}

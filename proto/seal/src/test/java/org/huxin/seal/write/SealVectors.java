// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.write;

import static org.huxin.seal.write.Sample.path;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.seal.check.SampleIdentity;
import org.huxin.seal.check.SealFindingCode;
import org.huxin.seal.ofd.OfdPath;
import org.huxin.seal.structure.SealExtension;
import org.huxin.seal.structure.SealVersion;
import org.huxin.seal.write.DocumentSealer.Mode;

/** The cases of proto/vectors/seal: good ones, and one thing done to a good one. */
public final class SealVectors {
  private static final OfdPath LIST = path("/Doc_0/Signs/Signatures.xml");
  private static final OfdPath DESCRIPTION = path("/Doc_0/Signs/Sign_0/Signature.xml");
  private static final OfdPath SEALING = path("/Doc_0/Signs/Sign_0/SignedValue.dat");
  private static final OfdPath SEAL = path("/Doc_0/Signs/Sign_0/Seal.esl");
  private static final Instant AFTER_REVOCATION = SampleAuthority.REVOKED.plus(Duration.ofDays(1));

  private final SampleAuthority authority = new SampleAuthority();
  private final Sample good = Sample.good(authority, SealVersion.V4);
  private final List<Case> cases = new ArrayList<>();

  /** Against whom a case is checked. */
  public enum Against {
    /** The sample roots and lists. */
    ALL,
    /** Nobody. */
    NO_ROOTS,
    /** The sample roots, but none for time stamps. */
    NO_TIME_STAMP_ROOTS
  }

  /**
   * One case.
   *
   * @param file its file's name
   * @param content its bytes
   * @param against against whom it is checked
   * @param codes what is found, in order
   */
  public record Case(
      String file, Supplier<Bytes> content, Against against, List<SealFindingCode> codes) {
    @Override
    public String toString() {
      return file + " " + against;
    }
  }

  /** All cases. */
  public static List<Case> all() {
    SealVectors vectors = new SealVectors();
    vectors.goodOnes();
    vectors.documents();
    vectors.sealings();
    vectors.signers();
    vectors.seals();
    return List.copyOf(vectors.cases);
  }

  private void add(String file, Supplier<Bytes> content, SealFindingCode... codes) {
    cases.add(new Case(file, content, Against.ALL, List.of(codes)));
  }

  private SampleStamper stampedAt(Instant at) {
    return new SampleStamper(authority.stamper(), at);
  }

  private void goodOnes() {
    for (SealVersion version : SealVersion.values()) {
      String name = "good-v" + version.number();
      Sample sample = Sample.good(authority, version);
      add(name + ".ofd", sample::document);
      add(name + ".esl", () -> sample.seal().encoding());
      add(
          name + ".dat",
          () -> Sample.file(sample.document(), SEALING),
          SealFindingCode.DATA_NOT_GIVEN);
    }
    add("good-whole-protected.ofd", () -> good.mode(Mode.WHOLE_PROTECTED).document());
    add("good-two-seals.ofd", () -> good.document(good.document()));
    Sample stamped = good.stamped(stampedAt(SampleAuthority.SIGNED.plusSeconds(4)));
    add("good-stamped.ofd", stamped::document);
    cases.add(
        new Case(
            "good-v4.ofd",
            good::document,
            Against.NO_ROOTS,
            List.of(SealFindingCode.CHAIN_NOT_JUDGED, SealFindingCode.CHAIN_NOT_JUDGED)));
    cases.add(
        new Case(
            "good-stamped.ofd",
            stamped::document,
            Against.NO_TIME_STAMP_ROOTS,
            List.of(SealFindingCode.TIMESTAMP_NOT_JUDGED)));
  }

  private void documents() {
    add("no-seal.ofd", () -> Sample.licence().toStoredOfd(), SealFindingCode.NOT_SEALED);
    add("portable.pdf", () -> Bytes.utf8("%PDF-1.7\n"), SealFindingCode.PDF_NOT_SUPPORTED);
    add(
        "type-sign.ofd",
        () -> Sample.replaced(good.document(), LIST, "Type=\"Seal\"", "Type=\"Sign\""),
        SealFindingCode.SIGNATURE_WITHOUT_SEAL);
    add(
        "sealed-file-removed.ofd",
        () -> Sample.with(good.document(), path("/Doc_0/PublicRes.xml"), Bytes.empty()),
        SealFindingCode.REFERENCE_MISSING);
    add(
        "page-changed.ofd",
        () -> Sample.changedPage(good.document()),
        SealFindingCode.REFERENCE_MISMATCH);
    add("file-added.ofd", () -> added(good.document()), SealFindingCode.FILE_NOT_COVERED);
    add(
        "file-added-before-second-seal.ofd",
        () -> good.document(added(good.document())),
        SealFindingCode.FILE_ADDED_LATER);
    add(
        "sealed-after-whole-protection.ofd",
        () -> sealedOnceMore(good.mode(Mode.WHOLE_PROTECTED).document()),
        SealFindingCode.SEALED_AFTER_WHOLE_PROTECTION);
    add(
        "seal-file-of-other-seal.ofd",
        () -> {
          Bytes sealed = good.document();
          Bytes other = good.madeBy(authority.signer()).seal().encoding();
          String was = checkValue(Sample.file(sealed, SEAL));
          Bytes replaced = Sample.with(sealed, SEAL, other);
          return resealed(
              Sample.replaced(replaced, DESCRIPTION, was, checkValue(other)), DESCRIPTION);
        },
        SealFindingCode.SEAL_FILE_MISMATCH);
    add(
        "check-method-md5.ofd",
        () ->
            resealed(
                Sample.replaced(good.document(), DESCRIPTION, "1.2.156.10197.1.401", "MD5"),
                DESCRIPTION),
        SealFindingCode.ALGORITHM_NOT_SUPPORTED);
  }

  private void sealings() {
    add(
        "signed-value-trailing-byte.ofd",
        () -> {
          Bytes sealed = good.document();
          Bytes sealing = Sample.file(sealed, SEALING);
          return Sample.with(sealed, SEALING, Bytes.concat(sealing, Bytes.of((byte) 0)));
        },
        SealFindingCode.SES_FORMAT);
    add(
        "signature-of-other-key.ofd",
        () -> good.signerKey(authority.stranger()).document(),
        SealFindingCode.SIG_VALUE);
    add("signature-raw.ofd", () -> rewritten(SignatureForms::raw), SealFindingCode.SIG_VALUE);
    add(
        "signature-leading-byte.ofd",
        () -> rewritten(der -> Bytes.concat(Bytes.of((byte) 0), der)),
        SealFindingCode.SIGNATURE_FORM);
    add(
        "signature-padded.ofd",
        () -> rewritten(SignatureForms::padded),
        SealFindingCode.SIGNATURE_FORM);
    add(
        "description-changed.ofd",
        () ->
            Sample.replaced(
                good.document(), DESCRIPTION, "Boundary=\"130 220", "Boundary=\"130 20"),
        SealFindingCode.DATA_HASH_MISMATCH);
    add(
        "data-hash-with-identity.ofd",
        () -> {
          Bytes sealed = good.document();
          Bytes hash =
              SampleIdentity.hash(
                  good.signer().key().publicKey(), Sample.file(sealed, DESCRIPTION));
          return Sample.with(
              sealed, SEALING, good.sealHash(hash, DESCRIPTION.toString()).encoding());
        },
        SealFindingCode.DATA_HASH_MISMATCH);
    add(
        "property-info-of-other-file.ofd",
        () -> {
          Bytes sealed = good.document();
          Bytes data = Sample.file(sealed, DESCRIPTION);
          return Sample.with(sealed, SEALING, good.seal(data, "/OFD.xml").encoding());
        },
        SealFindingCode.PROPERTY_INFO_DIFFERS);
    add(
        "time-stamp-of-other-signature.ofd",
        () ->
            good.stamped(
                    signature ->
                        stampedAt(SampleAuthority.SIGNED).stamp(Bytes.utf8("another signature")))
                .document(),
        SealFindingCode.TIMESTAMP_INVALID);
    add(
        "time-stamp-before-signing.ofd",
        () -> good.stamped(stampedAt(SampleAuthority.SIGNED.minus(Duration.ofDays(1)))).document(),
        SealFindingCode.TIMESTAMP_INVALID);
    add(
        "time-stamp-no-token.ofd",
        () -> good.stamped(signature -> Optional.of(Bytes.of((byte) 1, (byte) 2))).document(),
        SealFindingCode.TIMESTAMP_INVALID);
    add(
        "time-stamp-of-unknown-root.ofd",
        () ->
            good.stamped(new SampleStamper(authority.strangeStamper(), SampleAuthority.SIGNED))
                .document(),
        SealFindingCode.TIMESTAMP_INVALID);
  }

  private void signers() {
    Sample revoked = good.signedBy(authority.revokedSigner());
    add(
        "signer-of-unknown-root.ofd",
        () -> good.signedBy(authority.stranger()).document(),
        SealFindingCode.SIGNER_CERT_CHAIN);
    add(
        "signer-certificate-for-encryption.ofd",
        () -> good.signedBy(authority.encrypter()).document(),
        SealFindingCode.SIGNER_CERT_USAGE);
    add(
        "signer-of-authority-without-list.ofd",
        () -> good.signedBy(authority.silentSigner()).document(),
        SealFindingCode.REVOCATION_NOT_CHECKED);
    add(
        "signed-after-certificate.ofd",
        () -> good.signedBy(authority.shortLived()).document(),
        SealFindingCode.SIGN_TIME_OUTSIDE_CERT);
    add(
        "signed-after-revocation.ofd",
        () -> revoked.signed(AFTER_REVOCATION).document(),
        SealFindingCode.SIGNER_REVOKED_BEFORE_SIGNING);
    add(
        "signed-before-revocation-unproven.ofd",
        revoked::document,
        SealFindingCode.SIGNING_TIME_NOT_PROVEN);
    add(
        "signed-before-revocation-stamped.ofd",
        () -> revoked.stamped(stampedAt(SampleAuthority.SIGNED.plusSeconds(4))).document());
    add(
        "signed-before-revocation-stamped-after.ofd",
        () -> revoked.stamped(stampedAt(AFTER_REVOCATION)).document(),
        SealFindingCode.SIGNING_TIME_NOT_PROVEN);
    add(
        "signer-not-listed.ofd",
        () -> good.listed(authority.maker()).document(),
        SealFindingCode.SIGNER_NOT_IN_SEAL_LIST);
    add(
        "signed-after-seal.ofd",
        () ->
            good.valid(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-03-01T00:00:00Z"))
                .document(),
        SealFindingCode.SIGN_TIME_OUTSIDE_SEAL);
  }

  private void seals() {
    add(
        "seal-critical-extension.esl",
        () ->
            good.extended(new SealExtension("1.2.3.4.5", true, Bytes.of((byte) 5, (byte) 0)))
                .seal()
                .encoding(),
        SealFindingCode.EXTENSION_NOT_KNOWN);
    add(
        "seal-of-other-key.ofd",
        () -> good.makerKey(authority.stranger()).document(),
        SealFindingCode.SEAL_SIG);
    add(
        "maker-of-unknown-root.ofd",
        () -> good.madeBy(authority.stranger()).document(),
        SealFindingCode.MAKER_CERT_CHAIN);
    add(
        "maker-certificate-expired.ofd",
        () -> good.madeBy(authority.shortLived()).document(),
        SealFindingCode.MAKER_CERT_EXPIRED);
    add(
        "maker-certificate-revoked.ofd",
        () -> good.madeBy(authority.revokedMaker()).signed(AFTER_REVOCATION).document(),
        SealFindingCode.MAKER_CERT_REVOKED);
    add(
        "maker-certificate-for-encryption.ofd",
        () -> good.madeBy(authority.encrypter()).document(),
        SealFindingCode.MAKER_CERT_USAGE);
    Instant later = Instant.parse("2027-01-01T00:00:00Z");
    add(
        "seal-not-yet-valid.esl",
        () -> good.valid(later, later.plusSeconds(1)).seal().encoding(),
        SealFindingCode.SEAL_NOT_YET_VALID);
    add(
        "seal-expired.esl",
        () ->
            good.valid(SampleAuthority.SIGNED, SampleAuthority.SIGNED.plusSeconds(1))
                .seal()
                .encoding(),
        SealFindingCode.SEAL_EXPIRED);
  }

  private static Bytes added(Bytes sealed) {
    return Sample.with(sealed, path("/Doc_0/Annots/Annotations.xml"), Bytes.utf8("<added/>"));
  }

  private Bytes rewritten(UnaryOperator<Bytes> form) {
    Bytes sealed = good.document();
    Bytes hash = DigestAlgorithm.SM3.digest(Sample.file(sealed, DESCRIPTION)).value();
    return Sample.with(
        sealed, SEALING, good.sealHash(hash, DESCRIPTION.toString(), form).encoding());
  }

  /** The document with its description sealed again, whatever stands in it now. */
  private Bytes resealed(Bytes ofd, OfdPath description) {
    Bytes data = Sample.file(ofd, description);
    return Sample.with(ofd, SEALING, good.seal(data, description.toString()).encoding());
  }

  /** A second sealing, as somebody makes it whom the first one's protection does not stop. */
  private Bytes sealedOnceMore(Bytes ofd) {
    OfdPath description = path("/Doc_0/Signs/Sign_1/Signature.xml");
    Bytes root = Sample.file(ofd, OfdPath.ROOT_FILE);
    Bytes content =
        Bytes.utf8(
            "<ofd:Signature xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:SignedInfo>"
                + "<ofd:References CheckMethod=\"SM3\"><ofd:Reference FileRef=\"/OFD.xml\">"
                + "<ofd:CheckValue>"
                + checkValue(root)
                + "</ofd:CheckValue></ofd:Reference></ofd:References></ofd:SignedInfo>"
                + "<ofd:SignedValue>SignedValue.dat</ofd:SignedValue></ofd:Signature>");
    String entry =
        "<ofd:Signature ID=\"s2\" BaseLoc=\"Sign_1/Signature.xml\"></ofd:Signature>"
            + "</ofd:Signatures>";
    Bytes listed = Sample.replaced(ofd, LIST, "</ofd:Signatures>", entry);
    return Sample.with(
        Sample.with(listed, description, content),
        path("/Doc_0/Signs/Sign_1/SignedValue.dat"),
        good.seal(content, description.toString()).encoding());
  }

  private static String checkValue(Bytes content) {
    return Base64.getEncoder()
        .encodeToString(DigestAlgorithm.SM3.digest(content).value().toByteArray());
  }
}

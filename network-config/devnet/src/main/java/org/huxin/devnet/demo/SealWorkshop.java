// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.demo;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.huxin.core.id.SealKey;
import org.huxin.core.seal.SealFindings;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.sdk.issuing.SealedWith;
import org.huxin.seal.certificate.Certificate;
import org.huxin.seal.certificate.Trust;
import org.huxin.seal.check.KnownSealings;
import org.huxin.seal.check.SealCheck;
import org.huxin.seal.check.SealingReport;
import org.huxin.seal.ofd.ByteSource;
import org.huxin.seal.ofd.DocumentCheck;
import org.huxin.seal.structure.Seal;
import org.huxin.seal.structure.SealProperty;
import org.huxin.seal.structure.SealVersion;
import org.huxin.seal.structure.SignerList;
import org.huxin.seal.write.CertificateMaker;
import org.huxin.seal.write.DocumentSealer;
import org.huxin.seal.write.LicenceDocument;
import org.huxin.seal.write.Placement;
import org.huxin.seal.write.SealImage;
import org.huxin.seal.write.SealMaker;
import org.huxin.seal.write.SealUser;

/** Makes the seals of the story and what they need: SM2 keys, certificates, a picture. */
final class SealWorkshop {
  private static final Duration BEFORE = Duration.ofDays(2 * 365L);
  private static final Duration AFTER = Duration.ofDays(3 * 365L);
  private static final int PIXELS = 240;
  private static final int MILLIMETRES = 40;
  private static final int ORGANISATION = 1;
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  private final SecureRandom random;
  private final Instant from;
  private final Instant to;
  private final CertificateMaker authority;
  private final Certificate root;
  private final SealMaker maker;
  private long serial = 2;

  /** Certificates are in force since two years ago. */
  SealWorkshop(Instant now, SecureRandom random) {
    this.random = random;
    this.from = now.minus(BEFORE);
    this.to = now.plus(AFTER);
    SigningKey rootKey = SigningKey.generate(SignatureSuite.SM, random);
    authority = new CertificateMaker("Huxin demo root", rootKey.signer(random), from, to);
    root = authority.root();
    SigningKey makerKey = SigningKey.generate(SignatureSuite.SM, random);
    maker =
        new SealMaker(
            SealVersion.V4, makerKey.signer(random), certificate("Huxin demo maker", makerKey));
  }

  private Certificate certificate(String name, SigningKey key) {
    return authority.issue(name, key.publicKey(), CertificateMaker.Purpose.SIGNING, serial++);
  }

  /** What its seals are judged against. */
  Trust trust() {
    return new Trust(List.of(root), List.of(), List.of(), List.of());
  }

  /** The fingerprint of its root. */
  Digest root() {
    return root.digest();
  }

  /**
   * Makes a seal that is in force since two years ago.
   *
   * @param id its esID
   * @param name what it is called
   */
  MadeSeal make(String id, String name) {
    SigningKey key = SigningKey.generate(SignatureSuite.SM, random);
    Certificate certificate = certificate("Huxin demo signer " + id, key);
    SealProperty property =
        new SealProperty(
            ORGANISATION,
            name,
            new SignerList.Certificates(List.of(certificate.encoding())),
            from,
            from,
            to);
    Seal seal = maker.make(id, property, SealImage.round(PIXELS, MILLIMETRES));
    return new MadeSeal(seal, key, certificate);
  }

  /** A document with the seal's own mark on it. */
  record Sealed(Bytes document, SealedWith with) {}

  /** A seal, and the key of the one who uses it. */
  final class MadeSeal {
    private final Seal seal;
    private final SigningKey key;
    private final Certificate certificate;

    private MadeSeal(Seal seal, SigningKey key, Certificate certificate) {
      this.seal = seal;
      this.key = key;
      this.certificate = certificate;
    }

    Seal seal() {
      return seal;
    }

    SealKey name() {
      return seal.info().key();
    }

    Certificate certificate() {
      return certificate;
    }

    /** Makes an OFD document and seals it. */
    Sealed seal(String title, Map<String, String> attributes, Instant at) throws IOException {
      LicenceDocument document =
          new LicenceDocument(title, LocalDate.ofInstant(at, CHINA), attributes);
      SealUser user =
          new SealUser(seal, key.signer(random), certificate, SealUser.TimeStamper.NONE);
      Bytes sealed =
          new DocumentSealer(user, DocumentSealer.Mode.WHOLE_PROTECTED)
              .seal(document.toOfd(), at, Placement.LICENCE);
      return new Sealed(sealed, new SealedWith(name(), java.util.Optional.of(mark(sealed))));
    }

    /** The digest of the signature, by which the batch proves when it was sealed. */
    private Digest mark(Bytes sealed) throws IOException {
      return DocumentCheck.check(
              ByteSource.of(sealed), new SealCheck(trust(), KnownSealings.NONE, from))
          .sealings()
          .stream()
          .flatMap(each -> each.report().stream())
          .map(SealingReport::forLedger)
          .flatMap(java.util.Optional::stream)
          .map(SealFindings::signature)
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("a sealed document has a sealing"));
    }
  }
}

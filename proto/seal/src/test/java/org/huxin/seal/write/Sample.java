// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.write;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.seal.ofd.ByteSource;
import org.huxin.seal.ofd.OfdContainer;
import org.huxin.seal.ofd.OfdPath;
import org.huxin.seal.structure.Seal;
import org.huxin.seal.structure.SealEncoder;
import org.huxin.seal.structure.SealExtension;
import org.huxin.seal.structure.SealInfo;
import org.huxin.seal.structure.SealProperty;
import org.huxin.seal.structure.SealSignature;
import org.huxin.seal.structure.SealVersion;
import org.huxin.seal.structure.SignerList;
import org.huxin.seal.write.DocumentSealer.Mode;

/**
 * A sealed licence, good unless a part is replaced by a bad one; each change gives a new sample.
 *
 * @param version of the seal
 * @param maker who makes the seal
 * @param makerKey with whose key the seal is signed
 * @param signer who seals
 * @param signerKey with whose key it is sealed
 * @param listed who may use the seal
 * @param signed when it is sealed
 * @param from when the seal's period begins
 * @param to when the seal's period ends
 * @param extensions of the seal
 * @param stamper who stamps the time
 * @param mode whether further seals may follow
 */
public record Sample(
    SealVersion version,
    SampleParty maker,
    SampleParty makerKey,
    SampleParty signer,
    SampleParty signerKey,
    SampleParty listed,
    Instant signed,
    Instant from,
    Instant to,
    List<SealExtension> extensions,
    SealUser.TimeStamper stamper,
    Mode mode) {
  /** The seal's esID. */
  public static final String SEAL_ID = "15060000000001";

  static final OfdPath PAGE = path("/Doc_0/Pages/Page_0/Content.xml");

  /** A good sample. */
  public static Sample good(SampleAuthority authority, SealVersion version) {
    return new Sample(
        version,
        authority.maker(),
        authority.maker(),
        authority.signer(),
        authority.signer(),
        authority.signer(),
        SampleAuthority.SIGNED,
        Instant.parse("2026-01-01T00:00:00Z"),
        Instant.parse("2027-12-31T23:59:59Z"),
        List.of(),
        SealUser.TimeStamper.NONE,
        Mode.CONTINUE);
  }

  Sample madeBy(SampleParty other) {
    return new Sample(
        version,
        other,
        other,
        signer,
        signerKey,
        listed,
        signed,
        from,
        to,
        extensions,
        stamper,
        mode);
  }

  Sample makerKey(SampleParty other) {
    return new Sample(
        version,
        maker,
        other,
        signer,
        signerKey,
        listed,
        signed,
        from,
        to,
        extensions,
        stamper,
        mode);
  }

  /** Sealed by another who may use the seal. */
  public Sample signedBy(SampleParty other) {
    return new Sample(
        version, maker, makerKey, other, other, other, signed, from, to, extensions, stamper, mode);
  }

  Sample signerKey(SampleParty other) {
    return new Sample(
        version,
        maker,
        makerKey,
        signer,
        other,
        listed,
        signed,
        from,
        to,
        extensions,
        stamper,
        mode);
  }

  Sample listed(SampleParty other) {
    return new Sample(
        version,
        maker,
        makerKey,
        signer,
        signerKey,
        other,
        signed,
        from,
        to,
        extensions,
        stamper,
        mode);
  }

  Sample signed(Instant at) {
    return new Sample(
        version,
        maker,
        makerKey,
        signer,
        signerKey,
        listed,
        at,
        from,
        to,
        extensions,
        stamper,
        mode);
  }

  Sample valid(Instant begin, Instant end) {
    return new Sample(
        version,
        maker,
        makerKey,
        signer,
        signerKey,
        listed,
        signed,
        begin,
        end,
        extensions,
        stamper,
        mode);
  }

  Sample extended(SealExtension extension) {
    return new Sample(
        version,
        maker,
        makerKey,
        signer,
        signerKey,
        listed,
        signed,
        from,
        to,
        List.of(extension),
        stamper,
        mode);
  }

  Sample stamped(SealUser.TimeStamper by) {
    return new Sample(
        version,
        maker,
        makerKey,
        signer,
        signerKey,
        listed,
        signed,
        from,
        to,
        extensions,
        by,
        mode);
  }

  Sample mode(Mode other) {
    return new Sample(
        version,
        maker,
        makerKey,
        signer,
        signerKey,
        listed,
        signed,
        from,
        to,
        extensions,
        stamper,
        other);
  }

  /** The seal. */
  public Seal seal() {
    SignerList signers =
        version == SealVersion.V5
            ? new SignerList.Digests(
                List.of(
                    new SignerList.CertificateDigest("SM3", listed.certificate().digest().value())))
            : new SignerList.Certificates(List.of(listed.certificate().encoding()));
    SealProperty property = new SealProperty(1, "鄂尔多斯市行政审批和政务服务局(示例)", signers, from, from, to);
    SealInfo info =
        new SealInfo(
            version.number(), "Huxin", SEAL_ID, property, SealImage.round(64, 40), extensions);
    Bytes toSign = SealEncoder.sealToSign(version, info, maker.certificate().encoding());
    return Seal.read(
        SealEncoder.seal(
            version,
            info,
            maker.certificate().encoding(),
            makerKey.signer().sign(toSign).toDer(),
            Optional.empty()));
  }

  /** Seals bytes. */
  SealSignature seal(Bytes data, String propertyInfo) {
    return sealHash(DigestAlgorithm.SM3.digest(data).value(), propertyInfo);
  }

  SealSignature sealHash(Bytes hash, String propertyInfo) {
    return sealHash(hash, propertyInfo, UnaryOperator.identity());
  }

  /** Seals with a signature that is written in another form. */
  SealSignature sealHash(Bytes hash, String propertyInfo, UnaryOperator<Bytes> written) {
    Bytes toSign =
        SealEncoder.sealingToSign(
            seal(), signed, hash, propertyInfo, signer.certificate().encoding());
    Bytes signature = written.apply(signerKey.signer().sign(toSign).toDer());
    return SealSignature.read(
        SealEncoder.sealing(
            version, toSign, signer.certificate().encoding(), signature, stamper.stamp(signature)));
  }

  /** A licence that is not sealed. */
  public static LicenceDocument licence() {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("证照标识", "1.2.156.3005.2.11100000MB0143028R001.11150602MB9T0002XY.1.001.E");
    attributes.put("名称", "示例便利店");
    attributes.put("经营范围", "食品经营;日用百货");
    return new LicenceDocument("营业执照(示例)", LocalDate.of(2026, 5, 4), attributes);
  }

  /** The sealed licence. */
  public Bytes document() {
    return document(licence().toStoredOfd());
  }

  /**
   * A document, sealed; a signing key that is not the signer's makes a sealing that is not good.
   */
  public Bytes document(Bytes ofd) {
    SealUser user = new SealUser(seal(), signer.signer(), signer.certificate(), stamper);
    Bytes sealed = new DocumentSealer(user, mode, false).seal(ofd, signed, Placement.LICENCE);
    if (signerKey.certificate().equals(signer.certificate())) {
      return sealed;
    }
    OfdPath description = path("/Doc_0/Signs/Sign_0/Signature.xml");
    Bytes data = file(sealed, description);
    return with(
        sealed,
        path("/Doc_0/Signs/Sign_0/SignedValue.dat"),
        seal(data, description.toString()).encoding());
  }

  /** The document with another text on its page. */
  public static Bytes changedPage(Bytes ofd) {
    return replaced(ofd, PAGE, "食品", "药品");
  }

  static OfdPath path(String text) {
    return OfdPath.resolve(OfdPath.ROOT_FILE, text);
  }

  static Bytes file(Bytes ofd, OfdPath path) {
    try {
      return OfdContainer.open(ByteSource.of(ofd)).read(path, 1 << 24);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The document with one file replaced, added or, with empty content, removed. */
  static Bytes with(Bytes ofd, OfdPath path, Bytes content) {
    Archive archive = new Archive();
    try {
      OfdContainer container = OfdContainer.open(ByteSource.of(ofd));
      for (OfdPath each : container.paths()) {
        archive.put(each, container.read(each, 1 << 24));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    archive.put(path, content);
    if (content.isEmpty()) {
      archive.files().remove(path);
    }
    return archive.write(false);
  }

  /** The document with a text in one of its files replaced. */
  static Bytes replaced(Bytes ofd, OfdPath path, String found, String by) {
    String text =
        new String(file(ofd, path).toByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    if (!text.contains(found)) {
      throw new IllegalArgumentException(path + " does not hold " + found);
    }
    return with(ofd, path, Bytes.utf8(text.replace(found, by)));
  }
}

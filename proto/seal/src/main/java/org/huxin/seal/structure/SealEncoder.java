// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.structure;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.huxin.crypto.bytes.Bytes;

/**
 * Writes the structures of all versions: first the part that is signed, then the whole with its
 * signature. The readers read what this writes.
 */
public final class SealEncoder {
  /** SM2 with SM3 (GM/T 0006). */
  public static final String SM2_WITH_SM3 = "1.2.156.10197.1.501";

  private static final DateTimeFormatter UTC_TIME =
      DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter GENERALIZED =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private SealEncoder() {}

  /** The bytes that a maker signs in order to make a seal. */
  public static Bytes sealToSign(SealVersion version, SealInfo info, Bytes makerCertificate) {
    ASN1Encodable encoded = info(version, info);
    return version == SealVersion.V1
        ? der(sequence(encoded, octets(makerCertificate), algorithm()))
        : der(encoded);
  }

  /**
   * A seal.
   *
   * @param timeStamp v5 only: on the signature
   */
  public static Bytes seal(
      SealVersion version,
      SealInfo info,
      Bytes makerCertificate,
      Bytes signature,
      Optional<Bytes> timeStamp) {
    ASN1Encodable encoded = info(version, info);
    if (version == SealVersion.V1) {
      return der(
          sequence(encoded, sequence(octets(makerCertificate), algorithm(), bits(signature))));
    }
    return der(stamped(timeStamp, encoded, octets(makerCertificate), algorithm(), bits(signature)));
  }

  /** The bytes that a signer signs in order to seal; the certificate counts in v1 only. */
  public static Bytes sealingToSign(
      Seal seal, Instant time, Bytes dataHash, String propertyInfo, Bytes certificate) {
    ASN1EncodableVector parts = new ASN1EncodableVector();
    parts.add(new ASN1Integer(seal.version().number()));
    parts.add(primitive(seal.encoding()));
    if (seal.version() == SealVersion.V1) {
      parts.add(bits(der(new ASN1UTCTime(UTC_TIME.format(time)))));
    } else {
      parts.add(new ASN1GeneralizedTime(GENERALIZED.format(time)));
    }
    parts.add(bits(dataHash));
    parts.add(new DERIA5String(propertyInfo, true));
    if (seal.version() == SealVersion.V1) {
      parts.add(octets(certificate));
      parts.add(algorithm());
    }
    return der(new DERSequence(parts));
  }

  /**
   * A sealing.
   *
   * @param timeStamp v4 and v5 only: on the signature
   */
  public static Bytes sealing(
      SealVersion version,
      Bytes toSign,
      Bytes certificate,
      Bytes signature,
      Optional<Bytes> timeStamp) {
    if (version == SealVersion.V1) {
      return der(sequence(primitive(toSign), bits(signature)));
    }
    return der(
        stamped(timeStamp, primitive(toSign), octets(certificate), algorithm(), bits(signature)));
  }

  static Bytes sequenceOf(Bytes... parts) {
    ASN1EncodableVector vector = new ASN1EncodableVector();
    for (Bytes part : parts) {
      vector.add(primitive(part));
    }
    return der(new DERSequence(vector));
  }

  private static DERSequence info(SealVersion version, SealInfo info) {
    ASN1EncodableVector parts = new ASN1EncodableVector();
    parts.add(
        sequence(
            new DERIA5String("ES"),
            new ASN1Integer(info.versionNumber()),
            new DERIA5String(info.vendor(), true)));
    parts.add(new DERIA5String(info.id(), true));
    parts.add(property(version, info.property()));
    SealPicture picture = info.picture();
    parts.add(
        sequence(
            new DERIA5String(picture.type(), true),
            octets(picture.data()),
            new ASN1Integer(picture.width()),
            new ASN1Integer(picture.height())));
    if (!info.extensions().isEmpty()) {
      parts.add(extensions(info.extensions()));
    }
    return new DERSequence(parts);
  }

  private static DERSequence property(SealVersion version, SealProperty property) {
    ASN1EncodableVector parts = new ASN1EncodableVector();
    parts.add(new ASN1Integer(property.type()));
    parts.add(new DERUTF8String(property.name()));
    boolean first = version == SealVersion.V1;
    ASN1EncodableVector list = new ASN1EncodableVector();
    if (property.signers() instanceof SignerList.Certificates byCertificate) {
      byCertificate.certificates().forEach(certificate -> list.add(octets(certificate)));
      if (!first) {
        parts.add(new ASN1Integer(1));
      }
    } else if (property.signers() instanceof SignerList.Digests byDigest) {
      if (first) {
        throw new IllegalArgumentException("v1 lists certificates, not digests");
      }
      byDigest
          .digests()
          .forEach(
              digest ->
                  list.add(
                      sequence(
                          new DERPrintableString(digest.type(), true), octets(digest.value()))));
      parts.add(new ASN1Integer(2));
    }
    parts.add(new DERSequence(list));
    for (Instant time : List.of(property.created(), property.validFrom(), property.validTo())) {
      parts.add(
          first
              ? new ASN1UTCTime(UTC_TIME.format(time))
              : new ASN1GeneralizedTime(GENERALIZED.format(time)));
    }
    return new DERSequence(parts);
  }

  private static DERSequence extensions(List<SealExtension> extensions) {
    ASN1EncodableVector parts = new ASN1EncodableVector();
    for (SealExtension extension : extensions) {
      parts.add(
          sequence(
              new ASN1ObjectIdentifier(extension.id()),
              org.bouncycastle.asn1.ASN1Boolean.getInstance(extension.critical()),
              octets(extension.value())));
    }
    return new DERSequence(parts);
  }

  private static DERSequence stamped(Optional<Bytes> timeStamp, ASN1Encodable... parts) {
    ASN1EncodableVector vector = new ASN1EncodableVector();
    vector.addAll(parts);
    timeStamp.ifPresent(token -> vector.add(new DERTaggedObject(true, 0, bits(token))));
    return new DERSequence(vector);
  }

  private static ASN1ObjectIdentifier algorithm() {
    return new ASN1ObjectIdentifier(SM2_WITH_SM3);
  }

  private static DERSequence sequence(ASN1Encodable... parts) {
    return new DERSequence(parts);
  }

  private static DEROctetString octets(Bytes value) {
    return new DEROctetString(value.toByteArray());
  }

  private static DERBitString bits(Bytes value) {
    return new DERBitString(value.toByteArray());
  }

  private static ASN1Primitive primitive(Bytes encoding) {
    try {
      return ASN1Primitive.fromByteArray(encoding.toByteArray());
    } catch (IOException e) {
      throw new IllegalArgumentException("a part that is no DER", e);
    }
  }

  private static Bytes der(ASN1Encodable value) {
    try {
      return Bytes.of(value.toASN1Primitive().getEncoded("DER"));
    } catch (IOException e) {
      throw new IllegalStateException("what was put together has an encoding", e);
    }
  }
}

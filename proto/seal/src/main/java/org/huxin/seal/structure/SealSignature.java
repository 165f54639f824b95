// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.structure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huxin.crypto.bytes.Bytes;

/**
 * A sealing (SES_Signature): a seal put on a document, read but not yet checked.
 *
 * @param seal the seal that was put
 * @param time when, as the signer says
 * @param dataHash the digest of what was sealed, as the signer says
 * @param propertyInfo what was sealed: in an OFD the path of Signature.xml
 * @param extensions vendors' own data
 * @param certificate the signer's certificate in DER
 * @param algorithm object identifier of the signer's signature algorithm
 * @param signature the signature as it stands in the BIT STRING
 * @param timeStamp v4 and v5: a time stamp on the signature, not yet read
 * @param signedPart the bytes that the signer signed: the DER of TBS_Sign
 * @param encoding the DER of the whole sealing
 */
public record SealSignature(
    Seal seal,
    SigningTime time,
    Bytes dataHash,
    String propertyInfo,
    List<SealExtension> extensions,
    Bytes certificate,
    String algorithm,
    Bytes signature,
    Optional<Bytes> timeStamp,
    Bytes signedPart,
    Bytes encoding) {
  /** The largest sealing: the largest seal and room for the rest. */
  public static final int MAX_ENCODING = Seal.MAX_ENCODING + 1024 * 1024;

  private static final int MAX_HASH = 64;
  private static final int MAX_PROPERTY = 4096;

  /** A copy of the given parts. */
  public SealSignature {
    extensions = List.copyOf(extensions);
  }

  /** Its version: that of its seal. */
  public SealVersion version() {
    return seal.version();
  }

  /**
   * Reads the DER of a sealing, of whatever version.
   *
   * @throws StructureRefusedException if it is none
   */
  public static SealSignature read(Bytes encoding) {
    DerSequence parts = DerSequence.ofEncoding(encoding, MAX_ENCODING, "signature");
    return switch (parts.size()) {
      case 2 -> first(parts, encoding);
      case 4, 5 -> later(parts, encoding);
      default ->
          throw new StructureRefusedException(
              StructureRefusal.STRUCTURE_VERSION,
              Map.of("at", "signature", "found", "parts " + parts.size()));
    };
  }

  private static SealSignature first(DerSequence parts, Bytes encoding) {
    Bytes signedPart = parts.nextEncoding("toSign");
    DerSequence toSign = parts.sequence("toSign");
    SealVersion.V1.require(toSign.integer("version", 0, Integer.MAX_VALUE), "toSign/version");
    Seal seal = Seal.read(toSign.sequence("eseal"));
    require(seal, seal.version() == SealVersion.V1);
    SigningTime time =
        SigningTime.ofTimeInfo(toSign.bits("timeInfo", Seal.MAX_TIME_STAMP), "toSign/timeInfo");
    Bytes dataHash = toSign.bits("dataHash", MAX_HASH);
    String propertyInfo = toSign.ia5("propertyInfo", MAX_PROPERTY);
    Bytes certificate = toSign.octets("cert", Seal.MAX_CERTIFICATE);
    String algorithm = toSign.oid("signatureAlgorithm");
    toSign.end();
    Bytes signature = parts.bits("signature", Seal.MAX_SIGNATURE);
    return new SealSignature(
        seal,
        time,
        dataHash,
        propertyInfo,
        List.of(),
        certificate,
        algorithm,
        signature,
        Optional.empty(),
        signedPart,
        encoding);
  }

  private static SealSignature later(DerSequence parts, Bytes encoding) {
    Bytes signedPart = parts.nextEncoding("toSign");
    DerSequence toSign = parts.sequence("toSign");
    int number = toSign.integer("version", 0, Integer.MAX_VALUE);
    Seal seal = Seal.read(toSign.sequence("eseal"));
    require(seal, seal.version() != SealVersion.V1);
    seal.version().require(number, "toSign/version");
    SigningTime time = new SigningTime.Stated(toSign.generalizedTime("timeInfo"));
    Bytes dataHash = toSign.bits("dataHash", MAX_HASH);
    String propertyInfo = toSign.ia5("propertyInfo", MAX_PROPERTY);
    List<SealExtension> extensions =
        toSign.optionalTaggedSequence("extDatas").map(SealExtension::readAll).orElseGet(List::of);
    toSign.end();
    Bytes certificate = parts.octets("cert", Seal.MAX_CERTIFICATE);
    String algorithm = parts.oid("signatureAlgID");
    Bytes signature = parts.bits("signature", Seal.MAX_SIGNATURE);
    Optional<Bytes> timeStamp = parts.optionalTaggedBits("timeStamp", Seal.MAX_TIME_STAMP);
    parts.end();
    return new SealSignature(
        seal,
        time,
        dataHash,
        propertyInfo,
        extensions,
        certificate,
        algorithm,
        signature,
        timeStamp,
        signedPart,
        encoding);
  }

  private static void require(Seal seal, boolean together) {
    if (!together) {
      throw new StructureRefusedException(
          StructureRefusal.STRUCTURE_VERSION,
          Map.of("at", "toSign/eseal", "found", seal.version().name()));
    }
  }
}

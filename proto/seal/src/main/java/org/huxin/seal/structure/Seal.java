// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.structure;

import java.util.Map;
import java.util.Optional;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;

/**
 * An e-seal (SESeal), read but not yet checked.
 *
 * @param version its version
 * @param info what its maker signed
 * @param makerCertificate the maker's certificate in DER
 * @param algorithm object identifier of the maker's signature algorithm
 * @param signature the maker's signature as it stands in the BIT STRING
 * @param timeStamp v5: a time stamp on the maker's signature, not yet read
 * @param signedPart the bytes that the maker signed: {@code eSealInfo}, and in v1 certificate and
 *     algorithm too
 * @param encoding the DER of the whole seal
 */
public record Seal(
    SealVersion version,
    SealInfo info,
    Bytes makerCertificate,
    String algorithm,
    Bytes signature,
    Optional<Bytes> timeStamp,
    Bytes signedPart,
    Bytes encoding) {
  /** The largest seal: the largest picture, the longest list of signers and room for the rest. */
  public static final int MAX_ENCODING = 2 * 1024 * 1024;

  /** The largest certificate: real ones have one or two kilobytes. */
  static final int MAX_CERTIFICATE = 16 * 1024;

  /** An SM2 signature has at most 72 bytes; this leaves room to say what is wrong with it. */
  static final int MAX_SIGNATURE = 512;

  /** A token with the certificates of its authority. */
  static final int MAX_TIME_STAMP = 64 * 1024;

  /**
   * Reads the DER of a seal, of whatever version.
   *
   * @throws StructureRefusedException if it is none
   */
  public static Seal read(Bytes encoding) {
    return read(DerSequence.ofEncoding(encoding, MAX_ENCODING, "seal"));
  }

  static Seal read(DerSequence parts) {
    return switch (parts.size()) {
      case 2 -> first(parts);
      case 4, 5 -> later(parts);
      default ->
          throw new StructureRefusedException(
              StructureRefusal.STRUCTURE_VERSION,
              Map.of("at", "seal", "found", "parts " + parts.size()));
    };
  }

  private static Seal first(DerSequence parts) {
    Bytes info = parts.nextEncoding("esealInfo");
    SealInfo read = SealInfo.read(parts.sequence("esealInfo"), SealVersion.V1);
    DerSequence sign = parts.sequence("signInfo");
    Bytes certificatePart = sign.nextEncoding("cert");
    Bytes certificate = sign.octets("cert", MAX_CERTIFICATE);
    Bytes algorithmPart = sign.nextEncoding("signatureAlgorithm");
    String algorithm = sign.oid("signatureAlgorithm");
    Bytes signature = sign.bits("signData", MAX_SIGNATURE);
    sign.end();
    return new Seal(
        SealVersion.V1,
        read,
        certificate,
        algorithm,
        signature,
        Optional.empty(),
        SealEncoder.sequenceOf(info, certificatePart, algorithmPart),
        parts.encoding());
  }

  private static Seal later(DerSequence parts) {
    Bytes signedPart = parts.nextEncoding("eSealInfo");
    SealInfo info = SealInfo.read(parts.sequence("eSealInfo"), SealVersion.V4);
    SealVersion version =
        SealVersion.V5.covers(info.versionNumber()) ? SealVersion.V5 : SealVersion.V4;
    Bytes certificate = parts.octets("cert", MAX_CERTIFICATE);
    String algorithm = parts.oid("signAlgID");
    Bytes signature = parts.bits("signedValue", MAX_SIGNATURE);
    Optional<Bytes> timeStamp =
        version == SealVersion.V5
            ? parts.optionalTaggedBits("timeStamp", MAX_TIME_STAMP)
            : Optional.empty();
    parts.end();
    return new Seal(
        version, info, certificate, algorithm, signature, timeStamp, signedPart, parts.encoding());
  }

  /** SM3 of the whole seal: the {@code structure} of its filing on the ledger. */
  public Digest structure() {
    return DigestAlgorithm.SM3.digest(encoding);
  }
}

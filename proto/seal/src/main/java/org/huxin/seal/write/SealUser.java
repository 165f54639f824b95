// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.write;

import java.time.Instant;
import java.util.Optional;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.signature.Signer;
import org.huxin.seal.certificate.Certificate;
import org.huxin.seal.structure.Seal;
import org.huxin.seal.structure.SealEncoder;
import org.huxin.seal.structure.SealSignature;

/** Puts a seal on what it is given, with the key of one who may use it. */
public final class SealUser {
  private final Seal seal;
  private final Signer signer;
  private final Certificate certificate;
  private final TimeStamper stamper;

  /** Stamps signatures. */
  @FunctionalInterface
  public interface TimeStamper {
    /** Stamps nothing. */
    TimeStamper NONE = signature -> Optional.empty();

    /** An RFC 3161 token on a signature; empty if there is none to be had. */
    Optional<Bytes> stamp(Bytes signature);
  }

  /**
   * A user.
   *
   * @param seal the seal
   * @param signer the user's key, of SM2
   * @param certificate the user's certificate
   * @param stamper where time stamps come from
   * @throws IllegalArgumentException if the key is not SM2's, or the certificate not the key's
   */
  public SealUser(Seal seal, Signer signer, Certificate certificate, TimeStamper stamper) {
    SealMaker.requireTogether(signer, certificate);
    this.seal = seal;
    this.signer = signer;
    this.certificate = certificate;
    this.stamper = stamper;
  }

  /** The seal. */
  public Seal seal() {
    return seal;
  }

  /**
   * Seals.
   *
   * @param data what is sealed
   * @param propertyInfo what it is: in an OFD the path of Signature.xml
   * @param at when
   */
  public SealSignature seal(Bytes data, String propertyInfo, Instant at) {
    Bytes hash = DigestAlgorithm.SM3.digest(data).value();
    Bytes toSign = SealEncoder.sealingToSign(seal, at, hash, propertyInfo, certificate.encoding());
    Bytes signature = signer.sign(toSign).toDer();
    return SealSignature.read(
        SealEncoder.sealing(
            seal.version(), toSign, certificate.encoding(), signature, stamper.stamp(signature)));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.write;

import java.util.Optional;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.Signer;
import org.huxin.seal.certificate.Certificate;
import org.huxin.seal.structure.Seal;
import org.huxin.seal.structure.SealEncoder;
import org.huxin.seal.structure.SealInfo;
import org.huxin.seal.structure.SealPicture;
import org.huxin.seal.structure.SealProperty;
import org.huxin.seal.structure.SealVersion;

/** Makes seals with a maker's key. */
public final class SealMaker {
  private static final String VENDOR = "Huxin";

  private final SealVersion version;
  private final Signer signer;
  private final Certificate certificate;

  /**
   * A maker.
   *
   * @param version what it makes
   * @param signer its key, of SM2
   * @param certificate its certificate
   * @throws IllegalArgumentException if the key is not SM2's, or the certificate not the key's
   */
  public SealMaker(SealVersion version, Signer signer, Certificate certificate) {
    requireTogether(signer, certificate);
    this.version = version;
    this.signer = signer;
    this.certificate = certificate;
  }

  static void requireTogether(Signer signer, Certificate certificate) {
    if (signer.publicKey().suite() != SignatureSuite.SM) {
      throw new IllegalArgumentException("seals are signed with SM2");
    }
    if (!certificate.key().equals(Optional.of(signer.publicKey()))) {
      throw new IllegalArgumentException("the certificate is not the key's");
    }
  }

  /**
   * Makes a seal.
   *
   * @param id its esID: ASCII, at most 128 characters
   * @throws org.huxin.seal.structure.StructureRefusedException if a part is larger than a seal may
   *     have
   */
  public Seal make(String id, SealProperty property, SealPicture picture) {
    SealInfo info =
        new SealInfo(version.number(), VENDOR, id, property, picture, java.util.List.of());
    Bytes toSign = SealEncoder.sealToSign(version, info, certificate.encoding());
    return Seal.read(
        SealEncoder.seal(
            version, info, certificate.encoding(), signer.sign(toSign).toDer(), Optional.empty()));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.record;

import org.huxin.core.id.AnchorKey;
import org.huxin.core.id.LicenceIdentifier;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.digest.TupleHash;
import org.huxin.crypto.mac.HmacSha256;

/** How a licence gets its name on the ledger (proto/spec/references.md). */
public final class AnchorNaming {
  /** The length of the nonce: too long to guess. */
  public static final int NONCE_LENGTH = 16;

  private AnchorNaming() {}

  /**
   * The nonce of a licence: the first sixteen bytes of HMAC(issuer's secret, identifier). Anchoring
   * the same licence again gives the same name.
   *
   * @param secret the issuer's own, at least sixteen bytes
   * @throws IllegalArgumentException if the secret is shorter
   */
  public static Bytes nonce(Bytes secret, LicenceIdentifier identifier) {
    if (secret.length() < NONCE_LENGTH) {
      throw new IllegalArgumentException("a secret has at least " + NONCE_LENGTH + " bytes");
    }
    return HmacSha256.mac(secret, Bytes.utf8(identifier.text())).slice(0, NONCE_LENGTH);
  }

  /**
   * The name: H("huxin/anchor/1", identifier, nonce).
   *
   * @throws IllegalArgumentException if the nonce does not have sixteen bytes
   */
  public static AnchorKey anchorKey(
      DigestAlgorithm algorithm, LicenceIdentifier identifier, Bytes nonce) {
    if (nonce.length() != NONCE_LENGTH) {
      throw new IllegalArgumentException("a nonce has " + NONCE_LENGTH + " bytes");
    }
    return new AnchorKey(
        TupleHash.begin(algorithm, "huxin/anchor/1").add(identifier.text()).add(nonce).finish());
  }
}

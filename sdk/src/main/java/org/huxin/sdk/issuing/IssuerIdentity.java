// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.issuing;

import org.huxin.core.id.KeyId;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.Uscc;
import org.huxin.core.record.AnchorNaming;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.Signer;

/**
 * Who issues: an authority, its key, and the secret that its licences' names come from. Its text
 * form shows neither.
 */
public final class IssuerIdentity {
  private final LedgerId ledger;
  private final KeyId.OfAuthority keyId;
  private final Signer signer;
  private final Bytes secret;

  /**
   * An issuer.
   *
   * @param ledger the ledger that it issues on
   * @param authority its unified social credit code
   * @param keyNumber the number under which the ledger holds the signer's key
   * @param signer signs its batches; its suite is that of all digests
   * @param secret the issuer's own, at least sixteen bytes, the same for ever: the same licence
   *     must get the same name again
   * @throws IllegalArgumentException if the secret is shorter
   */
  public IssuerIdentity(
      LedgerId ledger, Uscc authority, int keyNumber, Signer signer, Bytes secret) {
    if (secret.length() < AnchorNaming.NONCE_LENGTH) {
      throw new IllegalArgumentException(
          "a secret has at least " + AnchorNaming.NONCE_LENGTH + " bytes");
    }
    this.ledger = ledger;
    this.keyId = new KeyId.OfAuthority(authority, keyNumber);
    this.signer = signer;
    this.secret = secret;
  }

  /** The ledger that it issues on. */
  public LedgerId ledger() {
    return ledger;
  }

  /** Who issues. */
  public Uscc authority() {
    return keyId.authority();
  }

  /** The suite of its key, and so of all digests. */
  public SignatureSuite suite() {
    return signer.publicKey().suite();
  }

  KeyId keyId() {
    return keyId;
  }

  Signer signer() {
    return signer;
  }

  Bytes secret() {
    return secret;
  }

  /** The name of the key. */
  @Override
  public String toString() {
    return keyId.toString();
  }
}

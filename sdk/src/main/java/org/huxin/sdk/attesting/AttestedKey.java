// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.attesting;

import java.util.Optional;
import org.huxin.core.jws.Jws;
import org.huxin.core.reference.Opening;
import org.huxin.crypto.signature.Signer;
import org.huxin.sdk.holder.HolderKey;

/**
 * An attestation, and what opens it: for the holder. Personal data; its text form shows none.
 *
 * @param attestation the JWS
 * @param subject opens whose key it is
 * @param ward opens for whom the holder acts
 */
public record AttestedKey(Jws attestation, Opening subject, Optional<Opening> ward) {
  /**
   * The holder's key.
   *
   * @param signer signs with the attested key
   */
  public HolderKey with(Signer signer) {
    return new HolderKey(signer, attestation, subject, ward);
  }

  /** The attestation's kind and key. */
  @Override
  public String toString() {
    return attestation.toString();
  }
}

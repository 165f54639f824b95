// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.jws;

import org.huxin.core.id.KeyId;
import org.huxin.crypto.signature.VerifyingKey;

/**
 * A key together with the name under which it is trusted. A signature by the key under another name
 * says something about somebody else, so both must be right.
 *
 * @param id the name, as it must stand in {@code kid}
 * @param key the key
 */
public record NamedKey(KeyId id, VerifyingKey key) {

  /**
   * Checks that the key signed a JWS under its name.
   *
   * @throws JwsRefusedException if the {@code kid} is another, the key is of another suite, or did
   *     not sign it
   */
  public VerifiedJws verify(Jws jws) {
    if (!jws.keyId().equals(id)) {
      throw JwsRefusedException.of(JwsRefusal.JWS_KEY_NAME);
    }
    return jws.verify(key);
  }
}

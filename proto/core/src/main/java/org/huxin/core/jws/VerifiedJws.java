// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.jws;

import org.huxin.core.json.JsonObject;
import org.huxin.crypto.signature.VerifyingKey;

/**
 * A JWS that a key is known to have signed. Only {@link Jws#verify} makes one. Whether the key was
 * in force, and its owner competent, is for the ledger's rules to say.
 */
public final class VerifiedJws {
  private final Jws jws;
  private final VerifyingKey key;

  VerifiedJws(Jws jws, VerifyingKey key) {
    this.jws = jws;
    this.key = key;
  }

  /** The JWS. */
  public Jws jws() {
    return jws;
  }

  /** The key that signed it. */
  public VerifyingKey key() {
    return key;
  }

  /** What is said. */
  public JsonObject payload() {
    return jws.payload();
  }

  @Override
  public String toString() {
    return jws.toString();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.check;

import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.signature.VerifyingKey;

/** The digest that some writers put in place of SM3(M). */
public final class SampleIdentity {
  private SampleIdentity() {}

  /** SM3(Z‖M). */
  public static Bytes hash(VerifyingKey key, Bytes message) {
    return DigestAlgorithm.SM3.digest(Bytes.concat(SignerIdentity.hash(key), message)).value();
  }
}

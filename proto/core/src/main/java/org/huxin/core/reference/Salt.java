// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.reference;

import org.huxin.crypto.bytes.Bytes;

/** The salts of commitments: sixteen bytes, too many to guess. */
final class Salt {
  static final int LENGTH = 16;

  private Salt() {}

  static Bytes require(Bytes salt) {
    if (salt.length() != LENGTH) {
      throw new IllegalArgumentException("a salt has " + LENGTH + " bytes");
    }
    return salt;
  }
}

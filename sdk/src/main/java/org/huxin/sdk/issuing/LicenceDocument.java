// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.issuing;

import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;

/** The document of a licence. Nothing of it leaves the process but its digest. */
public sealed interface LicenceDocument {
  /**
   * The document itself; hashed once it is known that its type may be.
   *
   * @param bytes all of it
   */
  record Content(Bytes bytes) implements LicenceDocument {
    /** Its length. */
    @Override
    public String toString() {
      return bytes.length() + " bytes";
    }
  }

  /**
   * A document that was hashed already.
   *
   * @param digest in the algorithm of the issuer's suite
   */
  record Hashed(Digest digest) implements LicenceDocument {}
}

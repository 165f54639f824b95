// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.demo;

import java.util.Optional;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.reference.LicenceRef;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.seal.ofd.ByteSource;

/**
 * A licence that was issued.
 *
 * @param kind its type
 * @param proof its proof, everything shown
 * @param document its sealed OFD document
 */
record IssuedLicence(LicenceKind kind, ProofFile proof, Bytes document) {
  /** The document, to be verified. */
  Optional<ByteSource> source() {
    return Optional.of(ByteSource.of(document));
  }

  /** Its plain name on the ledger. */
  LicenceRef ref() {
    return proof.record().ref();
  }
}

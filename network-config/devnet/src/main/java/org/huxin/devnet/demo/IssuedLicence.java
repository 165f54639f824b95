// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.demo;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.reference.LicenceRef;
import org.huxin.core.statement.FieldName;
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

  /** What a window gets: the attributes that were granted, and who holds the licence. */
  IssuedLicence showing(Set<FieldName> fields) {
    Set<Integer> holders =
        IntStream.range(0, proof.record().holders().size())
            .boxed()
            .collect(Collectors.toUnmodifiableSet());
    return new IssuedLicence(kind, proof.redacted(fields, holders), document);
  }
}

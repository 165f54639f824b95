// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.certificatefree;

import java.util.Optional;
import org.huxin.core.proof.ProofFile;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.sdk.verifying.VerificationRequest;
import org.huxin.seal.ofd.ByteSource;

/**
 * A licence that the applicant offers in place of papers. Personal data; its text form shows none.
 *
 * @param document the document; empty if it is not at hand
 * @param proof its proof, showing the attributes that the item asks about
 * @param request what is asked about it: when, by whom and for what, resting on which grants
 */
public record LicenceOffer(
    Optional<ByteSource> document, ProofFile proof, VerificationRequest request) {
  /** With its document. */
  public static LicenceOffer of(Bytes document, ProofFile proof, VerificationRequest request) {
    return new LicenceOffer(Optional.of(ByteSource.of(document)), proof, request);
  }

  /** The proof's text form. */
  @Override
  public String toString() {
    return proof.toString();
  }
}

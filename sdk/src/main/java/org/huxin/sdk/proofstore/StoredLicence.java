// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.proofstore;

import org.huxin.core.jws.Jws;
import org.huxin.core.merkle.InclusionProof;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.record.LicenceRecord;
import org.huxin.crypto.bytes.Bytes;

/**
 * A licence of a batch, with all that its proof takes but the batch's statement.
 *
 * @param record what the issuer commits to
 * @param nonce what its anchor key was made with, sixteen bytes
 * @param disclosure what opens the record
 * @param inclusion its place in the batch
 */
public record StoredLicence(
    LicenceRecord record, Bytes nonce, Disclosure disclosure, InclusionProof inclusion) {
  /**
   * Its proof, everything shown.
   *
   * @param batch the statement of the batch that it is in
   */
  public ProofFile proof(Jws batch) {
    return new ProofFile(
        record, nonce, disclosure.attributes(), disclosure.openings(), batch, inclusion);
  }
}

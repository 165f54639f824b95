// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.issuing;

import java.util.Optional;
import org.huxin.core.id.AnchorKey;
import org.huxin.core.licence.Supersede;
import org.huxin.core.record.LicenceRecord;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.sdk.proofstore.Disclosure;

/**
 * A licence that has its record, and waits for its batch.
 *
 * @param record what the issuer commits to
 * @param nonce what its anchor key was made with
 * @param disclosure what opens the record
 * @param supersedes the earlier licence whose place it takes
 * @param initial a status that it has from the start
 */
record PreparedLicence(
    LicenceRecord record,
    Bytes nonce,
    Disclosure disclosure,
    Optional<Supersede> supersedes,
    Optional<InitialState> initial) {
  /** As many as a statement's description allows. */
  static final int MAX_ENTRIES = 1_000;

  /** How many entries it needs of those that the ledger counts in a batch. */
  int entries() {
    return (supersedes.isPresent() ? 1 : 0) + (initial.isPresent() ? 1 : 0);
  }

  AnchorKey anchorKey() {
    return record.anchorKey();
  }
}

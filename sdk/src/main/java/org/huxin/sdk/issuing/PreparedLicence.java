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
 */
record PreparedLicence(
    LicenceRecord record, Bytes nonce, Disclosure disclosure, Optional<Supersede> supersedes) {
  AnchorKey anchorKey() {
    return record.anchorKey();
  }
}

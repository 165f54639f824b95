// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.offline;

import java.util.List;
import java.util.Optional;
import org.huxin.core.id.HolderId;
import org.huxin.core.id.StatementId;
import org.huxin.core.record.Attribute;
import org.huxin.core.record.LicenceRecord;
import org.huxin.crypto.digest.Digest;

/**
 * What is known once a proof holds: that the issuer issued this. Whether it is still in force, only
 * the ledger knows.
 *
 * @param batch the batch's name on the ledger
 * @param record what the issuer committed to
 * @param attributes those that are shown; personal data
 * @param holders those that are shown; personal data
 * @param document the digest of the document that was checked; empty if none was
 */
public record VerifiedLicence(
    StatementId batch,
    LicenceRecord record,
    List<Attribute> attributes,
    List<HolderId> holders,
    Optional<Digest> document) {
  /** Copies of the given lists. */
  public VerifiedLicence {
    attributes = List.copyOf(attributes);
    holders = List.copyOf(holders);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.proofstore;

import java.util.List;
import java.util.Optional;
import org.huxin.core.id.StatementId;
import org.huxin.core.jws.Jws;
import org.huxin.core.proof.ProofFile;

/**
 * A signed batch that is about to be submitted.
 *
 * @param statement the batch statement
 * @param source which rows it accounts for; empty if it comes from no source
 * @param licences in the order of the leaves; unmodifiable
 */
public record PendingBatch(
    Jws statement, Optional<SourceRows> source, List<StoredLicence> licences) {
  /** A copy of the given list. */
  public PendingBatch {
    licences = List.copyOf(licences);
  }

  /** Its name on the ledger. */
  public StatementId id() {
    return statement.statementId();
  }

  /** The proofs of its licences, in their order. */
  public List<ProofFile> proofs() {
    return licences.stream().map(licence -> licence.proof(statement)).toList();
  }
}

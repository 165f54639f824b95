// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.dispute;

import java.time.Instant;
import java.util.Optional;
import org.huxin.contract.statement.StatementCase;
import org.huxin.core.dispute.Dispute;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.History;
import org.huxin.core.licence.LicenceStatus;
import org.huxin.core.licence.StatusChange;
import org.huxin.core.licence.StatusEvent;

/** The flag that an open dispute puts on its licence: an event of the licence's status. */
final class DisputeFlag {
  private DisputeFlag() {}

  /** Puts the changed dispute, and flags the licence or takes the flag off if that changed, too. */
  static void put(StatementCase<?> statementCase, Dispute before, Dispute after) {
    statementCase.draft().put(Dispute.key(before.id()), after);
    boolean flagged = before.state().flags();
    if (flagged != after.state().flags()) {
      record(
          statementCase, before, flagged ? StatusEvent.DISPUTE_ENDS : StatusEvent.DISPUTE_BEGINS);
    }
  }

  private static void record(StatementCase<?> statementCase, Dispute dispute, StatusEvent event) {
    EntityKey<LicenceStatus> key = LicenceStatus.key(dispute.filed().licence());
    Optional<LicenceStatus> status = statementCase.draft().find(key);
    Instant at = status.map(statementCase::at).orElse(statementCase.committedAt());
    StatusChange change =
        new StatusChange(
            event,
            // The carrier's clock may be behind the signer's.
            at.isBefore(statementCase.issuedAt()) ? statementCase.issuedAt() : at,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(dispute.id()),
            Optional.empty(),
            statementCase.signer().key(),
            at,
            statementCase.id());
    History<StatusChange> history =
        status
            .map(existing -> existing.history().append(change))
            .orElseGet(() -> History.begin(change));
    statementCase.draft().put(key, new LicenceStatus(history));
  }
}

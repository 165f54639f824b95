// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.dispute;

import java.util.Optional;
import org.huxin.contract.licence.StatusDraft;
import org.huxin.contract.statement.StatementCase;
import org.huxin.core.dispute.Dispute;
import org.huxin.core.licence.LicenceStatus;
import org.huxin.core.licence.StatusEvent;

/** The flag that an open dispute puts on its licence: an event of the licence's status. */
final class DisputeFlag {
  private DisputeFlag() {}

  /** Puts the changed dispute, and flags the licence or takes the flag off if that changed, too. */
  static void put(StatementCase<?> statementCase, Dispute before, Dispute after) {
    statementCase.draft().put(Dispute.key(before.id()), after);
    boolean flagged = before.state().flags();
    if (flagged != after.state().flags()) {
      new StatusDraft(statementCase)
          .append(
              LicenceStatus.key(before.filed().licence()),
              flagged ? StatusEvent.DISPUTE_ENDS : StatusEvent.DISPUTE_BEGINS,
              Optional.empty(),
              Optional.empty(),
              Optional.of(before.id()));
    }
  }
}

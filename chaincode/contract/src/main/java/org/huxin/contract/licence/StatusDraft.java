// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.licence;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.huxin.contract.statement.StatementCase;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.FullHistory;
import org.huxin.core.ledger.History;
import org.huxin.core.licence.LicenceStatus;
import org.huxin.core.licence.StatusChange;
import org.huxin.core.licence.StatusEvent;
import org.huxin.core.licence.StatusLine;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;

/** The statuses of licences as one statement reads and changes them. */
public final class StatusDraft {
  private final StatementCase<?> statementCase;

  /** For the changes of one statement. */
  public StatusDraft(StatementCase<?> statementCase) {
    this.statementCase = statementCase;
  }

  /** What happened to a licence so far. */
  StatusLine line(EntityKey<LicenceStatus> key) {
    return statementCase
        .draft()
        .find(key)
        .map(
            status ->
                StatusLine.of(
                    FullHistory.of(
                        statementCase.draft().view(), key, status.history(), StatusChange.CODEC)))
        .orElse(StatusLine.EMPTY);
  }

  /** When a change of a licence is recorded. */
  Instant at(EntityKey<LicenceStatus> key) {
    return statementCase
        .draft()
        .find(key)
        .map(statementCase::at)
        .orElse(statementCase.committedAt());
  }

  /**
   * The legal date of what takes effect with the statement itself: not before it was signed, though
   * the carrier's clock may be behind the signer's.
   */
  Instant effectiveNow(EntityKey<LicenceStatus> key) {
    Instant at = at(key);
    return at.isBefore(statementCase.issuedAt()) ? statementCase.issuedAt() : at;
  }

  /**
   * Records a change.
   *
   * @throws LedgerRefusedException {@link LedgerRefusal#HISTORY_FULL}
   */
  void append(EntityKey<LicenceStatus> key, StatusChange change) {
    Optional<LicenceStatus> before = statementCase.draft().find(key);
    if (before.isPresent() && before.get().history().isFull()) {
      throw new LedgerRefusedException(
          LedgerRefusal.HISTORY_FULL,
          Map.of("key", key.toString(), "limit", Integer.toString(History.MAX_ENTRIES)));
    }
    statementCase.draft().put(key, LicenceStatus.after(before, change));
  }

  /**
   * Records that a licence has a successor, or that a dispute about it begins or ends.
   *
   * @param successor the batch in its place, for an event that has one
   * @param agreement under which a transfer is closed
   * @param dispute which dispute begins or ends
   */
  public void append(
      EntityKey<LicenceStatus> key,
      StatusEvent event,
      Optional<StatementId> successor,
      Optional<StatementId> agreement,
      Optional<StatementId> dispute) {
    append(
        key,
        new StatusChange(
            event,
            effectiveNow(key),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            successor,
            Optional.empty(),
            agreement,
            dispute,
            Optional.empty(),
            statementCase.signer().key(),
            at(key),
            statementCase.id()));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.licence;

import java.util.Map;
import java.util.Optional;
import org.huxin.contract.statement.StatementCase;
import org.huxin.core.dispute.Dispute;
import org.huxin.core.dispute.DisputeState;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.licence.AnchorBatch;
import org.huxin.core.licence.LicenceState;
import org.huxin.core.licence.LicenceState.Party;
import org.huxin.core.licence.LicenceStatus;
import org.huxin.core.licence.StatusEvent;
import org.huxin.core.licence.Supersede;
import org.huxin.core.licence.SupersedeReason;
import org.huxin.core.lifecycle.LifeCycleRefusedException;
import org.huxin.core.reference.LicenceRef;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;

/** What becomes of the earlier licences whose place a batch takes. */
final class SupersedeRule {
  private final StatementCase<AnchorBatch> statementCase;
  private final StatusDraft statuses;

  SupersedeRule(StatementCase<AnchorBatch> statementCase, StatusDraft statuses) {
    this.statementCase = statementCase;
    this.statuses = statuses;
  }

  /**
   * Ends an earlier licence.
   *
   * @throws LedgerRefusedException if the rule refuses
   * @throws LifeCycleRefusedException if a life cycle does
   */
  void decide(Supersede supersede) {
    LicenceRef licence = supersede.licence();
    EntityKey<LicenceStatus> key = LicenceStatus.key(licence);
    LicenceState state = statuses.line(key).now().state();
    if (supersede.reason() == SupersedeReason.TRANSFERRED_IN) {
      takeOver(supersede.agreement().orElseThrow(), licence, key, state);
      return;
    }
    StatusParties parties =
        new StatusParties(statementCase, licence.issuer(), licence.type(), licence.division());
    LicenceState unused = state.supersede(parties.require(Party.ISSUER));
    append(key, StatusEvent.SUPERSEDE, Optional.empty());
    supersede.dispute().ifPresent(dispute -> correct(dispute, licence, key));
  }

  private void takeOver(
      StatementId agreement, LicenceRef licence, EntityKey<LicenceStatus> key, LicenceState state) {
    LicenceState unused = state.close(Party.DESTINATION);
    DivisionCode division = statementCase.statement().division();
    DivisionCode destination = state.destination().orElseThrow();
    // Whoever issues for the whole city issues for the county that was named, and for the county
    // where only the city was.
    boolean there = destination.covers(division) || division.covers(destination);
    if (!there || !statementCase.statement().type().equals(licence.type())) {
      throw LedgerRefusedException.of(
          LedgerRefusal.NOT_COMPETENT, "required", Party.DESTINATION.name());
    }
    new TransferRule(statementCase)
        .requireCovered(agreement, licence.type(), licence.division(), division);
    append(key, StatusEvent.CLOSE, Optional.of(agreement));
  }

  private void append(
      EntityKey<LicenceStatus> key, StatusEvent event, Optional<StatementId> agreement) {
    statuses.append(key, event, Optional.of(statementCase.id()), agreement, Optional.empty());
  }

  private void correct(StatementId id, LicenceRef licence, EntityKey<LicenceStatus> licenceKey) {
    EntityKey<Dispute> key = Dispute.key(id);
    Dispute dispute = statementCase.draft().require(key);
    if (!dispute.filed().licence().equals(licence)) {
      throw new LedgerRefusedException(
          LedgerRefusal.DISPUTE_OF_OTHER_LICENCE, Map.of("dispute", id.toString()));
    }
    DisputeState corrected = dispute.state().correct(DisputeState.Party.ISSUER);
    statementCase
        .draft()
        .put(
            key,
            new Dispute(
                dispute.filed(),
                dispute.by(),
                dispute.acceptBy(),
                dispute.resolveBy(),
                corrected.status(),
                corrected.escalated(),
                corrected.escalateBy(),
                dispute.decision(),
                Optional.of(statementCase.id()),
                dispute.history().append(statementCase.revision(dispute))));
    statuses.append(
        licenceKey, StatusEvent.DISPUTE_ENDS, Optional.empty(), Optional.empty(), Optional.of(id));
  }
}

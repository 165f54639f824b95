// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.licence;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.huxin.contract.statement.LedgerDraft;
import org.huxin.contract.statement.Signer;
import org.huxin.contract.statement.StatementCase;
import org.huxin.core.authority.Role;
import org.huxin.core.catalogue.LicenceType;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.History;
import org.huxin.core.licence.AnchorBatch;
import org.huxin.core.licence.Batch;
import org.huxin.core.licence.InitialStatus;
import org.huxin.core.licence.LicenceState;
import org.huxin.core.licence.LicenceState.Party;
import org.huxin.core.licence.LicenceStatus;
import org.huxin.core.licence.StatusAction;
import org.huxin.core.licence.StatusChange;
import org.huxin.core.licence.StatusEvent;
import org.huxin.core.licence.Supersede;
import org.huxin.core.lifecycle.LifeCycleRefusedException;
import org.huxin.core.reference.LicenceRef;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;

/** The rule of one batch of a transaction that anchors one or several. */
final class BatchRule {
  private final StatementCase<AnchorBatch> statementCase;
  private final AnchorBatch batch;
  private final LedgerDraft draft;
  private final StatusDraft statuses;

  BatchRule(StatementCase<AnchorBatch> statementCase) {
    this.statementCase = statementCase;
    this.batch = statementCase.statement();
    this.draft = statementCase.draft();
    this.statuses = new StatusDraft(statementCase);
  }

  /**
   * Puts the batch and the statuses that it brings.
   *
   * @throws LedgerRefusedException if the rule refuses
   * @throws LifeCycleRefusedException if a life cycle does
   */
  void decide() {
    Signer.OfAuthority signer = statementCase.requireRole(Role.ISSUER);
    if (!signer.authority().uscc().equals(batch.issuer())) {
      throw LedgerRefusedException.of(LedgerRefusal.NOT_COMPETENT, "required", Party.ISSUER);
    }
    requireSuite(signer);
    requireSize();
    if (!new Competence(statementCase)
        .isAccredited(batch.issuer(), batch.type(), batch.division())) {
      throw new LedgerRefusedException(
          LedgerRefusal.NOT_ACCREDITED,
          Map.of("type", batch.type().text(), "division", batch.division().text()));
    }
    requireType();
    SupersedeRule supersedes = new SupersedeRule(statementCase, statuses);
    for (Supersede each : batch.supersedes()) {
      supersedes.decide(each);
    }
    for (InitialStatus each : batch.initial()) {
      begin(each);
    }
    draft.put(Batch.key(statementCase.id()), entity(signer));
  }

  private void requireSuite(Signer.OfAuthority signer) {
    boolean same =
        signer
            .authority()
            .key(signer.key().number())
            .filter(key -> key.key().suite() == batch.suite())
            .isPresent();
    if (!same) {
      throw LedgerRefusedException.of(LedgerRefusal.BATCH_SUITE, "suite", batch.suite());
    }
  }

  private void requireSize() {
    int entries = batch.supersedes().size() + batch.initial().size();
    int limit = statementCase.limits().statusEntries();
    if (entries > limit) {
      throw new LedgerRefusedException(
          LedgerRefusal.LIMIT_EXCEEDED,
          Map.of("limit", Integer.toString(limit), "value", Integer.toString(entries)));
    }
  }

  private void requireType() {
    LicenceType type = draft.require(LicenceType.key(batch.type(), batch.typeVersion()));
    if (type.definition().classified()) {
      throw LedgerRefusedException.of(LedgerRefusal.TYPE_CLASSIFIED, "type", batch.type());
    }
    Instant from = type.definition().effectiveFrom();
    if (statementCase.issuedAt().isBefore(from) || statementCase.committedAt().isBefore(from)) {
      throw LedgerRefusedException.of(
          LedgerRefusal.NOT_YET_IN_FORCE, "from", from.getEpochSecond());
    }
    // Stock was issued under the version of its time.
    Optional<Instant> until = type.replacedAt().filter(end -> !batch.stock());
    if (until.isPresent() && !statementCase.issuedAt().isBefore(until.get())) {
      throw LedgerRefusedException.of(
          LedgerRefusal.NO_LONGER_IN_FORCE, "until", until.get().getEpochSecond());
    }
  }

  private void begin(InitialStatus initial) {
    EntityKey<LicenceStatus> key =
        LicenceStatus.key(
            new LicenceRef(batch.issuer(), batch.type(), batch.division(), initial.anchorKey()));
    // A licence that has a status was anchored before: only a status statement changes it.
    draft.requireAbsent(key);
    requireInitial(initial.action());
    if (initial.action() != StatusAction.WITHDRAW
        && initial.effectiveFrom().isBefore(statementCase.issuedAt())) {
      throw LedgerRefusedException.of(
          LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED,
          "effectiveFrom",
          initial.effectiveFrom().getEpochSecond());
    }
    statuses.append(
        key,
        new StatusChange(
            StatusEvent.of(initial.action()),
            initial.effectiveFrom(),
            Optional.empty(),
            Optional.of(initial.basis()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            statementCase.signer().key(),
            statementCase.committedAt(),
            statementCase.id()));
  }

  /** What an issuer may have done to a valid licence, without saying more. */
  private void requireInitial(StatusAction action) {
    LicenceState unused =
        switch (action) {
          case SUSPEND -> LicenceState.VALID.suspend(Party.ISSUER, batch.issuer());
          case WITHDRAW, CANCEL -> LicenceState.VALID.end(action, Party.ISSUER);
          case RESUME, REVOKE, TRANSFER_OUT, CANCEL_TRANSFER_OUT, CLOSE, ANNUL ->
              throw LifeCycleRefusedException.notAllowed(
                  LicenceState.VALID.status(), action.name());
        };
  }

  private Batch entity(Signer.OfAuthority signer) {
    return new Batch(
        batch.issuer(),
        signer.key().number(),
        statementCase.issuedAt(),
        batch.type(),
        batch.typeVersion(),
        batch.division(),
        batch.suite(),
        batch.root(),
        batch.size(),
        batch.trustLevel(),
        batch.stock(),
        batch.source(),
        !batch.supersedes().isEmpty(),
        Optional.empty(),
        History.begin(statementCase.revision()));
  }
}

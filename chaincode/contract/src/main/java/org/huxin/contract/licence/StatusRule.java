// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.licence;

import java.util.Map;
import java.util.Optional;
import org.huxin.contract.statement.StatementCase;
import org.huxin.core.authority.Authority;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.Uscc;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.licence.ChangeLicenceStatus;
import org.huxin.core.licence.DecidedLicence;
import org.huxin.core.licence.LicenceState;
import org.huxin.core.licence.LicenceState.Party;
import org.huxin.core.licence.LicenceState.Status;
import org.huxin.core.licence.LicenceStatus;
import org.huxin.core.licence.StatusAction;
import org.huxin.core.licence.StatusChange;
import org.huxin.core.licence.StatusDecision;
import org.huxin.core.licence.StatusEvent;
import org.huxin.core.licence.StatusLine;
import org.huxin.core.lifecycle.LifeCycleRefusedException;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;

/** The rule of one licence of a status statement. */
final class StatusRule {
  private final StatementCase<ChangeLicenceStatus> statementCase;
  private final ChangeLicenceStatus statement;
  private final StatusDraft statuses;
  private final StatusParties parties;
  private final TransferRule transfers;

  StatusRule(StatementCase<ChangeLicenceStatus> statementCase) {
    this.statementCase = statementCase;
    this.statement = statementCase.statement();
    this.statuses = new StatusDraft(statementCase);
    this.parties =
        new StatusParties(
            statementCase, statement.issuer(), statement.type(), statement.division());
    this.transfers = new TransferRule(statementCase);
  }

  /**
   * Changes the status of a licence.
   *
   * @throws LedgerRefusedException if the rule refuses
   * @throws LifeCycleRefusedException if the life cycle does
   */
  void decide(StatusDecision decision, DecidedLicence licence, EntityKey<LicenceStatus> key) {
    boolean before = decision.effectiveFrom().isBefore(statementCase.issuedAt());
    if (before && decision.action() != StatusAction.WITHDRAW) {
      throw LedgerRefusedException.of(
          LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED,
          "effectiveFrom",
          decision.effectiveFrom().getEpochSecond());
    }
    requireVersion(decision, licence, key);
    StatusLine line = statuses.line(key);
    LicenceState state = line.now().state();
    Optional<Uscc> lifted = Optional.empty();
    switch (decision.action()) {
      case SUSPEND -> state.suspend(parties.require(Party.ISSUER, Party.SUPERVISOR), signer());
      case RESUME -> lifted = Optional.of(resume(state)).filter(whose -> !whose.equals(signer()));
      case WITHDRAW -> state.end(decision.action(), parties.require(Party.ISSUER, Party.SUPERIOR));
      case REVOKE -> state.end(decision.action(), parties.require(Party.SUPERVISOR));
      case CANCEL -> state.end(decision.action(), parties.require(Party.ISSUER));
      case TRANSFER_OUT -> transferOut(state, decision.destination().orElseThrow());
      case CANCEL_TRANSFER_OUT -> state.cancelTransferOut(parties.require(Party.ISSUER));
      case CLOSE -> close(state, decision);
      case ANNUL -> requireStrikable(line, licence.strikes().orElseThrow());
    }
    statuses.append(key, change(decision, licence, lifted, key));
  }

  private Uscc signer() {
    return parties.signer();
  }

  private void requireVersion(
      StatusDecision decision, DecidedLicence licence, EntityKey<LicenceStatus> key) {
    if (decision.action() == StatusAction.SUSPEND) {
      return; // It only takes away, and so never goes stale.
    }
    Optional<LicenceStatus> current = statementCase.draft().find(key);
    if (current.isEmpty() && licence.replaces().isPresent()) {
      throw new LedgerRefusedException(
          LedgerRefusal.STALE_VERSION,
          Map.of(
              "key", key.toString(),
              "version", "0",
              "replaces", Integer.toString(licence.replaces().get())));
    }
    if (current.isPresent()) {
      if (licence.replaces().isEmpty()) {
        throw LedgerRefusedException.of(LedgerRefusal.REPLACES_MISSING);
      }
      statementCase.requireReplaces(key, current.get(), licence.replaces());
    }
  }

  /** Whose suspension the signer may lift: its own, its predecessor's, or the issuer's. */
  private Uscc resume(LicenceState state) {
    if (state.suspendedBy().contains(signer())) {
      // Whoever suspended may lift it, though its competence has ended since.
      LicenceState unused = state.resume(Party.SUPERVISOR, signer());
      return signer();
    }
    for (Uscc each : state.suspendedBy()) {
      if (parties.succeeds(each)) {
        LicenceState unused = state.resume(Party.ISSUER, each);
        return each;
      }
    }
    if (state.suspendedBy().contains(statement.issuer()) && parties.is(Party.SUPERIOR)) {
      LicenceState unused = state.resume(Party.SUPERIOR, statement.issuer());
      return statement.issuer();
    }
    LicenceState unused =
        state.resume(parties.require(Party.ISSUER, Party.SUPERVISOR, Party.SUPERIOR), signer());
    throw new IllegalStateException("a life cycle that lifts what is not there");
  }

  private void transferOut(LicenceState state, DivisionCode destination) {
    LicenceState unused = state.transferOut(parties.require(Party.ISSUER), destination);
    transfers.requireOtherCity(statement.division(), destination);
  }

  private void close(LicenceState state, StatusDecision decision) {
    if (state.status() == Status.TRANSFERRED_OUT) {
      parties.requireIssuerAt(state.destination().orElseThrow());
    }
    LicenceState unused = state.close(Party.DESTINATION);
    transfers.requireCovered(
        decision.agreement().orElseThrow(),
        statement.type(),
        statement.division(),
        state.destination().orElseThrow());
  }

  /** Only an entry that a compromised key of the signer, or of whom it succeeds, committed. */
  private void requireStrikable(StatusLine line, int version) {
    boolean strikable =
        !line.isStruck(version)
            && line.change(version).filter(entry -> isOwn(entry) && isForged(entry)).isPresent();
    if (!strikable) {
      throw LedgerRefusedException.of(LedgerRefusal.ENTRY_NOT_TO_BE_STRUCK, "version", version);
    }
  }

  private boolean isOwn(StatusChange entry) {
    return entry.by() instanceof KeyId.OfAuthority key
        && (key.authority().equals(signer()) || parties.succeeds(key.authority()));
  }

  private boolean isForged(StatusChange entry) {
    return entry.by() instanceof KeyId.OfAuthority key
        && statementCase
            .draft()
            .find(Authority.key(key.authority()))
            .flatMap(authority -> authority.key(key.number()))
            .filter(held -> held.isCompromised(entry.at(), Optional.empty()))
            .isPresent();
  }

  private StatusChange change(
      StatusDecision decision,
      DecidedLicence licence,
      Optional<Uscc> lifted,
      EntityKey<LicenceStatus> key) {
    return new StatusChange(
        StatusEvent.of(decision.action()),
        decision.effectiveFrom(),
        Optional.of(decision.reason()),
        Optional.of(decision.basis()),
        lifted,
        Optional.empty(),
        decision.destination(),
        decision.agreement(),
        Optional.empty(),
        licence.strikes(),
        statementCase.signer().key(),
        statuses.at(key),
        statementCase.id());
  }
}

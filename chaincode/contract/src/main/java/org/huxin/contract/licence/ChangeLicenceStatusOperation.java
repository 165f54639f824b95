// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.licence;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huxin.contract.statement.StatementCase;
import org.huxin.contract.statement.StatementOperation;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.licence.ChangeLicenceStatus;
import org.huxin.core.licence.DecidedLicence;
import org.huxin.core.licence.LicenceStatus;
import org.huxin.core.licence.StatusDecision;
import org.huxin.core.reference.LicenceRef;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.statement.Operation;

/**
 * Licences of one issuer, type and division change their status, all or none. Each entry names the
 * version that it replaces, but for a suspension, and for the first.
 *
 * <p>Who may: to suspend, the issuer and a supervisor; to resume, whoever suspended, who succeeds
 * it, and for the issuer's own suspension its superior; to withdraw, the issuer and its superior;
 * to revoke, a supervisor; to cancel, transfer out and call back, the issuer; to close, an issuer
 * accredited for the type where the transfer goes, under an agreement in force that covers it; to
 * annul, whoever's compromised key committed the entry, with a key that is good. "The issuer" is
 * also who succeeds it by accreditation, {@value Competence#MAX_SUCCESSION} steps at most. Only a
 * withdrawal reaches back.
 *
 * <p>Result and event name the key of the first licence: a thousand would be most of the block; the
 * statement and the writes name all. Its own refusals:
 *
 * <ul>
 *   <li>{@code LIMIT_EXCEEDED}: more entries than the genesis configuration allows
 *   <li>{@code NOT_COMPETENT}, {@code ROLE_NOT_IN_FORCE}: the signer may not do this
 *   <li>{@code REPLACES_MISSING}: the licence has a status, and the entry names no version of it
 *   <li>{@code STALE_VERSION}: the entry names another version
 *   <li>{@code EFFECTIVE_DATE_NOT_ALLOWED}: other than a withdrawal, and before the statement
 *   <li>{@code TRANSITION_NOT_ALLOWED}, {@code ALREADY_SUSPENDED_BY_PARTY}, {@code
 *       NOT_SUSPENDED_BY_PARTY}: the licence's life cycle
 *   <li>{@code DESTINATION_NOT_ANOTHER_CITY}: a transfer within the city
 *   <li>{@code AGREEMENT_DOES_NOT_COVER}: a transfer is closed without an agreement in force for it
 *   <li>{@code ENTRY_NOT_TO_BE_STRUCK}: no such entry, struck before, another's, or not of a
 *       compromised key
 * </ul>
 */
public final class ChangeLicenceStatusOperation extends StatementOperation<ChangeLicenceStatus> {
  /** The operation. */
  public ChangeLicenceStatusOperation() {
    super(
        Operation.CHANGE_LICENCE_STATUS,
        ChangeLicenceStatus.class,
        Set.of(
            LedgerRefusal.LIMIT_EXCEEDED,
            LedgerRefusal.NOT_COMPETENT,
            LedgerRefusal.ROLE_NOT_IN_FORCE,
            LedgerRefusal.STALE_VERSION,
            LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED,
            LedgerRefusal.TRANSITION_NOT_ALLOWED,
            LedgerRefusal.ALREADY_SUSPENDED_BY_PARTY,
            LedgerRefusal.NOT_SUSPENDED_BY_PARTY,
            LedgerRefusal.DESTINATION_NOT_ANOTHER_CITY,
            LedgerRefusal.AGREEMENT_DOES_NOT_COVER,
            LedgerRefusal.ENTRY_NOT_TO_BE_STRUCK));
  }

  @Override
  protected List<EntityKey<?>> keys(StatementId id, ChangeLicenceStatus statement) {
    return List.of(key(statement, statement.decisions().get(0).licences().get(0)));
  }

  private static EntityKey<LicenceStatus> key(
      ChangeLicenceStatus statement, DecidedLicence licence) {
    return LicenceStatus.key(
        new LicenceRef(
            statement.issuer(), statement.type(), statement.division(), licence.anchorKey()));
  }

  @Override
  protected void decide(StatementCase<ChangeLicenceStatus> statementCase) {
    ChangeLicenceStatus statement = statementCase.statement();
    int limit = statementCase.limits().statusEntries();
    if (statement.size() > limit) {
      throw new LedgerRefusedException(
          LedgerRefusal.LIMIT_EXCEEDED,
          Map.of("limit", Integer.toString(limit), "value", Integer.toString(statement.size())));
    }
    StatusRule rule = new StatusRule(statementCase);
    for (StatusDecision decision : statement.decisions()) {
      for (DecidedLicence licence : decision.licences()) {
        rule.decide(decision, licence, key(statement, licence));
      }
    }
  }
}

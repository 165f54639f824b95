// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.competence;

import java.util.List;
import java.util.Set;
import org.huxin.contract.statement.StatementCase;
import org.huxin.contract.statement.StatementOperation;
import org.huxin.core.competence.Accreditation;
import org.huxin.core.competence.AccreditedPeriod;
import org.huxin.core.competence.CloseAccreditation;
import org.huxin.core.competence.PeriodEnd;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.statement.Operation;

/**
 * The governor of the division's city ends an issuer's competence, not before the statement. A
 * planned end may be brought forward. What was issued until then stands.
 *
 * <p>Writes the accreditation.
 *
 * <ul>
 *   <li>{@code ROLE_NOT_IN_FORCE}, {@code NOT_COMPETENT}: not the governor of the division's city
 *   <li>{@code NOT_FOUND}: no such accreditation
 *   <li>{@code STALE_VERSION}: another version of it
 *   <li>{@code EFFECTIVE_DATE_NOT_ALLOWED}: before the statement
 *   <li>{@code NO_OPEN_PERIOD}: the last period does not hold then
 * </ul>
 */
public final class CloseAccreditationOperation extends StatementOperation<CloseAccreditation> {
  /** The operation. */
  public CloseAccreditationOperation() {
    super(
        Operation.CLOSE_ACCREDITATION,
        CloseAccreditation.class,
        Set.of(
            LedgerRefusal.ROLE_NOT_IN_FORCE,
            LedgerRefusal.NOT_COMPETENT,
            LedgerRefusal.NOT_FOUND,
            LedgerRefusal.STALE_VERSION,
            LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED,
            LedgerRefusal.NO_OPEN_PERIOD));
  }

  @Override
  protected List<EntityKey<?>> keys(StatementId id, CloseAccreditation statement) {
    return List.of(key(statement));
  }

  private static EntityKey<Accreditation> key(CloseAccreditation statement) {
    return Accreditation.key(statement.issuer(), statement.type(), statement.division());
  }

  @Override
  protected void decide(StatementCase<CloseAccreditation> statementCase) {
    CloseAccreditation statement = statementCase.statement();
    statementCase.requireGovernorOf(statement.division());
    EntityKey<Accreditation> key = key(statement);
    Accreditation current = statementCase.draft().require(key);
    statementCase.requireReplaces(key, current);
    statementCase.requireNotBackdated(statement.at());
    List<AccreditedPeriod> periods =
        Competences.close(
            current.periods(),
            new PeriodEnd(statement.at(), statement.basis(), statementCase.at(current)),
            AccreditedPeriod::closed);
    statementCase
        .draft()
        .put(
            key,
            new Accreditation(
                current.issuer(),
                current.type(),
                current.division(),
                periods,
                current.history().append(statementCase.revision(current))));
  }
}

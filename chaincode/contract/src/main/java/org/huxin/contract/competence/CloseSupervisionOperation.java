// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.competence;

import java.util.List;
import java.util.Set;
import org.huxin.contract.statement.StatementCase;
import org.huxin.contract.statement.StatementOperation;
import org.huxin.core.competence.CloseSupervision;
import org.huxin.core.competence.PeriodEnd;
import org.huxin.core.competence.SupervisedPeriod;
import org.huxin.core.competence.Supervision;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.statement.Operation;

/**
 * The governor of the division's city ends a supervision, not before the statement. A planned end
 * may be brought forward. What the supervisor did until then stands.
 *
 * <p>Writes the supervision.
 *
 * <ul>
 *   <li>{@code ROLE_NOT_IN_FORCE}, {@code NOT_COMPETENT}: not the governor of the division's city
 *   <li>{@code NOT_FOUND}: no such supervision
 *   <li>{@code STALE_VERSION}: another version of it
 *   <li>{@code EFFECTIVE_DATE_NOT_ALLOWED}: before the statement
 *   <li>{@code NO_OPEN_PERIOD}: the last period does not hold then
 * </ul>
 */
public final class CloseSupervisionOperation extends StatementOperation<CloseSupervision> {
  /** The operation. */
  public CloseSupervisionOperation() {
    super(
        Operation.CLOSE_SUPERVISION,
        CloseSupervision.class,
        Set.of(
            LedgerRefusal.ROLE_NOT_IN_FORCE,
            LedgerRefusal.NOT_COMPETENT,
            LedgerRefusal.NOT_FOUND,
            LedgerRefusal.STALE_VERSION,
            LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED,
            LedgerRefusal.NO_OPEN_PERIOD));
  }

  @Override
  protected List<EntityKey<?>> keys(StatementId id, CloseSupervision statement) {
    return List.of(key(statement));
  }

  private static EntityKey<Supervision> key(CloseSupervision statement) {
    return Supervision.key(statement.supervisor(), statement.type(), statement.division());
  }

  @Override
  protected void decide(StatementCase<CloseSupervision> statementCase) {
    CloseSupervision statement = statementCase.statement();
    statementCase.requireGovernorOf(statement.division());
    EntityKey<Supervision> key = key(statement);
    Supervision current = statementCase.draft().require(key);
    statementCase.requireReplaces(key, current);
    statementCase.requireNotBackdated(statement.at());
    List<SupervisedPeriod> periods =
        Competences.close(
            current.periods(),
            new PeriodEnd(statement.at(), statement.basis(), statementCase.at(current)),
            SupervisedPeriod::closed);
    statementCase
        .draft()
        .put(
            key,
            new Supervision(
                current.supervisor(),
                current.type(),
                current.division(),
                periods,
                current.history().append(statementCase.revision(current))));
  }
}

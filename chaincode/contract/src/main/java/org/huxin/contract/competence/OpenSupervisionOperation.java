// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.competence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huxin.contract.statement.Jurisdiction;
import org.huxin.contract.statement.StatementCase;
import org.huxin.contract.statement.StatementOperation;
import org.huxin.core.competence.OpenSupervision;
import org.huxin.core.competence.SupervisedPeriod;
import org.huxin.core.competence.Supervision;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.History;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.statement.Operation;

/**
 * The governor of the division's city has an authority of the city supervise a type there, not
 * before the statement. Never are two periods open at once.
 *
 * <p>That it has the role SUPERVISOR is asked when it acts. Writes the supervision.
 *
 * <ul>
 *   <li>{@code ROLE_NOT_IN_FORCE}, {@code NOT_COMPETENT}: not the governor of the division's city
 *   <li>{@code DIVISION_UNKNOWN}: the city has not named the division
 *   <li>{@code NOT_FOUND}: supervisor or type
 *   <li>{@code AUTHORITY_OF_OTHER_CITY}: the supervisor's city
 *   <li>{@code TYPE_CLASSIFIED}: a state secret
 *   <li>{@code STALE_VERSION}: another version of the supervision
 *   <li>{@code EFFECTIVE_DATE_NOT_ALLOWED}: before the statement
 *   <li>{@code PERIOD_OVERLAPS}: a period is open, or begins later
 *   <li>{@code LIMIT_EXCEEDED}: too many periods
 * </ul>
 */
public final class OpenSupervisionOperation extends StatementOperation<OpenSupervision> {
  /** The operation. */
  public OpenSupervisionOperation() {
    super(
        Operation.OPEN_SUPERVISION,
        OpenSupervision.class,
        Set.of(
            LedgerRefusal.ROLE_NOT_IN_FORCE,
            LedgerRefusal.NOT_COMPETENT,
            LedgerRefusal.DIVISION_UNKNOWN,
            LedgerRefusal.NOT_FOUND,
            LedgerRefusal.AUTHORITY_OF_OTHER_CITY,
            LedgerRefusal.TYPE_CLASSIFIED,
            LedgerRefusal.STALE_VERSION,
            LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED,
            LedgerRefusal.PERIOD_OVERLAPS,
            LedgerRefusal.LIMIT_EXCEEDED));
  }

  @Override
  protected List<EntityKey<?>> keys(StatementId id, OpenSupervision statement) {
    return List.of(key(statement));
  }

  private static EntityKey<Supervision> key(OpenSupervision statement) {
    return Supervision.key(statement.supervisor(), statement.type(), statement.division());
  }

  @Override
  protected void decide(StatementCase<OpenSupervision> statementCase) {
    OpenSupervision statement = statementCase.statement();
    Jurisdiction jurisdiction = Jurisdiction.over(statementCase, statement.division());
    jurisdiction.requireDivision(statement.division());
    var unused = jurisdiction.requireAuthority(statement.supervisor());
    Competences.requireType(statementCase.draft(), statement.type());
    EntityKey<Supervision> key = key(statement);
    Optional<Supervision> current = statementCase.draft().find(key);
    statementCase.requireReplacesCurrent(key, current);
    statementCase.requireNotBackdated(statement.from());
    Instant at = current.map(statementCase::at).orElse(statementCase.committedAt());
    List<SupervisedPeriod> periods =
        Competences.open(
            current.map(Supervision::periods).orElse(List.of()),
            new SupervisedPeriod(
                statement.from(), statement.to(), statement.basis(), at, Optional.empty()));
    statementCase
        .draft()
        .put(
            key,
            new Supervision(
                statement.supervisor(),
                statement.type(),
                statement.division(),
                periods,
                current
                    .map(each -> each.history().append(statementCase.revision(each)))
                    .orElseGet(() -> History.begin(statementCase.revision()))));
  }
}

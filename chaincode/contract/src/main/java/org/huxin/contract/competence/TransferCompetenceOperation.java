// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.competence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huxin.contract.statement.Jurisdiction;
import org.huxin.contract.statement.StatementCase;
import org.huxin.contract.statement.StatementOperation;
import org.huxin.core.competence.Accreditation;
import org.huxin.core.competence.AccreditedPeriod;
import org.huxin.core.competence.PeriodEnd;
import org.huxin.core.competence.TransferCompetence;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.History;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.statement.Operation;

/**
 * 一枚印章管审批: the governor of the division's city passes the competence for a type from one issuer to
 * another, not before the statement. The one ends and the other begins at the same moment, in one
 * transaction, so nobody can issue twice, or nobody at all. The other answers for the licences of
 * the one from then on. What the one issued and sealed until then stands.
 *
 * <p>Both are authorities of the city. Writes both accreditations.
 *
 * <ul>
 *   <li>{@code ROLE_NOT_IN_FORCE}, {@code NOT_COMPETENT}: not the governor of the division's city
 *   <li>{@code DIVISION_UNKNOWN}: the city has not named the division
 *   <li>{@code NOT_FOUND}: the accreditation that ends, the authority that gets it, or a seal
 *   <li>{@code AUTHORITY_OF_OTHER_CITY}: the city of the authority that gets it
 *   <li>{@code EFFECTIVE_DATE_NOT_ALLOWED}: before the statement
 *   <li>{@code NO_OPEN_PERIOD}: the one is not competent then
 *   <li>{@code PERIOD_OVERLAPS}: the other is, or will be
 *   <li>{@code LIMIT_EXCEEDED}: too many periods
 * </ul>
 */
public final class TransferCompetenceOperation extends StatementOperation<TransferCompetence> {
  /** The operation. */
  public TransferCompetenceOperation() {
    super(
        Operation.TRANSFER_COMPETENCE,
        TransferCompetence.class,
        Set.of(
            LedgerRefusal.ROLE_NOT_IN_FORCE,
            LedgerRefusal.NOT_COMPETENT,
            LedgerRefusal.DIVISION_UNKNOWN,
            LedgerRefusal.NOT_FOUND,
            LedgerRefusal.AUTHORITY_OF_OTHER_CITY,
            LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED,
            LedgerRefusal.NO_OPEN_PERIOD,
            LedgerRefusal.PERIOD_OVERLAPS,
            LedgerRefusal.LIMIT_EXCEEDED));
  }

  @Override
  protected List<EntityKey<?>> keys(StatementId id, TransferCompetence statement) {
    return List.of(
        Accreditation.key(statement.to(), statement.type(), statement.division()),
        Accreditation.key(statement.from(), statement.type(), statement.division()));
  }

  @Override
  protected void decide(StatementCase<TransferCompetence> statementCase) {
    TransferCompetence statement = statementCase.statement();
    Jurisdiction jurisdiction = Jurisdiction.over(statementCase, statement.division());
    jurisdiction.requireDivision(statement.division());
    var unused = jurisdiction.requireAuthority(statement.to());
    Competences.requireSeals(statementCase.draft(), statement.seals());
    statementCase.requireNotBackdated(statement.at());
    close(statementCase);
    open(statementCase);
  }

  private static void close(StatementCase<TransferCompetence> statementCase) {
    TransferCompetence statement = statementCase.statement();
    EntityKey<Accreditation> key =
        Accreditation.key(statement.from(), statement.type(), statement.division());
    Accreditation current = statementCase.draft().require(key);
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

  private static void open(StatementCase<TransferCompetence> statementCase) {
    TransferCompetence statement = statementCase.statement();
    EntityKey<Accreditation> key =
        Accreditation.key(statement.to(), statement.type(), statement.division());
    Optional<Accreditation> current = statementCase.draft().find(key);
    Instant openedAt = current.map(statementCase::at).orElse(statementCase.committedAt());
    List<AccreditedPeriod> periods =
        Competences.open(
            current.map(Accreditation::periods).orElse(List.of()),
            new AccreditedPeriod(
                statement.at(),
                Optional.empty(),
                statement.basis(),
                statement.seals(),
                Optional.of(statement.from()),
                openedAt,
                Optional.empty()));
    statementCase
        .draft()
        .put(
            key,
            new Accreditation(
                statement.to(),
                statement.type(),
                statement.division(),
                periods,
                current
                    .map(each -> each.history().append(statementCase.revision(each)))
                    .orElseGet(() -> History.begin(statementCase.revision()))));
  }
}

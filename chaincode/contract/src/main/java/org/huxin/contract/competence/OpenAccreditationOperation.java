// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.competence;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huxin.contract.statement.Jurisdiction;
import org.huxin.contract.statement.StatementCase;
import org.huxin.contract.statement.StatementOperation;
import org.huxin.core.competence.Accreditation;
import org.huxin.core.competence.AccreditedPeriod;
import org.huxin.core.competence.OpenAccreditation;
import org.huxin.core.competence.PeriodEnd;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Uscc;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.History;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.statement.Operation;

/**
 * The governor of the division's city makes an authority of the city competent to issue a type
 * there. A period may begin before the statement, for stock that was issued long ago: the ledger
 * shows when it was recorded. Never are two periods open at once. Where a period is open and the
 * statement names other seals, that period ends when the new one begins, which then cannot lie
 * before the statement: what the old seals sealed stays. Seals are filed before. Whoever answers
 * for the licences of another issuer of the same type and division can do so only once that one's
 * competence has ended; a period that does not say so again answers for its own licences only.
 *
 * <p>That the issuer has the role ISSUER is asked when it issues. Writes the accreditation.
 *
 * <ul>
 *   <li>{@code ROLE_NOT_IN_FORCE}, {@code NOT_COMPETENT}: not the governor of the division's city
 *   <li>{@code DIVISION_UNKNOWN}: the city has not named the division
 *   <li>{@code NOT_FOUND}: issuer, type, seal, or the accreditation of whom it succeeds
 *   <li>{@code AUTHORITY_OF_OTHER_CITY}: the issuer's city
 *   <li>{@code TYPE_CLASSIFIED}: a state secret
 *   <li>{@code STALE_VERSION}: another version of the accreditation
 *   <li>{@code PERIOD_OVERLAPS}: a period is open, and the seals are the same; or one begins later
 *   <li>{@code EFFECTIVE_DATE_NOT_ALLOWED}: an open period would end before the statement
 *   <li>{@code SUCCESSION_REFUSED}: whom it succeeds is itself, or still competent then
 *   <li>{@code LIMIT_EXCEEDED}: too many periods
 * </ul>
 */
public final class OpenAccreditationOperation extends StatementOperation<OpenAccreditation> {
  /** The operation. */
  public OpenAccreditationOperation() {
    super(
        Operation.OPEN_ACCREDITATION,
        OpenAccreditation.class,
        Set.of(
            LedgerRefusal.ROLE_NOT_IN_FORCE,
            LedgerRefusal.NOT_COMPETENT,
            LedgerRefusal.DIVISION_UNKNOWN,
            LedgerRefusal.NOT_FOUND,
            LedgerRefusal.AUTHORITY_OF_OTHER_CITY,
            LedgerRefusal.TYPE_CLASSIFIED,
            LedgerRefusal.STALE_VERSION,
            LedgerRefusal.PERIOD_OVERLAPS,
            LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED,
            LedgerRefusal.SUCCESSION_REFUSED,
            LedgerRefusal.LIMIT_EXCEEDED));
  }

  @Override
  protected List<EntityKey<?>> keys(StatementId id, OpenAccreditation statement) {
    return List.of(key(statement));
  }

  private static EntityKey<Accreditation> key(OpenAccreditation statement) {
    return Accreditation.key(statement.issuer(), statement.type(), statement.division());
  }

  @Override
  protected void decide(StatementCase<OpenAccreditation> statementCase) {
    OpenAccreditation statement = statementCase.statement();
    Jurisdiction jurisdiction = Jurisdiction.over(statementCase, statement.division());
    jurisdiction.requireDivision(statement.division());
    var unused = jurisdiction.requireAuthority(statement.issuer());
    Competences.requireType(statementCase.draft(), statement.type());
    Competences.requireSeals(statementCase.draft(), statement.seals());
    EntityKey<Accreditation> key = key(statement);
    Optional<Accreditation> current = statementCase.draft().find(key);
    statementCase.requireReplacesCurrent(key, current);
    if (statement.succeeds().isPresent()) {
      requireSuccession(statementCase, statement.succeeds().get());
    }
    Instant at = current.map(statementCase::at).orElse(statementCase.committedAt());
    AccreditedPeriod next =
        new AccreditedPeriod(
            statement.from(),
            statement.to(),
            statement.basis(),
            statement.seals(),
            statement.succeeds(),
            at,
            Optional.empty());
    List<AccreditedPeriod> before = current.map(Accreditation::periods).orElse(List.of());
    if (changesSeals(before, next)) {
      statementCase.requireNotBackdated(next.from());
      before =
          Competences.close(
              before, new PeriodEnd(next.from(), statement.basis(), at), AccreditedPeriod::closed);
    }
    List<AccreditedPeriod> periods = Competences.open(before, next);
    statementCase
        .draft()
        .put(
            key,
            new Accreditation(
                statement.issuer(),
                statement.type(),
                statement.division(),
                periods,
                current
                    .map(each -> each.history().append(statementCase.revision(each)))
                    .orElseGet(() -> History.begin(statementCase.revision()))));
  }

  private static boolean changesSeals(List<AccreditedPeriod> before, AccreditedPeriod next) {
    if (before.isEmpty()) {
      return false;
    }
    AccreditedPeriod last = before.get(before.size() - 1);
    boolean open =
        !next.from().isBefore(last.from())
            && last.end().filter(end -> !next.from().isBefore(end)).isEmpty();
    return open && !new HashSet<>(last.seals()).equals(new HashSet<>(next.seals()));
  }

  private static void requireSuccession(
      StatementCase<OpenAccreditation> statementCase, Uscc predecessor) {
    OpenAccreditation statement = statementCase.statement();
    Accreditation succeeded =
        statementCase
            .draft()
            .require(Accreditation.key(predecessor, statement.type(), statement.division()));
    AccreditedPeriod last = succeeded.periods().get(succeeded.periods().size() - 1);
    boolean ended = last.end().filter(end -> !end.isAfter(statement.from())).isPresent();
    if (predecessor.equals(statement.issuer()) || !ended) {
      throw LedgerRefusedException.of(LedgerRefusal.SUCCESSION_REFUSED, "authority", predecessor);
    }
  }
}

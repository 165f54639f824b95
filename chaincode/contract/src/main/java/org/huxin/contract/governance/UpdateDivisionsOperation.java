// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.governance;

import java.util.List;
import java.util.Set;
import org.huxin.contract.statement.StatementCase;
import org.huxin.contract.statement.StatementOperation;
import org.huxin.core.governance.City;
import org.huxin.core.governance.UpdateDivisions;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.statement.Operation;

/**
 * A governor names the divisions beneath its own city, and where the city's node is reached. Where
 * a division is no longer named, nothing new can be registered or opened; what stands there stays.
 *
 * <p>Writes the city.
 *
 * <ul>
 *   <li>{@code ROLE_NOT_IN_FORCE}, {@code NOT_COMPETENT}: not the governor of that city
 *   <li>{@code STALE_VERSION}: another version of the city
 *   <li>{@code NOT_FOUND}: the code is that of a division, not of a city
 * </ul>
 */
public final class UpdateDivisionsOperation extends StatementOperation<UpdateDivisions> {
  /** The operation. */
  public UpdateDivisionsOperation() {
    super(
        Operation.UPDATE_DIVISIONS,
        UpdateDivisions.class,
        Set.of(
            LedgerRefusal.ROLE_NOT_IN_FORCE,
            LedgerRefusal.NOT_COMPETENT,
            LedgerRefusal.NOT_FOUND,
            LedgerRefusal.STALE_VERSION));
  }

  @Override
  protected List<EntityKey<?>> keys(StatementId id, UpdateDivisions statement) {
    return List.of(City.key(statement.city()));
  }

  @Override
  protected void decide(StatementCase<UpdateDivisions> statementCase) {
    UpdateDivisions statement = statementCase.statement();
    statementCase.requireGovernorOf(statement.city());
    EntityKey<City> key = City.key(statement.city());
    City city = statementCase.draft().require(key);
    statementCase.requireReplaces(key, city);
    statementCase
        .draft()
        .put(
            key,
            new City(
                city.code(),
                statement.divisions(),
                statement.endpoints(),
                city.terms(),
                city.history().append(statementCase.revision(city))));
  }
}

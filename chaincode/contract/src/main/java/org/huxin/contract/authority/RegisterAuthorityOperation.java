// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.authority;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huxin.contract.statement.Jurisdiction;
import org.huxin.contract.statement.StatementCase;
import org.huxin.contract.statement.StatementOperation;
import org.huxin.core.authority.Authority;
import org.huxin.core.authority.HeldKey;
import org.huxin.core.authority.HeldRole;
import org.huxin.core.authority.RegisterAuthority;
import org.huxin.core.authority.RoleGrant;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.History;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.statement.Operation;

/**
 * A governor registers an authority of its own city: in a division that the city has named, under a
 * credit code whose division lies in the city. No role begins before the statement. Each key proves
 * that its owner has it. The role of a governor cannot be given; a governor is registered already,
 * so its keys are out of reach.
 *
 * <p>An authority whose credit code lies in no member city would need a joint statement, and there
 * is no operation for that: it cannot be registered.
 *
 * <p>Writes the authority. The superior need not be registered.
 *
 * <ul>
 *   <li>{@code ROLE_NOT_IN_FORCE}, {@code NOT_COMPETENT}: not the governor of the division's city
 *   <li>{@code DIVISION_UNKNOWN}: the city has not named the division
 *   <li>{@code AUTHORITY_OF_OTHER_CITY}, {@code AUTHORITY_OUTSIDE_CITIES}: the credit code's
 *       division
 *   <li>{@code ALREADY_EXISTS}: it is registered
 *   <li>{@code EFFECTIVE_DATE_NOT_ALLOWED}: a role would begin before the statement
 *   <li>{@code POSSESSION_REFUSED}, {@code KEY_NUMBER_USED}, {@code KEY_REUSED}: the keys
 * </ul>
 */
public final class RegisterAuthorityOperation extends StatementOperation<RegisterAuthority> {
  /** The operation. */
  public RegisterAuthorityOperation() {
    super(
        Operation.REGISTER_AUTHORITY,
        RegisterAuthority.class,
        Set.of(
            LedgerRefusal.ROLE_NOT_IN_FORCE,
            LedgerRefusal.NOT_COMPETENT,
            LedgerRefusal.DIVISION_UNKNOWN,
            LedgerRefusal.AUTHORITY_OF_OTHER_CITY,
            LedgerRefusal.AUTHORITY_OUTSIDE_CITIES,
            LedgerRefusal.ALREADY_EXISTS,
            LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED,
            LedgerRefusal.POSSESSION_REFUSED,
            LedgerRefusal.KEY_NUMBER_USED,
            LedgerRefusal.KEY_REUSED));
  }

  @Override
  protected List<EntityKey<?>> keys(StatementId id, RegisterAuthority statement) {
    return List.of(Authority.key(statement.authority()));
  }

  @Override
  protected void decide(StatementCase<RegisterAuthority> statementCase) {
    RegisterAuthority statement = statementCase.statement();
    Jurisdiction jurisdiction = Jurisdiction.over(statementCase, statement.division());
    jurisdiction.requireDivision(statement.division());
    jurisdiction.requireCreditCode(statement.authority());
    EntityKey<Authority> key = Authority.key(statement.authority());
    statementCase.draft().requireAbsent(key);
    statement.roles().stream().map(RoleGrant::from).forEach(statementCase::requireNotBackdated);
    List<HeldKey> keys =
        new KeyAdmission(
                statement.authority(), statementCase.head().ledger(), statementCase.committedAt())
            .add(List.of(), statement.keys());
    statementCase
        .draft()
        .put(
            key,
            new Authority(
                statement.authority(),
                statement.name(),
                statement.division(),
                statement.superior(),
                statement.roles().stream()
                    .map(
                        grant ->
                            new HeldRole(
                                grant.role(),
                                grant.from(),
                                grant.to(),
                                statementCase.committedAt(),
                                Optional.empty()))
                    .toList(),
                keys,
                statement.trailKey(),
                statement.endpoints(),
                List.of(),
                History.begin(statementCase.revision())));
  }
}

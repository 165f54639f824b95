// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.governance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huxin.contract.statement.JointOperation;
import org.huxin.contract.statement.StatementCase;
import org.huxin.core.authority.Authority;
import org.huxin.core.authority.Role;
import org.huxin.core.governance.City;
import org.huxin.core.governance.MemberCity;
import org.huxin.core.governance.Membership;
import org.huxin.core.governance.MembershipTerm;
import org.huxin.core.governance.RemoveCity;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.statement.Operation;

/**
 * A city leaves. The governors sign together; the city that leaves counts among the cities, but
 * need not sign. From then on no statement of any of its authorities is accepted; what they said
 * before stands.
 *
 * <p>Writes the membership, the city, whose term ends, and its governor, whose role ends; which
 * authority that is, the membership says and not the statement.
 *
 * <ul>
 *   <li>{@code CITY_NOT_MEMBER}: no such city is in
 *   <li>{@code LAST_CITY}: nobody would be left
 * </ul>
 */
public final class RemoveCityOperation extends JointOperation<RemoveCity> {
  /** The operation. */
  public RemoveCityOperation() {
    super(Operation.REMOVE_CITY, RemoveCity.class, Set.of(LedgerRefusal.LAST_CITY));
  }

  @Override
  protected List<EntityKey<?>> keys(StatementId id, RemoveCity statement) {
    return List.of(Membership.key(), City.key(statement.city()));
  }

  @Override
  protected void decide(StatementCase<RemoveCity> statementCase) {
    Membership membership = statementCase.membership();
    MemberCity leaving =
        membership.cities().stream()
            .filter(city -> city.code().equals(statementCase.statement().city()))
            .findFirst()
            .orElseThrow(
                () ->
                    LedgerRefusedException.of(
                        LedgerRefusal.CITY_NOT_MEMBER,
                        "division",
                        statementCase.statement().city()));
    List<MemberCity> staying = new ArrayList<>(membership.cities());
    staying.remove(leaving);
    if (staying.isEmpty()) {
      throw LedgerRefusedException.of(LedgerRefusal.LAST_CITY);
    }
    statementCase
        .draft()
        .put(
            Membership.key(),
            new Membership(
                membership.limits(),
                staying,
                membership.history().append(statementCase.revision(membership))));
    endTerm(statementCase, leaving);
    endRole(statementCase, leaving);
  }

  private static void endTerm(StatementCase<RemoveCity> statementCase, MemberCity leaving) {
    EntityKey<City> key = City.key(leaving.code());
    City city = statementCase.draft().find(key).orElseThrow();
    Instant at = statementCase.at(city);
    List<MembershipTerm> terms = new ArrayList<>(city.terms());
    MembershipTerm last = terms.remove(terms.size() - 1);
    terms.add(new MembershipTerm(last.from(), Optional.of(at)));
    statementCase
        .draft()
        .put(
            key,
            new City(
                city.code(),
                city.divisions(),
                city.endpoints(),
                terms,
                city.history().append(statementCase.revision(city))));
  }

  private static void endRole(StatementCase<RemoveCity> statementCase, MemberCity leaving) {
    EntityKey<Authority> key = Authority.key(leaving.governor());
    Authority governor = statementCase.draft().find(key).orElseThrow();
    Instant at = statementCase.at(governor);
    statementCase
        .draft()
        .put(
            key,
            governor.withRoles(
                governor.roles().stream()
                    .map(
                        role ->
                            role.role() == Role.GOVERNOR && role.stands() ? role.removed(at) : role)
                    .toList(),
                statementCase.revision(governor)));
  }
}

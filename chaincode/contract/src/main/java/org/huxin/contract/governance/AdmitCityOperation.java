// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.governance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huxin.contract.authority.KeyAdmission;
import org.huxin.contract.statement.JointOperation;
import org.huxin.contract.statement.StatementCase;
import org.huxin.core.authority.Authority;
import org.huxin.core.authority.HeldKey;
import org.huxin.core.authority.HeldRole;
import org.huxin.core.governance.AdmitCity;
import org.huxin.core.governance.City;
import org.huxin.core.governance.GenesisCity;
import org.huxin.core.governance.MemberCity;
import org.huxin.core.governance.Membership;
import org.huxin.core.governance.MembershipTerm;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.History;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.statement.Operation;

/**
 * A city joins. The governors of the membership version that the statement replaces sign together;
 * the joining city agrees by the proofs that its governor has its keys. No member has the city's
 * code or organisation; its governor lies in it, and so governs no other.
 *
 * <p>Writes the membership, the city and its governor. For a city that returns, the keys that its
 * governor had before end, and their numbers stay used.
 *
 * <ul>
 *   <li>{@code CITY_CLASHES}: code or organisation of a member
 *   <li>{@code POSSESSION_REFUSED}, {@code KEY_NUMBER_USED}, {@code KEY_REUSED}: the governor's
 *       keys
 *   <li>{@code NO_KEY_LEFT}: none of them signs statements now or later
 *   <li>{@code LIMIT_EXCEEDED}: too many cities, keys, or terms of this one
 * </ul>
 */
public final class AdmitCityOperation extends JointOperation<AdmitCity> {
  /** The operation. */
  public AdmitCityOperation() {
    super(
        Operation.ADMIT_CITY,
        AdmitCity.class,
        Set.of(
            LedgerRefusal.CITY_CLASHES,
            LedgerRefusal.POSSESSION_REFUSED,
            LedgerRefusal.KEY_NUMBER_USED,
            LedgerRefusal.KEY_REUSED,
            LedgerRefusal.NO_KEY_LEFT,
            LedgerRefusal.LIMIT_EXCEEDED));
  }

  @Override
  protected List<EntityKey<?>> keys(StatementId id, AdmitCity statement) {
    return List.of(
        Membership.key(),
        City.key(statement.city().code()),
        Authority.key(statement.city().governor()));
  }

  @Override
  protected void decide(StatementCase<AdmitCity> statementCase) {
    GenesisCity city = statementCase.statement().city();
    Membership membership = statementCase.membership();
    requireRoom(membership.cities().size() + 1, Membership.MAX_CITIES);
    for (MemberCity member : membership.cities()) {
      requireDistinct(member, city);
    }
    writeMembership(statementCase);
    writeCity(statementCase);
    writeGovernor(statementCase);
  }

  private static void requireDistinct(MemberCity member, GenesisCity city) {
    if (member.code().equals(city.code())) {
      throw LedgerRefusedException.of(LedgerRefusal.CITY_CLASHES, "part", "code");
    }
    if (member.msp().equals(city.msp())) {
      throw LedgerRefusedException.of(LedgerRefusal.CITY_CLASHES, "part", "msp");
    }
  }

  private static void writeMembership(StatementCase<AdmitCity> statementCase) {
    Membership membership = statementCase.membership();
    List<MemberCity> cities = new ArrayList<>(membership.cities());
    cities.add(Governors.member(statementCase.statement().city()));
    cities.sort(Comparator.comparing(MemberCity::code));
    statementCase
        .draft()
        .put(
            Membership.key(),
            new Membership(
                membership.limits(),
                cities,
                membership.history().append(statementCase.revision(membership))));
  }

  private static void writeCity(StatementCase<AdmitCity> statementCase) {
    AdmitCity statement = statementCase.statement();
    EntityKey<City> key = City.key(statement.city().code());
    Optional<City> before = statementCase.draft().find(key);
    List<MembershipTerm> terms = new ArrayList<>(before.map(City::terms).orElse(List.of()));
    terms.add(
        MembershipTerm.begin(before.map(statementCase::at).orElse(statementCase.committedAt())));
    requireRoom(terms.size(), City.MAX_TERMS);
    statementCase
        .draft()
        .put(
            key,
            new City(
                statement.city().code(),
                statement.divisions(),
                List.of(),
                terms,
                before
                    .map(city -> city.history().append(statementCase.revision(city)))
                    .orElseGet(() -> History.begin(statementCase.revision()))));
  }

  private static void writeGovernor(StatementCase<AdmitCity> statementCase) {
    GenesisCity city = statementCase.statement().city();
    EntityKey<Authority> key = Authority.key(city.governor());
    Optional<Authority> before = statementCase.draft().find(key);
    Instant at = before.map(statementCase::at).orElse(statementCase.committedAt());
    List<HeldKey> ended =
        before.map(Authority::keys).orElse(List.of()).stream()
            .map(held -> Governors.end(held, at))
            .toList();
    List<HeldKey> keys =
        new KeyAdmission(city.governor(), statementCase.head().ledger(), at)
            .add(ended, city.governorKeys());
    if (!Governors.canSign(keys, at)) {
      throw LedgerRefusedException.of(LedgerRefusal.NO_KEY_LEFT, "authority", city.governor());
    }
    statementCase
        .draft()
        .put(
            key,
            before
                .map(authority -> returned(authority, city, keys, statementCase))
                .orElseGet(() -> Governors.begin(city, keys, statementCase.revision())));
  }

  private static Authority returned(
      Authority authority,
      GenesisCity city,
      List<HeldKey> keys,
      StatementCase<AdmitCity> statementCase) {
    List<HeldRole> roles = new ArrayList<>(authority.roles());
    roles.add(Governors.role(statementCase.at(authority)));
    requireRoom(roles.size(), Authority.MAX_ROLES);
    return new Authority(
        authority.uscc(),
        city.governorName(),
        city.code(),
        authority.superior(),
        roles,
        keys,
        authority.trailKey(),
        authority.endpoints(),
        authority.undone(),
        authority.history().append(statementCase.revision(authority)));
  }

  private static void requireRoom(int value, int limit) {
    if (value > limit) {
      throw new LedgerRefusedException(
          LedgerRefusal.LIMIT_EXCEEDED,
          Map.of("limit", Integer.toString(limit), "value", Integer.toString(value)));
    }
  }
}

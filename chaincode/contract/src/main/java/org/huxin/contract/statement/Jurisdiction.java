// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.statement;

import java.util.Map;
import org.huxin.core.authority.Authority;
import org.huxin.core.governance.City;
import org.huxin.core.governance.MemberCity;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.Uscc;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;

/**
 * What a governor decides about: the divisions and the authorities of its own city, and no others.
 *
 * @param statementCase the governor's statement
 * @param city its city
 */
public record Jurisdiction(StatementCase<?> statementCase, MemberCity city) {

  /**
   * The jurisdiction of the signer, who must be the governor of the city in which a division lies.
   *
   * @throws LedgerRefusedException {@link LedgerRefusal#ROLE_NOT_IN_FORCE}, {@link
   *     LedgerRefusal#CITY_NOT_MEMBER}, {@link LedgerRefusal#NOT_COMPETENT}
   */
  public static Jurisdiction over(StatementCase<?> statementCase, DivisionCode division) {
    return new Jurisdiction(statementCase, statementCase.requireGovernorOf(division));
  }

  /**
   * Refuses a division that the city has not named.
   *
   * @throws LedgerRefusedException {@link LedgerRefusal#DIVISION_UNKNOWN}
   */
  public void requireDivision(DivisionCode division) {
    // The city itself needs no name among its divisions, so it is not looked up.
    boolean known =
        city.code().equals(division)
            || statementCase
                .draft()
                .find(City.key(city.code()))
                .filter(named -> named.has(division))
                .isPresent();
    if (!known) {
      throw LedgerRefusedException.of(LedgerRefusal.DIVISION_UNKNOWN, "division", division);
    }
  }

  /**
   * An authority that is registered in the city.
   *
   * @throws LedgerRefusedException {@link LedgerRefusal#NOT_FOUND}, {@link
   *     LedgerRefusal#AUTHORITY_OF_OTHER_CITY}
   */
  public Authority requireAuthority(Uscc uscc) {
    Authority authority = statementCase.draft().require(Authority.key(uscc));
    if (!city.code().covers(authority.division())) {
      throw otherCity(uscc, authority.division());
    }
    return authority;
  }

  /**
   * Refuses a credit code that was registered outside the city: in another city, whose authority it
   * is, or where no city answers for it.
   *
   * @throws LedgerRefusedException {@link LedgerRefusal#AUTHORITY_OF_OTHER_CITY}, {@link
   *     LedgerRefusal#AUTHORITY_OUTSIDE_CITIES}
   */
  public void requireCreditCode(Uscc uscc) {
    MemberCity home =
        uscc.division()
            .flatMap(statementCase.membership()::cityOf)
            .orElseThrow(
                () ->
                    LedgerRefusedException.of(
                        LedgerRefusal.AUTHORITY_OUTSIDE_CITIES, "authority", uscc));
    if (!home.equals(city)) {
      throw otherCity(uscc, home.code());
    }
  }

  private static LedgerRefusedException otherCity(Uscc uscc, DivisionCode city) {
    return new LedgerRefusedException(
        LedgerRefusal.AUTHORITY_OF_OTHER_CITY,
        Map.of("authority", uscc.toString(), "city", city.toString()));
  }
}

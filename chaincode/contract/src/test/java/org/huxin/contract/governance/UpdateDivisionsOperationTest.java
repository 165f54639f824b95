// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.governance;

import static org.huxin.contract.sample.SampleCity.BAOTOU;
import static org.huxin.contract.sample.SampleCity.ORDOS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleAuthority;
import org.huxin.contract.sample.SampleKey;
import org.huxin.core.authority.Role;
import org.huxin.core.governance.City;
import org.huxin.core.governance.NamedDivision;
import org.huxin.core.governance.UpdateDivisions;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.statement.Endpoint;
import org.huxin.core.statement.Name;
import org.junit.jupiter.api.Test;

final class UpdateDivisionsOperationTest {
  private final ContractBench bench = ContractBench.founded();

  @Test
  void aGovernorNamesTheDivisionsOfItsCity() {
    UpdateDivisions statement =
        new UpdateDivisions(
            ORDOS.code(),
            List.of(new NamedDivision(new DivisionCode("150603"), new Name("康巴什区"))),
            List.of(new Endpoint("node.example:7443")));
    var signed = bench.sign(ORDOS.governorKey(), 1, statement);

    var accepted = bench.accept(ORDOS, signed);

    City city = bench.get(City.key(ORDOS.code()));
    assertEquals(statement.divisions(), city.divisions());
    assertEquals(statement.endpoints(), city.endpoints());
    assertEquals(2, city.version());
    assertEquals(List.of(City.key(ORDOS.code())), accepted.keys());
    bench.repeat(ORDOS, signed);
  }

  @Test
  void onlyTheCitysOwnGovernorDoesAndOnlyOnTheCurrentVersion() {
    UpdateDivisions statement = new UpdateDivisions(ORDOS.code(), List.of(), List.of());
    SampleKey issuer =
        bench.register(
            SampleAuthority.in(ORDOS.code(), 1), ORDOS.code(), Optional.empty(), Role.ISSUER);

    bench.refuse(
        LedgerRefusal.NOT_COMPETENT, BAOTOU, bench.sign(BAOTOU.governorKey(), 1, statement));
    bench.refuse(LedgerRefusal.ROLE_NOT_IN_FORCE, ORDOS, bench.sign(issuer, 1, statement));
    bench.refuse(LedgerRefusal.STALE_VERSION, ORDOS, bench.sign(ORDOS.governorKey(), 2, statement));
    bench.refuse(
        LedgerRefusal.CARRIER_OF_OTHER_CITY, BAOTOU, bench.sign(ORDOS.governorKey(), 1, statement));
    bench.refuse(
        LedgerRefusal.NOT_FOUND,
        ORDOS,
        bench.sign(
            ORDOS.governorKey(), 1, new UpdateDivisions(ORDOS.district(), List.of(), List.of())));
  }

  @Test
  void divisionsOfOtherCitiesTwiceTheSameAndTheCityItselfAreNoStatement() {
    NamedDivision own = ORDOS.divisions().get(0);

    for (List<NamedDivision> divisions :
        List.of(
            BAOTOU.divisions(),
            List.of(own, own),
            List.of(new NamedDivision(ORDOS.code(), ORDOS.label())))) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new UpdateDivisions(ORDOS.code(), divisions, List.of()));
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.contract;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.huxin.contract.sample.SampleCity;
import org.huxin.contract.sample.SampleGenesis;
import org.huxin.contract.sample.SampleKey;
import org.huxin.core.authority.RegisterAuthority;
import org.huxin.core.authority.Role;
import org.huxin.core.authority.RoleGrant;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.Uscc;
import org.huxin.core.statement.Name;

/** Authorities that a city's governor registers through the city's gateway. */
final class Registrations {
  private Registrations() {}

  /** The statement that registers an authority with its first key. */
  static RegisterAuthority of(
      CityLedger ledger,
      Uscc authority,
      String name,
      DivisionCode division,
      Instant from,
      Role... roles) {
    return new RegisterAuthority(
        authority,
        new Name(name),
        division,
        Optional.empty(),
        Arrays.stream(roles).map(role -> new RoleGrant(role, from, Optional.empty())).toList(),
        List.of(SampleGenesis.registration(SampleKey.of(authority, 1), ledger.id())),
        Optional.empty(),
        List.of());
  }

  /** Registers an authority of a city's district, in force at once; returns its key. */
  static SampleKey register(CityLedger ledger, SampleCity city, Uscc authority, Role... roles)
      throws Exception {
    RegisterAuthority statement =
        of(ledger, authority, "示例机构", city.district(), CityLedger.now(), roles);
    String unused =
        ledger.submit(city, ledger.sign(city.governorKey(), Optional.empty(), statement));
    return SampleKey.of(authority, 1);
  }
}

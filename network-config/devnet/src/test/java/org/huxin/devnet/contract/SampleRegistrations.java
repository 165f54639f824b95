// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.contract;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.huxin.contract.sample.SampleAuthority;
import org.huxin.contract.sample.SampleCity;
import org.huxin.contract.sample.SampleGenesis;
import org.huxin.contract.sample.SampleKey;
import org.huxin.core.authority.RegisterAuthority;
import org.huxin.core.authority.Role;
import org.huxin.core.authority.RoleGrant;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.Uscc;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.signed.StatementHead;
import org.huxin.core.statement.Name;

/** Statements that the governor of Ordos may make as often as it likes, each of a new authority. */
final class SampleRegistrations {
  private static final SampleKey GOVERNOR = SampleCity.ORDOS.governorKey();

  private final CityLedger ledger;
  private int made;

  SampleRegistrations(CityLedger ledger) {
    this.ledger = ledger;
  }

  /** The operation's name. */
  static final String OPERATION = "RegisterAuthority";

  SignedStatement next() {
    made++;
    return of(ledger.id(), made);
  }

  /** The registration of the authority of a number, made now. */
  static SignedStatement of(LedgerId ledger, int number) {
    Uscc authority = SampleAuthority.in(SampleCity.ORDOS.code(), number);
    return GOVERNOR.sign(
        new StatementHead(ledger, CityLedger.now(), Optional.empty()),
        new RegisterAuthority(
            authority,
            new Name("示例机构"),
            SampleCity.ORDOS.code(),
            Optional.empty(),
            List.of(
                new RoleGrant(
                    Role.CONSUMER, CityLedger.now().plus(Duration.ofDays(1)), Optional.empty())),
            List.of(SampleGenesis.registration(SampleKey.of(authority, 1), ledger)),
            Optional.empty(),
            List.of()));
  }
}

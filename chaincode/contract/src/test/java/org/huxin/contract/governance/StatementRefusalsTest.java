// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.governance;

import java.util.List;
import java.util.Optional;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleCity;
import org.huxin.contract.sample.SampleKey;
import org.huxin.core.authority.Authority;
import org.huxin.core.authority.HeldKey;
import org.huxin.core.authority.KeyUse;
import org.huxin.core.governance.UpdateDivisions;
import org.huxin.core.json.JsonObject;
import org.huxin.core.jws.Jws;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.statement.Operation;
import org.junit.jupiter.api.Test;

/** What is refused of any statement before its operation's own rules, shown by one operation. */
final class StatementRefusalsTest {
  private static final String NAME = "UpdateDivisions";

  private final ContractBench bench = ContractBench.founded();
  private final SampleKey governor = SampleCity.ORDOS.governorKey();

  private SignedStatement statement() {
    return bench.sign(
        governor, 1, new UpdateDivisions(SampleCity.ORDOS.code(), List.of(), List.of()));
  }

  @Test
  void whatIsNoJwsIsRefused() {
    LedgerRefusedException unused =
        bench.refuseCall(LedgerRefusal.JWS_REFUSED, NAME, List.of("no statement"));
  }

  @Test
  void aStatementOfAnotherOperationIsRefused() {
    LedgerRefusedException unused =
        bench.refuseCall(
            LedgerRefusal.STATEMENT_TYPE, "RemoveCity", List.of(statement().jws().text()));
    unused =
        bench.refuseCall(
            LedgerRefusal.STATEMENT_TYPE, "PostDemand", List.of(statement().jws().text()));
  }

  @Test
  void aSignatureUnderSomethingElseThanAStatementIsRefused() {
    Jws empty =
        Jws.sign(
            governor.signer(),
            governor.id(),
            Operation.UPDATE_DIVISIONS.type(),
            JsonObject.builder().build());
    LedgerRefusedException unused =
        bench.refuseCall(LedgerRefusal.STATEMENT_MALFORMED, NAME, List.of(empty.text()));
  }

  @Test
  void aLedgerThatNobodyHasFoundedTakesNoStatement() {
    LedgerRefusedException unused =
        ContractBench.empty()
            .refuse(LedgerRefusal.LEDGER_NOT_FOUNDED, SampleCity.ORDOS, statement());
  }

  @Test
  void aKeyForOtherUsesSignsNoStatement() {
    Authority before = bench.get(Authority.key(SampleCity.ORDOS.governor()));
    HeldKey key = before.keys().get(0);
    HeldKey note =
        new HeldKey(
            key.number(),
            KeyUse.NOTE,
            key.key(),
            key.notBefore(),
            key.notAfter(),
            key.addedAt(),
            List.of());
    bench
        .ledger()
        .put(
            Authority.key(before.uscc()),
            new Authority(
                before.uscc(),
                before.name(),
                before.division(),
                Optional.empty(),
                before.roles(),
                List.of(note),
                before.trailKey(),
                before.endpoints(),
                before.undone(),
                before.history()));
    LedgerRefusedException unused =
        bench.refuse(LedgerRefusal.KEY_USE, SampleCity.ORDOS, statement());
  }
}

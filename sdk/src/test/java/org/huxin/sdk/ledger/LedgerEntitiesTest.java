// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.huxin.core.authority.Authority;
import org.huxin.core.catalogue.LicenceType;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.sdk.sample.IssuingBench;
import org.junit.jupiter.api.Test;

final class LedgerEntitiesTest {
  private final IssuingBench bench = new IssuingBench();
  private final LedgerEntities entities = new LedgerEntities(bench.client());

  @Test
  void whatStandsIsFoundAndWhatDoesNotIsEmpty() {
    assertEquals(
        Optional.of(IssuingBench.ISSUER),
        entities.find(Authority.ENTITY, IssuingBench.ISSUER.text()).map(Authority::uscc));
    assertEquals(Optional.empty(), entities.find(Authority.ENTITY, "11150603MB9T00038D"));
    assertEquals(5, entities.list(Authority.ENTITY).size());
    assertEquals(1, entities.list(LicenceType.ENTITY, IssuingBench.TYPE.text()).size());
  }

  @Test
  void aNameOfAnotherFormIsTheCallersMistake() {
    LedgerRefusedException refused =
        assertThrows(
            LedgerRefusedException.class, () -> entities.find(Authority.ENTITY, "no code"));
    assertEquals(LedgerRefusal.ARGUMENTS_REFUSED, refused.code());
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleKey;
import org.huxin.core.id.Uscc;
import org.huxin.crypto.bytes.Bytes;
import org.junit.jupiter.api.Test;

final class AuthorityIdentityTest {
  private static final Uscc CONSUMER = new Uscc("11150603MB9T00038D");

  @Test
  void aBusinessHasOneCommitmentUnderOneSecretAndAnotherUnderAnother() {
    BusinessSecret secret = new BusinessSecret(Bytes.utf8("secret of the window"));
    BusinessSecret another = new BusinessSecret(Bytes.utf8("secret of another one"));
    assertEquals(secret.commitment("2026-1"), secret.commitment("2026-1"));
    assertNotEquals(secret.commitment("2026-1"), secret.commitment("2026-2"));
    assertNotEquals(secret.commitment("2026-1"), another.commitment("2026-1"));
    assertFalse(secret.toString().contains("window"));
    assertThrows(IllegalArgumentException.class, () -> new BusinessSecret(Bytes.utf8("too short")));
  }

  @Test
  void itsNameIsThatOfItsKey() {
    AuthorityIdentity identity =
        new AuthorityIdentity(
            ContractBench.LEDGER, CONSUMER, 3, SampleKey.of(CONSUMER, 3).signer());
    assertEquals("11150603MB9T00038D#3", identity.toString());
    assertEquals(CONSUMER, identity.authority());
    assertEquals(ContractBench.LEDGER, identity.ledger());
  }
}

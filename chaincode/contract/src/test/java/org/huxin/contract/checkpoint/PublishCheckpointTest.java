// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.checkpoint;

import static org.huxin.contract.sample.SampleCity.BAOTOU;
import static org.huxin.contract.sample.SampleCity.ORDOS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.huxin.contract.Outcome;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleKey;
import org.huxin.core.authority.Role;
import org.huxin.core.checkpoint.Checkpoint;
import org.huxin.core.checkpoint.PublishCheckpoint;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.Uscc;
import org.huxin.core.json.JsonInteger;
import org.huxin.core.json.JsonObject;
import org.huxin.core.ledger.History;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.signed.SignedStatement;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.junit.jupiter.api.Test;

final class PublishCheckpointTest {
  private static final Uscc NODE = new Uscc("11150603MB9T00038D");
  private static final Uscc OTHER = new Uscc("11150203MB9T00142W");
  private static final DivisionCode CITY = new DivisionCode("150600");

  private final ContractBench ledger = ContractBench.founded();
  private final SampleKey node = ledger.register(NODE, CITY, Optional.empty(), Role.NODE);

  @Test
  void theCitysNodePublishesItsFirstAndItsNextCheckpoint() {
    SignedStatement first = ledger.sign(node, checkpoint(1));
    ledger.accept(ORDOS, first);
    ledger.repeat(ORDOS, first);
    SignedStatement next = ledger.sign(node, 1, checkpoint(7));
    ledger.accept(ORDOS, next);
    ledger.repeat(ORDOS, next);
    assertEquals(7, ledger.get(Checkpoint.key(CITY)).published().size());
    assertEquals(2, ledger.get(Checkpoint.key(CITY)).version());
  }

  @Test
  void aLogGrows() {
    ledger.accept(ORDOS, ledger.sign(node, checkpoint(7)));
    for (int size : new int[] {6, 7}) {
      ledger.pass(Duration.ofMinutes(1));
      ledger.refuse(
          LedgerRefusal.CHECKPOINT_NOT_NEWER, ORDOS, ledger.sign(node, 1, checkpoint(size)));
    }
  }

  @Test
  void aCheckpointReplacesTheLastOne() {
    ledger.refuse(LedgerRefusal.REPLACES_UNEXPECTED, ORDOS, ledger.sign(node, 1, checkpoint(1)));
    ledger.accept(ORDOS, ledger.sign(node, checkpoint(1)));
    ledger.refuse(LedgerRefusal.REPLACES_MISSING, ORDOS, ledger.sign(node, checkpoint(2)));
    ledger.refuse(LedgerRefusal.STALE_VERSION, ORDOS, ledger.sign(node, 2, checkpoint(2)));
  }

  @Test
  void onlyANodeOfTheCityPublishes() {
    SampleKey elsewhere =
        ledger.register(OTHER, new DivisionCode("150203"), Optional.empty(), Role.NODE);
    ledger.refuse(LedgerRefusal.NOT_COMPETENT, BAOTOU, ledger.sign(elsewhere, checkpoint(1)));
    ledger.register(NODE, CITY, Optional.empty(), Role.CONSUMER);
    ledger.refuse(LedgerRefusal.ROLE_NOT_IN_FORCE, ORDOS, ledger.sign(node, checkpoint(1)));
  }

  @Test
  void oldRevisionsAreForgottenSoThatANodePublishesAsOftenAsItLikes() {
    int count = 2 * History.MAX_ENTRIES;
    ledger.accept(ORDOS, ledger.sign(node, checkpoint(1)));
    for (int size = 2; size <= count; size++) {
      ledger.accept(ORDOS, ledger.sign(node, size - 1, checkpoint(size)));
    }
    Checkpoint last = ledger.get(Checkpoint.key(CITY));
    assertEquals(count, last.version());
    assertTrue(last.history().entries().size() <= History.CLOSE_AT);
    assertEquals(Optional.empty(), ledger.ledger().segment(Checkpoint.key(CITY), 0));
    JsonObject history =
        (JsonObject)
            ((Outcome.Answer)
                    ledger.call(ORDOS.msp(), "GetHistory", List.of("Checkpoint", CITY.text())))
                .json();
    assertEquals(Optional.of(new JsonInteger(last.history().before() + 1L)), history.get("first"));
  }

  private static PublishCheckpoint checkpoint(int size) {
    return new PublishCheckpoint(
        CITY, size, DigestAlgorithm.SHA_256.digest(Bytes.utf8("root " + size)), Bytes.utf8("note"));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.log;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huxin.core.checkpoint.Checkpoint;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LedgerId;
import org.huxin.core.log.SampleCities;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.node.replica.AcceptedBlock;
import org.huxin.node.replica.AcceptedTransaction;

/** A city's node that is shown some history. */
final class SampleNode {
  static final LedgerId LEDGER = new LedgerId(SampleCities.digest("ledger"));
  static final SampleCities CITIES = new SampleCities(LEDGER);
  static final Instant NOW = Instant.parse("2027-03-01T04:00:00Z");

  final MemoryKeys keys = new MemoryKeys();
  final NodeLog log = new NodeLog(keys);
  final CheckpointDesk desk;
  private final LogParticipant participant = new LogParticipant();

  SampleNode(DivisionCode city) {
    this.desk =
        new CheckpointDesk(
            CITIES.origin(city),
            CITIES.trusted(3),
            log,
            CITIES.signer(city),
            Clock.fixed(NOW, ZoneOffset.UTC));
  }

  /** Shows it the blocks of a history, which may part from the true one at a block. */
  SampleNode follow(long to, long forkedAt) {
    for (long number = 0; number < to; number++) {
      participant.accept(block(number, number >= forkedAt ? "forged" : "true"), keys);
    }
    return this;
  }

  /**
   * Blocks 0 and 1 are empty; each later one writes, and every third publishes a checkpoint too.
   */
  static AcceptedBlock block(long number, String history) {
    List<AcceptedTransaction> transactions = new ArrayList<>();
    if (number > 1) {
      transactions.add(transaction(number, 0, "\u0000key\u0000" + number % 7 + "\u0000", history));
    }
    if (number > 1 && number % 3 == 0) {
      String key = Checkpoint.key(SampleCities.CITIES.get(0)).stored();
      transactions.add(transaction(number, 1, key, history));
    }
    return new AcceptedBlock(
        number,
        SampleCities.digest("header " + number).value(),
        number == 0
            ? Optional.empty()
            : Optional.of(SampleCities.digest("commit " + number).value()),
        transactions);
  }

  private static AcceptedTransaction transaction(
      long block, int index, String key, String history) {
    return new AcceptedTransaction(
        block,
        index,
        SampleCities.digest(block + "/" + index).value().hex(),
        NOW,
        List.of(
            new AcceptedTransaction.KeyWrite(
                key, Optional.of(Bytes.utf8(history + " value of " + block)))));
  }
}

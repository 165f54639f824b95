// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.fabric.state.MemoryState;
import org.huxin.node.finding.Finding;
import org.huxin.node.finding.FindingCode;
import org.huxin.node.replica.AcceptedBlock;
import org.huxin.node.replica.AcceptedTransaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CommitTimeBoundTest {
  private static final Instant SEEN = Instant.parse("2026-11-25T02:00:00Z");

  private static List<Finding> findings(Duration... offsets) {
    List<AcceptedTransaction> transactions =
        IntStream.range(0, offsets.length)
            .mapToObj(
                i ->
                    new AcceptedTransaction(
                        9,
                        i,
                        "id" + i,
                        SEEN.plus(offsets[i]),
                        List.of(
                            new AcceptedTransaction.KeyWrite("k", Optional.of(Bytes.utf8("v"))))))
            .toList();
    return CommitTimeBound.findings(
        new AcceptedBlock(9, Bytes.empty(), Optional.empty(), transactions),
        new ReplicaLedgerView(new MemoryState(), "huxin"),
        "peer",
        SEEN);
  }

  @ParameterizedTest
  @CsvSource({"-PT5M", "PT0S", "PT5M"})
  void aTimeWithinTheLimitIsPlausible(Duration offset) {
    assertEquals(List.of(), findings(offset));
  }

  @ParameterizedTest
  @CsvSource({"-PT5M1S", "PT5M1S", "-P7D"})
  void aTimeBeyondTheLimitIsNoted(Duration offset) {
    Finding finding = findings(Duration.ZERO, offset).get(0);
    assertEquals(FindingCode.COMMIT_TIME_NOT_PLAUSIBLE, finding.code());
    assertEquals(
        Map.of(
            "transaction", "id1",
            "committedAt", Long.toString(SEEN.plus(offset).getEpochSecond()),
            "limit", "300"),
        finding.evidence());
    assertEquals(9, finding.block());
    assertEquals("peer", finding.source());
  }

  @Test
  void itStopsNothing() {
    assertEquals(false, FindingCode.COMMIT_TIME_NOT_PLAUSIBLE.stops());
    assertEquals(true, FindingCode.CONTRACT_RULE_VIOLATED.stops());
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.stock;

import static org.huxin.sdk.sample.IssuingBench.KIND;
import static org.huxin.sdk.sample.IssuingBench.licence;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.sdk.issuing.BulkIssuing;
import org.huxin.sdk.issuing.BulkProgress;
import org.huxin.sdk.issuing.IssuingRow;
import org.huxin.sdk.ledger.LedgerUnavailableException;
import org.huxin.sdk.sample.ContractLedgerClient.Fault;
import org.huxin.sdk.sample.IssuingBench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StockReportTest {
  private static final Digest SOURCE = DigestAlgorithm.SHA_256.digest(Bytes.utf8("a file"));

  @TempDir private Path folder;
  private final IssuingBench bench = new IssuingBench();

  /** Rows 1, 4, 7 … are bad, and the last one stands for the first a second time. */
  private static Iterator<IssuingRow> rows() {
    return IntStream.range(0, 12)
        .<IssuingRow>mapToObj(
            row -> {
              if (row % 3 == 1) {
                return new IssuingRow.Unreadable(Map.of("rule", StockRule.CHECK_CHARACTER.name()));
              }
              return new IssuingRow.Read(licence(row == 11 ? 0 : row));
            })
        .iterator();
  }

  private BulkProgress run(Path file) throws IOException {
    try (StockReport report = StockReport.open(file, bench.store().progress(SOURCE).nextRow())) {
      return new BulkIssuing(bench.issuer(), KIND, 3)
          .run(
              SOURCE,
              rows(),
              report,
              progress -> {
                if (progress.batches() == 1) {
                  bench.client().failNext(Fault.UNAVAILABLE);
                }
              });
    }
  }

  @Test
  void aRowStandsInTheReportOnceHoweverOftenARunIsCutOff() throws IOException {
    Path file = folder.resolve("report.jsonl");
    assertThrows(LedgerUnavailableException.class, () -> run(file));
    // The process died in the middle of a line.
    Files.writeString(file, "{\"code\":\"ROW_UN", StandardOpenOption.APPEND);
    assertEquals(new BulkProgress(12, 7, 5, 3), run(file));
    List<String> lines = Files.readAllLines(file);
    assertEquals(5, lines.size());
    assertEquals(5, lines.stream().distinct().count());
    assertEquals(Map.of("CHECK_CHARACTER", 4, "ALREADY_ISSUED", 1), StockReport.counts(file));
    // A run of what is done changes nothing.
    assertEquals(new BulkProgress(12, 7, 5, 3), run(file));
    assertEquals(lines.size(), Files.readAllLines(file).size());
  }
}

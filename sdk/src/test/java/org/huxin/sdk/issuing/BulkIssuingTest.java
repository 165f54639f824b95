// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.issuing;

import static org.huxin.sdk.sample.IssuingBench.KIND;
import static org.huxin.sdk.sample.IssuingBench.begin;
import static org.huxin.sdk.sample.IssuingBench.licence;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.huxin.core.licence.Batch;
import org.huxin.core.licence.BatchSource;
import org.huxin.core.proof.ProofFile;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.sdk.ledger.LedgerUnavailableException;
import org.huxin.sdk.ledger.OutcomeUnknownException;
import org.huxin.sdk.sample.ContractLedgerClient.Fault;
import org.huxin.sdk.sample.IssuingBench;
import org.junit.jupiter.api.Test;

final class BulkIssuingTest {
  private static final Digest SOURCE = DigestAlgorithm.SHA_256.digest(Bytes.utf8("a file"));

  private final IssuingBench bench = new IssuingBench();
  private final StringWriter report = new StringWriter();
  private final List<BulkProgress> told = new ArrayList<>();

  private BulkProgress run(int batchSize, Iterator<IssuingRow> rows) throws IOException {
    return new BulkIssuing(bench.issuer(), KIND, batchSize)
        .run(SOURCE, rows, new JsonLinesReport(report), told::add);
  }

  private static Iterator<IssuingRow> rows(int count) {
    return IntStream.range(0, count).mapToObj(BulkIssuingTest::row).iterator();
  }

  /** Rows 3, 7 and the last ones of 20 are bad. */
  private static IssuingRow row(int number) {
    return switch (number) {
      case 3, 19 -> new IssuingRow.Unreadable(Map.of("column", "ZZYXQ"));
      case 7 -> new IssuingRow.Read(begin(number).attribute("ZZ", "x").build());
      case 18 -> new IssuingRow.Read(licence(2));
      default -> new IssuingRow.Read(licence(number));
    };
  }

  @Test
  void everyRowIsAnchoredOrRejected() throws IOException {
    BulkProgress done = run(5, rows(20));
    assertEquals(new BulkProgress(20, 16, 4, 4), done);
    assertEquals(
        List.of(5L, 10L, 15L), told.subList(0, 3).stream().map(BulkProgress::anchored).toList());
    assertEquals(16, bench.store().findByHolder(IssuingBench.HOLDER).size());
    List<String> lines = report.toString().lines().toList();
    assertEquals(
        "{\"code\":\"ROW_UNREADABLE\",\"evidence\":{\"column\":\"ZZYXQ\"},\"row\":3}",
        lines.get(0));
    assertTrue(lines.get(1).contains("ATTRIBUTE_NOT_DEFINED") && lines.get(1).contains("7"));
    assertEquals(4, lines.size());
    assertTrue(lines.stream().anyMatch(line -> line.contains("ALREADY_ISSUED")));
  }

  @Test
  void theBatchesOnTheLedgerAccountForTheRows() throws IOException {
    run(5, rows(20));
    int rows = 0;
    for (List<String> submission : bench.client().submissions()) {
      Batch batch =
          bench
              .bench()
              .get(Batch.key(org.huxin.core.jws.Jws.parse(submission.get(0)).statementId()));
      BatchSource source = batch.source().orElseThrow();
      assertEquals(rows, source.firstRow());
      assertEquals(source.rows(), batch.size() + source.rejected());
      rows += source.rows();
    }
    assertTrue(rows >= 17 && rows <= 20);
  }

  @Test
  void aRunThatIsCutOffAnywhereGoesOnWithoutLossOrDouble() throws IOException {
    for (Fault fault : Fault.values()) {
      for (int healthy = 0; healthy < 4; healthy++) {
        IssuingBench fresh = new IssuingBench();
        BulkIssuing first = new BulkIssuing(fresh.issuer(), KIND, 5);
        int left = healthy;
        Class<? extends RuntimeException> expected =
            fault == Fault.UNAVAILABLE
                ? LedgerUnavailableException.class
                : OutcomeUnknownException.class;
        if (left == 0) {
          fresh.client().failNext(fault);
        }
        List<BulkProgress> seen = new ArrayList<>();
        assertThrows(
            expected,
            () ->
                first.run(
                    SOURCE,
                    rows(20),
                    (row, refusal) -> {},
                    progress -> {
                      seen.add(progress);
                      if (seen.size() == left) {
                        fresh.client().failNext(fault);
                      }
                    }));
        BulkProgress done =
            new BulkIssuing(fresh.issuer(), KIND, 5)
                .run(SOURCE, rows(20), (row, refusal) -> {}, progress -> {});
        assertEquals(new BulkProgress(20, 16, 4, 4), done);
        assertEquals(4, fresh.client().submissions().size());
        assertEquals(
            16,
            fresh.store().findByHolder(IssuingBench.HOLDER).stream()
                .map(ProofFile::record)
                .distinct()
                .count());
      }
    }
  }

  @Test
  void aFinishedSourceIsNotIssuedAgain() throws IOException {
    run(5, rows(17));
    int before = bench.client().submissions().size();
    assertEquals(new BulkProgress(17, 15, 2, 3), run(5, rows(17)));
    assertEquals(before, bench.client().submissions().size());
  }

  @Test
  void aSourceOfBadRowsOnlyAnchorsNothing() throws IOException {
    Iterator<IssuingRow> bad =
        List.<IssuingRow>of(
                new IssuingRow.Unreadable(Map.of()), new IssuingRow.Unreadable(Map.of()))
            .iterator();
    assertEquals(new BulkProgress(2, 0, 2, 0), run(5, bad));
    assertEquals(List.of(), bench.client().submissions());
  }

  @Test
  void aClassifiedTypeEndsTheRun() {
    BatchKind classified = BatchKind.current(IssuingBench.CLASSIFIED, 1, IssuingBench.DONGSHENG);
    IssuingRefusedException refused =
        assertThrows(
            IssuingRefusedException.class,
            () ->
                new BulkIssuing(bench.issuer(), classified, 5)
                    .run(SOURCE, rows(1), (row, refusal) -> {}, progress -> {}));
    assertEquals(IssuingRefusal.TYPE_CLASSIFIED, refused.code());
  }

  @Test
  void whatABatchHeldIsFreeOnceItIsAnchored() throws IOException {
    List<WeakReference<Licence>> given = new ArrayList<>();
    Iterator<IssuingRow> rows =
        IntStream.range(0, 40)
            .<IssuingRow>mapToObj(
                number -> {
                  Licence licence = licence(100 + number);
                  given.add(new WeakReference<>(licence));
                  return new IssuingRow.Read(licence);
                })
            .iterator();
    List<Boolean> free = new ArrayList<>();
    BulkProgress done =
        new BulkIssuing(bench.issuer(), KIND, 10)
            .run(
                SOURCE,
                rows,
                new JsonLinesReport(report),
                progress -> free.add(becomesFree(given.subList(0, given.size() - 1))));
    assertEquals(new BulkProgress(40, 40, 0, 4), done);
    assertEquals(List.of(true, true, true, true), free);
  }

  /** Asks the collector until it has taken all: a bounded number of times. */
  private static boolean becomesFree(List<WeakReference<Licence>> references) {
    for (int i = 0; i < 50; i++) {
      if (references.stream().map(WeakReference::get).allMatch(each -> each == null)) {
        return true;
      }
      System.gc();
    }
    return false;
  }

  @Test
  void numbersThatDoNotAddUpAreNoProgress() {
    assertThrows(IllegalArgumentException.class, () -> new BulkProgress(3, 1, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new BulkIssuing(bench.issuer(), KIND, 0));
    assertEquals(Optional.empty(), told.stream().findAny());
  }
}

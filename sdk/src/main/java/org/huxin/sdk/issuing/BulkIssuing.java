// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.issuing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.huxin.core.id.AnchorKey;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.crypto.digest.Digest;
import org.huxin.sdk.proofstore.SourceProgress;
import org.huxin.sdk.proofstore.SourceRows;

/**
 * Issues a source of any length, batch after batch, in the memory of one batch.
 *
 * <pre>{@code
 * BulkProgress done =
 *     new BulkIssuing(issuer, kind, BulkIssuing.DEFAULT_BATCH_SIZE)
 *         .run(digestOfFile, rows, new JsonLinesReport(writer), progress -> show(progress));
 * }</pre>
 *
 * <p>Every batch says which rows of the source it accounts for, and the proof store holds it before
 * it is submitted. So a run that was cut off, wherever it was, is called again with the same source
 * and goes on behind the last batch: no licence is lost, and none is anchored twice.
 */
public final class BulkIssuing {
  /** Enough that the ledger's cost of a licence vanishes, in some ten megabytes. */
  public static final int DEFAULT_BATCH_SIZE = 8_192;

  /**
   * As many entries of statuses as one statement takes, with room: the ledger's limit is higher.
   */
  private static final int MAX_ENTRIES = 100;

  private final Issuer issuer;
  private final BatchKind kind;
  private final int batchSize;

  /**
   * Of licences of one kind.
   *
   * @param batchSize how many licences a batch holds, at least one
   * @throws IllegalArgumentException if it is smaller
   */
  public BulkIssuing(Issuer issuer, BatchKind kind, int batchSize) {
    if (batchSize < 1) {
      throw new IllegalArgumentException("a batch holds at least one licence");
    }
    this.issuer = issuer;
    this.kind = kind;
    this.batchSize = batchSize;
  }

  /**
   * Issues what of a source is not issued yet. One run of a source at a time.
   *
   * @param source the source's digest, by which a run is found again
   * @param rows all its rows, from the first one, in the same order every time
   * @param report where rows that are not issued are told
   * @param progress told after every batch
   * @return how it came out, with what earlier runs did
   * @throws LedgerRefusedException if the ledger refuses a batch; what was anchored before stands
   * @throws org.huxin.sdk.ledger.LedgerUnavailableException if the ledger cannot be reached
   * @throws org.huxin.sdk.ledger.OutcomeUnknownException if it is not known what became of a batch
   * @throws org.huxin.sdk.proofstore.ProofStoreFailedException if the database fails
   * @throws IOException if the report cannot be written
   */
  public BulkProgress run(
      Digest source, Iterator<IssuingRow> rows, RowReport report, Consumer<BulkProgress> progress)
      throws IOException {
    Recovery recovery = issuer.recover();
    if (!recovery.refused().isEmpty()) {
      throw recovery.refused().get(0);
    }
    Window window = new Window(source, issuer.store().progress(source), report, progress);
    for (long row = 0; rows.hasNext(); row++) {
      IssuingRow next = rows.next();
      if (row >= window.done.nextRow()) {
        window.take(row, next);
      }
    }
    return window.finish();
  }

  /** The rows behind the last batch. */
  private final class Window {
    private final Digest source;
    private final RowReport report;
    private final Consumer<BulkProgress> progress;
    private SourceProgress done;
    private final List<PreparedLicence> licences = new ArrayList<>();
    private final List<Long> licenceRows = new ArrayList<>();
    private final Set<AnchorKey> keys = new HashSet<>();
    private int entries;
    private int rows;
    private int rejected;

    Window(Digest source, SourceProgress done, RowReport report, Consumer<BulkProgress> progress) {
      this.source = source;
      this.done = done;
      this.report = report;
      this.progress = progress;
    }

    void take(long row, IssuingRow next) throws IOException {
      rows++;
      try {
        add(row, next);
      } catch (IssuingRefusedException e) {
        if (e.code() == IssuingRefusal.TYPE_CLASSIFIED
            || e.code() == IssuingRefusal.TYPE_NOT_DEFINED) {
          throw e; // no row of the source can be issued
        }
        reject(row, e);
      }
      if (licences.size() >= batchSize || entries >= MAX_ENTRIES) {
        anchor();
      }
    }

    private void add(long row, IssuingRow next) {
      if (next instanceof IssuingRow.Unreadable unreadable) {
        throw new IssuingRefusedException(IssuingRefusal.ROW_UNREADABLE, unreadable.evidence());
      }
      PreparedLicence licence = issuer.prepare(kind, ((IssuingRow.Read) next).licence());
      if (!keys.add(licence.anchorKey())) {
        throw Issuer.alreadyIssued(licence.anchorKey());
      }
      licences.add(licence);
      licenceRows.add(row);
      entries += licence.entries();
    }

    private void reject(long row, IssuingRefusedException refusal) throws IOException {
      rejected++;
      report.rejected(row, refusal);
    }

    private void anchor() throws IOException {
      rejectKnown();
      if (licences.isEmpty()) {
        return;
      }
      SourceRows of = new SourceRows(source, done.nextRow(), rows, rejected);
      int size =
          issuer.anchorPrepared(kind, List.copyOf(licences), Optional.of(of)).licences().size();
      done =
          new SourceProgress(
              done.nextRow() + rows,
              done.anchored() + size,
              done.rejected() + rejected,
              done.batches() + 1);
      licences.clear();
      licenceRows.clear();
      keys.clear();
      entries = 0;
      rows = 0;
      rejected = 0;
      progress.accept(current());
    }

    /** What the store holds was issued from elsewhere, or by an earlier row of this source. */
    private void rejectKnown() throws IOException {
      Set<AnchorKey> known = issuer.known(licences);
      for (int i = licences.size() - 1; i >= 0 && !known.isEmpty(); i--) {
        AnchorKey key = licences.get(i).anchorKey();
        if (known.contains(key)) {
          entries -= licences.get(i).entries();
          licences.remove(i);
          reject(licenceRows.remove(i), Issuer.alreadyIssued(key));
        }
      }
    }

    /** Rejected rows behind the last licence belong to no batch: the report alone has them. */
    BulkProgress finish() throws IOException {
      anchor();
      return current();
    }

    private BulkProgress current() {
      return new BulkProgress(
          done.nextRow() + rows, done.anchored(), done.rejected() + rejected, done.batches());
    }
  }
}

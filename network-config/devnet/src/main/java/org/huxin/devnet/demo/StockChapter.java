// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.huxin.core.catalogue.LicenceType;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.licence.Batch;
import org.huxin.core.licence.BatchSource;
import org.huxin.core.licence.TrustLevel;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.verdict.Validity;
import org.huxin.crypto.digest.Digest;
import org.huxin.sdk.issuing.BatchKind;
import org.huxin.sdk.issuing.BulkIssuing;
import org.huxin.sdk.issuing.BulkProgress;
import org.huxin.sdk.issuing.IssuingRefusal;
import org.huxin.sdk.issuing.IssuingRefusedException;
import org.huxin.sdk.verifying.VerificationRequest;

/** 5,000 licences of an old system are anchored in bulk; seven bad rows are told, none is lost. */
final class StockChapter implements Chapter {
  private static final Office ISSUER = Office.DONGSHENG_MARKET;
  private static final int BATCH_SIZE = 1_000;
  private static final int GOOD_ROW = 2_022;

  @Override
  public String name() {
    return "stock";
  }

  @Override
  public void tell(World world, Narrator narrator) throws IOException {
    List<String> rejected = new ArrayList<>();
    Digest source = StockRows.source(ISSUER);
    int bad = StockRows.FAULTS.size();
    String all = sum(StockRows.COUNT, StockRows.COUNT - bad, bad);
    narrator.outcome(
        "anchor", all, () -> sum(run(world, narrator, source, rejected)), StockRows.COUNT);
    narrator.outcome(
        "report",
        new TreeMap<>(StockRows.FAULTS)
            .values().stream().map(StockRows.Fault::code).collect(Collectors.joining(",")),
        () -> String.join(",", rejected));
    narrator.outcome("reconcile", all, () -> reconcile(world, source));
    long block = world.block();
    narrator.outcome(
        "again",
        Long.toString(block),
        () -> {
          BulkProgress unused = run(world, narrator, source, new ArrayList<>());
          return Long.toString(world.block());
        });
    ProofFile proof =
        narrator.done(
            "find",
            () -> world.huxin(ISSUER).proofs().findByHolder(StockRows.holder(GOOD_ROW)).get(0));
    narrator.verdict(
        "verify",
        Validity.VALID.name(),
        () ->
            world
                .huxin(Service.BRANCH.owner())
                .verify(
                    Optional.empty(),
                    proof,
                    VerificationRequest.asOf(world.ledger().now())
                        .usedFor(World.context(Service.BRANCH, List.of()))));
  }

  private static BulkProgress run(
      World world, Narrator narrator, Digest source, List<String> rejected) throws IOException {
    return new BulkIssuing(
            world.huxin(ISSUER).issuer(),
            BatchKind.stock(
                LicenceKind.BUSINESS.code(), LicenceKind.VERSION, ISSUER.division(), TrustLevel.B),
            BATCH_SIZE)
        .run(
            source,
            new StockRows(ISSUER, type -> isClassified(world, type)),
            (row, refusal) -> rejected.add(code(refusal)),
            progress -> narrator.progress("anchor", progress.rows(), StockRows.COUNT));
  }

  private static boolean isClassified(World world, LicenceTypeCode type) {
    return !type.equals(LicenceKind.BUSINESS.code())
        && world
            .ledger()
            .get(ISSUER, LicenceType.ENTITY, type.text(), Integer.toString(LicenceKind.VERSION))
            .definition()
            .classified();
  }

  /** What the reader says of a row that it could not read, or else why it is not issued. */
  private static String code(IssuingRefusedException refusal) {
    return refusal.code() == IssuingRefusal.ROW_UNREADABLE
        ? String.valueOf(refusal.evidence().get("code"))
        : refusal.code().name();
  }

  /** What the batches on the ledger say of the source's rows. */
  private static String reconcile(World world, Digest source) {
    List<Batch> batches =
        world.ledger().entities(ISSUER).list(Batch.ENTITY).stream()
            .filter(batch -> batch.source().map(BatchSource::digest).equals(Optional.of(source)))
            .toList();
    return sum(
        batches.stream().mapToInt(batch -> batch.source().orElseThrow().rows()).sum(),
        batches.stream().mapToInt(Batch::size).sum(),
        batches.stream().mapToInt(batch -> batch.source().orElseThrow().rejected()).sum());
  }

  private static String sum(BulkProgress done) {
    return sum(done.rows(), done.anchored(), done.rejected());
  }

  private static String sum(long rows, long anchored, long rejected) {
    return rows + " = " + anchored + " + " + rejected;
  }
}

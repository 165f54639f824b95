// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk;

import static org.huxin.sdk.sample.IssuingBench.ISSUER;
import static org.huxin.sdk.sample.IssuingBench.KIND;
import static org.huxin.sdk.sample.IssuingBench.document;
import static org.huxin.sdk.sample.IssuingBench.licence;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.huxin.contract.sample.ContractBench;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.statement.Code;
import org.huxin.core.verdict.Aspect;
import org.huxin.core.verdict.Outcome;
import org.huxin.core.verdict.Validity;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.sdk.issuing.AutomaticOptions;
import org.huxin.sdk.issuing.BulkProgress;
import org.huxin.sdk.issuing.IssuingRefusal;
import org.huxin.sdk.issuing.IssuingRefusedException;
import org.huxin.sdk.issuing.IssuingRow;
import org.huxin.sdk.issuing.Recovery;
import org.huxin.sdk.ledger.LedgerUnavailableException;
import org.huxin.sdk.outbox.OutboxState;
import org.huxin.sdk.profile.DaysLeft;
import org.huxin.sdk.sample.ContractLedgerClient.Fault;
import org.huxin.sdk.sample.IssuingBench;
import org.huxin.sdk.status.StatusOrder;
import org.huxin.sdk.verifying.VerificationRequest;
import org.huxin.seal.ofd.ByteSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HuxinTest {
  private static final Bytes SECRET = Bytes.utf8("a secret of thirty-two bytes, no less");
  private static final Code REASON = new Code("SAMPLE");

  private final IssuingBench bench = new IssuingBench();

  private HuxinBuilder builder() {
    return Huxin.builder(ContractBench.LEDGER, bench.client())
        .authority(ISSUER, 1, bench.key().signer())
        .secret(SECRET)
        .database(bench.database())
        .automatic(new AutomaticOptions(Duration.ofMillis(1), 16, 64))
        .clock(bench.bench()::now);
  }

  private static ProofFile issue(Huxin huxin, int number) {
    return huxin.issue(KIND, licence(number)).join();
  }

  @Test
  void aLicenceIsIssuedVerifiedAndSuspended() throws IOException {
    try (Huxin huxin = builder().build()) {
      huxin.createTables();
      ProofFile proof = issue(huxin, 1);
      assertEquals(Validity.VALID, huxin.verify(document(1), proof).result());
      assertEquals(Validity.INVALID, huxin.verify(document(2), proof).result());
      assertEquals(List.of(proof), huxin.proofs().findByHolder(IssuingBench.HOLDER));
      huxin
          .statuses()
          .change(
              StatusOrder.suspend(
                  REASON,
                  DigestAlgorithm.SHA_256.digest(Bytes.utf8("decision")),
                  proof.record().ref()));
      assertEquals(Validity.INVALID, huxin.verify(document(1), proof).result());
      VerificationRequest before =
          VerificationRequest.asOf(bench.bench().now()).heldBy(IssuingBench.HOLDER);
      assertEquals(
          Outcome.FAILED,
          huxin
              .verify(Optional.of(ByteSource.of(document(1))), proof, before)
              .of(Aspect.STATUS)
              .outcome());
      assertEquals(
          Validity.INDETERMINATE,
          huxin
              .offline(bench.key().named())
              .verify(Optional.of(ByteSource.of(document(1))), proof, bench.bench().now())
              .result());
      assertEquals(ContractBench.LEDGER, huxin.ledgerId());
      assertEquals(ISSUER, huxin.identity().authority());
    }
  }

  @Test
  void theSameLicenceHasTheSameNameInTheNextProcess() {
    try (Huxin huxin = builder().build()) {
      huxin.createTables();
      ProofFile unused = issue(huxin, 1);
    }
    try (Huxin again = builder().build()) {
      CompletionException failed = assertThrows(CompletionException.class, () -> issue(again, 1));
      assertEquals(
          IssuingRefusal.ALREADY_ISSUED,
          assertInstanceOf(IssuingRefusedException.class, failed.getCause()).code());
      assertEquals(1, again.proofs().findByHolder(IssuingBench.HOLDER).size());
    }
  }

  @Test
  void whatAProcessLeftPendingIsSubmittedByTheNext() {
    bench.client().failNext(Fault.UNAVAILABLE);
    try (Huxin huxin = builder().build()) {
      huxin.createTables();
      assertThrows(LedgerUnavailableException.class, () -> huxin.issue(KIND, List.of(licence(1))));
    }
    try (Huxin next = builder().build()) {
      assertEquals(new Recovery(1, List.of()), next.recover());
      assertEquals(1, next.proofs().findByHolder(IssuingBench.HOLDER).size());
    }
  }

  @Test
  void closingAnchorsWhatWaits() {
    List<CompletableFuture<ProofFile>> waiting = new ArrayList<>();
    Huxin huxin = builder().automatic(new AutomaticOptions(Duration.ofHours(1), 16, 64)).build();
    huxin.createTables();
    waiting.add(huxin.issue(KIND, licence(1)));
    waiting.add(huxin.issue(KIND, licence(2)));
    assertFalse(waiting.get(0).isDone());
    huxin.close();
    assertEquals(waiting.get(0).join().batchId(), waiting.get(1).join().batchId());
    assertThrows(IllegalStateException.class, () -> huxin.issue(KIND, licence(3)));
  }

  @Test
  void aSourceIsIssuedInBulk() throws IOException {
    try (Huxin huxin = builder().build()) {
      huxin.createTables();
      List<IssuingRow> rows =
          List.of(new IssuingRow.Read(licence(1)), new IssuingRow.Unreadable(Map.of()));
      BulkProgress done =
          huxin
              .bulk(KIND)
              .run(
                  DigestAlgorithm.SHA_256.digest(Bytes.utf8("a file")),
                  rows.iterator(),
                  (row, refusal) -> assertEquals(1, row),
                  progress -> {});
      assertEquals(new BulkProgress(2, 1, 1, 1), done);
    }
  }

  @Test
  void aStatementOfTheOutboxGoesWithTheCallersTransaction() throws SQLException {
    try (Huxin huxin = builder().build()) {
      huxin.createTables();
      ProofFile proof = issue(huxin, 1);
      long id;
      try (Connection connection = bench.database().getConnection()) {
        connection.setAutoCommit(false);
        long unused = huxin.enqueue(connection, "licence 1", suspension(huxin, proof));
        connection.rollback();
        id = huxin.enqueue(connection, "licence 1", suspension(huxin, proof));
        connection.commit();
      }
      assertEquals(1, huxin.relay("this process").relayDue());
      assertEquals(OutboxState.COMMITTED, huxin.outbox().find(id).orElseThrow().state());
      assertTrue(huxin.statuses().find(proof.record().ref()).isPresent());
    }
  }

  private static org.huxin.core.signed.SignedStatement suspension(Huxin huxin, ProofFile proof) {
    return huxin
        .statuses()
        .sign(
            List.of(
                StatusOrder.suspend(
                    REASON,
                    DigestAlgorithm.SHA_256.digest(Bytes.utf8("decision")),
                    proof.record().ref())));
  }

  @Test
  void whoOnlyVerifiesNeedsALedgerAlone() throws IOException {
    ProofFile proof = bench.issuer().anchor(KIND, List.of(licence(1))).get(0);
    try (Huxin window =
        Huxin.builder(ContractBench.LEDGER, bench.client()).clock(bench.bench()::now).build()) {
      assertEquals(Validity.VALID, window.verify(document(1), proof).result());
      assertEquals(List.of(), window.daysLeft());
      for (Runnable missing :
          List.<Runnable>of(
              window::issuer,
              window::proofs,
              window::identity,
              window::outbox,
              () -> window.relay("x"),
              window::statuses,
              window::consent,
              window::papers,
              window::commitments,
              window::identityProvider,
              () -> window.uses(IssuingBench.DONGSHENG),
              () -> issue(window, 1))) {
        IllegalStateException refused = assertThrows(IllegalStateException.class, missing::run);
        assertTrue(String.valueOf(refused.getMessage()).startsWith("built without "));
      }
    }
  }

  @Test
  void whoeverAsksForConsentHasThePartsOfIt() {
    try (Huxin huxin = builder().build()) {
      for (Object part :
          List.of(
              huxin.consent(),
              huxin.uses(IssuingBench.DONGSHENG),
              huxin.papers(),
              huxin.commitments(),
              huxin.identityProvider(),
              huxin.wallet(),
              huxin.certificateFree())) {
        assertTrue(part.getClass().getPackageName().startsWith("org.huxin.sdk."));
      }
    }
  }

  @Test
  void aClientWithoutEventsSaysSo() {
    try (Huxin huxin = builder().build()) {
      assertThrows(
          IllegalStateException.class,
          () -> huxin.events(new org.huxin.sdk.events.FileCheckpoint(Path.of("checkpoint"))));
    }
  }

  @Test
  void aSecretThatCanBeGuessedIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> builder().secret(Bytes.utf8("too short")));
  }

  @Test
  void theProfilesCertificatesAreReported(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("profile.json");
    Files.writeString(file, example(), StandardCharsets.UTF_8);
    try (Huxin huxin = Huxin.builder(file).build()) {
      assertEquals(
          Set.of("identity", "127.0.0.1:7051"),
          huxin.daysLeft().stream().map(DaysLeft::place).collect(Collectors.toSet()));
    }
  }

  /** The worked example of proto/spec/connection-profile.md. */
  private static String example() throws IOException {
    String page =
        Files.readString(
            Path.of(System.getProperty("huxin.root", ""), "proto/spec/connection-profile.md"));
    int begin = page.indexOf("```json\n") + 8;
    return page.substring(begin, page.indexOf("\n```", begin));
  }
}

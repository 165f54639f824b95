// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.issuing;

import static org.huxin.sdk.sample.IssuingBench.ISSUER;
import static org.huxin.sdk.sample.IssuingBench.KIND;
import static org.huxin.sdk.sample.IssuingBench.begin;
import static org.huxin.sdk.sample.IssuingBench.licence;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;
import org.huxin.core.licence.Supersede;
import org.huxin.core.licence.SupersedeReason;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.sdk.ledger.LedgerUnavailableException;
import org.huxin.sdk.sample.ContractLedgerClient.Fault;
import org.huxin.sdk.sample.IssuingBench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AutomaticIssuingTest {
  private static final Duration NEVER = Duration.ofDays(1);

  private final IssuingBench bench = new IssuingBench();
  private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(2);

  @AfterEach
  void end() {
    executor.shutdownNow();
  }

  private AutomaticIssuing issuing(Duration linger, int batchSize, int capacity) {
    return new AutomaticIssuing(
        bench.issuer(), new AutomaticOptions(linger, batchSize, capacity), executor);
  }

  @Test
  void aFullBatchDoesNotLinger() {
    try (AutomaticIssuing issuing = issuing(NEVER, 4, 8)) {
      List<CompletableFuture<ProofFile>> proofs =
          IntStream.range(0, 8).mapToObj(i -> issuing.issue(KIND, licence(i))).toList();
      for (CompletableFuture<ProofFile> proof : proofs) {
        assertEquals(4, proof.join().inclusion().treeSize());
      }
    }
    assertEquals(2, bench.client().submissions().size());
  }

  @Test
  void whoComesAloneWaitsNoLongerThanTheLinger() {
    try (AutomaticIssuing issuing = issuing(Duration.ofMillis(1), 4, 8)) {
      assertEquals(1, issuing.issue(KIND, licence(1)).join().inclusion().treeSize());
    }
  }

  @Test
  void closingIssuesWhatWaits() {
    AutomaticIssuing issuing = issuing(NEVER, 4, 8);
    CompletableFuture<ProofFile> proof = issuing.issue(KIND, licence(1));
    issuing.close();
    assertTrue(proof.isDone() && !proof.isCompletedExceptionally());
    assertRefused(IssuingRefusal.CLOSED, issuing.issue(KIND, licence(2)));
  }

  @Test
  void oneThatCannotBeIssuedDoesNotHoldUpTheOthers() {
    try (AutomaticIssuing issuing = issuing(NEVER, 2, 8)) {
      CompletableFuture<ProofFile> first = issuing.issue(KIND, licence(1));
      assertRefused(
          IssuingRefusal.ATTRIBUTE_NOT_DEFINED,
          issuing.issue(KIND, begin(2).attribute("ZZ", "x").build()));
      assertRefused(IssuingRefusal.ALREADY_ISSUED, issuing.issue(KIND, licence(1)));
      assertEquals(2, issuing.issue(KIND, licence(3)).join().inclusion().treeSize());
      assertEquals(2, first.join().inclusion().treeSize());
    }
  }

  @Test
  void oneThatWasIssuedBeforeIsRefusedAloneOfItsBatch() {
    bench.issuer().anchor(KIND, List.of(licence(1)));
    try (AutomaticIssuing issuing = issuing(NEVER, 2, 8)) {
      CompletableFuture<ProofFile> again = issuing.issue(KIND, licence(1));
      assertEquals(1, issuing.issue(KIND, licence(2)).join().inclusion().treeSize());
      assertRefused(IssuingRefusal.ALREADY_ISSUED, again);
    }
  }

  @Test
  void aSuccessorMakesABatchOfItsOwn() {
    ProofFile earlier = bench.issuer().anchor(KIND, List.of(licence(1))).get(0);
    Licence.Builder later =
        Licence.builder(IssuingBench.identifier(ISSUER, 1, 2), LocalDate.of(2026, 1, 30))
            .attribute("MC", "x")
            .holder(IssuingBench.HOLDER)
            .supersedes(
                new Supersede(
                    earlier.record().ref(),
                    SupersedeReason.CHANGED,
                    Optional.empty(),
                    Optional.empty()));
    try (AutomaticIssuing issuing = issuing(NEVER, 2, 8)) {
      CompletableFuture<ProofFile> other = issuing.issue(KIND, licence(2));
      assertEquals(1, issuing.issue(KIND, later.build()).join().inclusion().treeSize());
      assertFalse(other.isDone());
    }
  }

  @Test
  void whyABatchFailedIsToldToAllOfIt() {
    bench.client().failNext(Fault.UNAVAILABLE);
    try (AutomaticIssuing issuing = issuing(NEVER, 2, 8)) {
      CompletableFuture<ProofFile> one = issuing.issue(KIND, licence(1));
      CompletableFuture<ProofFile> two = issuing.issue(KIND, licence(2));
      for (CompletableFuture<ProofFile> proof : List.of(one, two)) {
        CompletionException failed = assertThrows(CompletionException.class, proof::join);
        assertTrue(failed.getCause() instanceof LedgerUnavailableException);
      }
    }
    assertEquals(1, bench.issuer().recover().anchored());
    BatchKind elsewhere =
        BatchKind.current(IssuingBench.TYPE, 1, org.huxin.contract.sample.SampleCity.HOHHOT.code());
    try (AutomaticIssuing issuing = issuing(Duration.ZERO, 2, 8)) {
      CompletionException failed =
          assertThrows(CompletionException.class, issuing.issue(elsewhere, licence(3))::join);
      assertTrue(failed.getCause() instanceof LedgerRefusedException);
    }
  }

  @Test
  void whoBringsTooManyIsHeldUpUntilThereIsRoom() {
    CompletableFuture<CompletableFuture<ProofFile>> third = new CompletableFuture<>();
    try (AutomaticIssuing issuing = issuing(NEVER, 2, 2)) {
      CompletableFuture<ProofFile> first = issuing.issue(KIND, licence(1));
      CompletableFuture<ProofFile> second;
      synchronized (bench.client()) { // the ledger does not answer yet
        second = issuing.issue(KIND, licence(2));
        Thread thread = new Thread(() -> third.complete(issuing.issue(KIND, licence(3))));
        thread.start();
        while (thread.getState() != Thread.State.WAITING) {
          Thread.onSpinWait();
        }
        assertFalse(third.isDone());
      }
      assertEquals(2, first.join().inclusion().treeSize());
      assertEquals(2, second.join().inclusion().treeSize());
      assertFalse(third.join().isDone());
    }
    assertEquals(1, third.join().join().inclusion().treeSize());
  }

  @Test
  void whoIsInterruptedWhileHeldUpIsTold() throws InterruptedException {
    try (AutomaticIssuing issuing = issuing(NEVER, 1, 1)) {
      // The type is known now, so that preparing needs no ledger.
      issuing.issue(KIND, licence(1)).join();
      CompletableFuture<CompletableFuture<ProofFile>> third = new CompletableFuture<>();
      CompletableFuture<ProofFile> second;
      synchronized (bench.client()) {
        second = issuing.issue(KIND, licence(2));
        Thread thread =
            new Thread(
                () -> {
                  Thread.currentThread().interrupt();
                  third.complete(issuing.issue(KIND, licence(3)));
                });
        thread.start();
        thread.join();
      }
      assertRefused(IssuingRefusal.INTERRUPTED, third.join());
      assertEquals(1, second.join().inclusion().treeSize());
    }
  }

  @Test
  void optionsThatCannotWorkAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new AutomaticOptions(Duration.ofMillis(-1), 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new AutomaticOptions(NEVER, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new AutomaticOptions(NEVER, 2, 1));
  }

  private static void assertRefused(IssuingRefusal code, CompletableFuture<ProofFile> proof) {
    CompletionException failed = assertThrows(CompletionException.class, proof::join);
    IssuingRefusedException refused =
        assertInstanceOf(IssuingRefusedException.class, failed.getCause());
    assertEquals(code, refused.code());
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.licence;

import static org.huxin.contract.licence.LicenceBench.BASIS;
import static org.huxin.contract.licence.LicenceBench.ISSUER;
import static org.huxin.contract.licence.LicenceBench.ORDOS;
import static org.huxin.contract.licence.LicenceBench.SUCCESSOR;
import static org.huxin.contract.licence.LicenceBench.id;
import static org.huxin.contract.licence.LicenceBench.licence;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleCity;
import org.huxin.contract.sample.SampleKey;
import org.huxin.core.id.StatementId;
import org.huxin.core.licence.Batch;
import org.huxin.core.licence.Supersede;
import org.huxin.core.licence.SupersedeReason;
import org.huxin.core.licence.VoidBatch;
import org.huxin.core.licence.VoidReason;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.signed.SignedStatement;
import org.junit.jupiter.api.Test;

final class VoidBatchOperationTest {
  private final LicenceBench licences = new LicenceBench();
  private final ContractBench bench = licences.bench;
  private final StatementId batch = anchored();

  private StatementId anchored() {
    SignedStatement statement = bench.sign(licences.issuer, licences.batch("a"));
    return licences.anchor(statement).statement();
  }

  private VoidBatch voids(VoidReason reason) {
    return new VoidBatch(batch, reason, BASIS, bench.now());
  }

  private void refuse(LedgerRefusal code, SampleKey key, VoidBatch statement) {
    bench.refuse(code, SampleCity.ORDOS, bench.sign(key, statement));
  }

  @Test
  void theIssuerVoidsABatchAndWhatWasKnownBeforeStays() {
    licences.pass(1);
    SignedStatement statement = bench.sign(licences.issuer, voids(VoidReason.ANCHORED_IN_ERROR));
    bench.accept(SampleCity.ORDOS, statement);
    Batch after = bench.get(Batch.key(batch));
    assertTrue(after.isVoid(Optional.empty()));
    assertFalse(after.isVoid(Optional.of(bench.now().minusSeconds(1))));
    assertEquals(batch, after.id());
    assertEquals(2, after.version());
    bench.repeat(SampleCity.ORDOS, statement);
  }

  @Test
  void whoSucceedsTheIssuerVoids() {
    licences.accredit(SUCCESSOR, ORDOS, Optional.of(ISSUER));
    bench.accept(SampleCity.ORDOS, bench.sign(licences.successor, voids(VoidReason.DUPLICATE)));
    assertTrue(bench.get(Batch.key(batch)).isVoid(Optional.empty()));
  }

  @Test
  void nobodyElseVoids() {
    refuse(LedgerRefusal.NOT_COMPETENT, licences.successor, voids(VoidReason.DUPLICATE));
    refuse(LedgerRefusal.NOT_COMPETENT, licences.superior, voids(VoidReason.DUPLICATE));
    refuse(LedgerRefusal.NOT_COMPETENT, licences.supervisor, voids(VoidReason.DUPLICATE));
  }

  @Test
  void anIssuerThatLostItsRoleVoidsNothing() {
    bench.register(ISSUER, LicenceBench.DONGSHENG, Optional.empty());
    refuse(LedgerRefusal.ROLE_NOT_IN_FORCE, licences.issuer, voids(VoidReason.DUPLICATE));
  }

  @Test
  void anUnknownBatchIsNotVoided() {
    refuse(
        LedgerRefusal.NOT_FOUND,
        licences.issuer,
        new VoidBatch(id("no batch"), VoidReason.DUPLICATE, BASIS, bench.now()));
  }

  @Test
  void aVoidBatchIsNotVoidedAgain() {
    bench.accept(SampleCity.ORDOS, bench.sign(licences.issuer, voids(VoidReason.DUPLICATE)));
    refuse(LedgerRefusal.BATCH_ALREADY_VOID, licences.issuer, voids(VoidReason.ANCHORED_IN_ERROR));
  }

  @Test
  void aBatchThatTookThePlaceOfOthersStays() {
    SignedStatement statement =
        bench.sign(
            licences.issuer,
            licences.superseding(
                "b",
                new Supersede(
                    licence("old"), SupersedeReason.CHANGED, Optional.empty(), Optional.empty())));
    StatementId superseding = licences.anchor(statement).statement();
    refuse(
        LedgerRefusal.BATCH_SUPERSEDES,
        licences.issuer,
        new VoidBatch(superseding, VoidReason.DUPLICATE, BASIS, bench.now()));
  }

  @Test
  void afterTheLimitOnlyACompromisedKeysBatchIsVoided() {
    Instant anchored = bench.now();
    licences.pass(30);
    bench.accept(
        SampleCity.ORDOS,
        bench.sign(
            licences.issuer, new VoidBatch(second(), VoidReason.DUPLICATE, BASIS, bench.now())));
    bench.pass(java.time.Duration.ofSeconds(1));
    refuse(LedgerRefusal.DEADLINE_PASSED, licences.issuer, voids(VoidReason.DUPLICATE));
    refuse(LedgerRefusal.KEY_NOT_COMPROMISED, licences.issuer, voids(VoidReason.KEY_COMPROMISED));
    SampleKey late = licences.compromise(ISSUER, anchored.plusSeconds(1));
    refuse(LedgerRefusal.KEY_NOT_COMPROMISED, late, voids(VoidReason.KEY_COMPROMISED));
    SampleKey next = licences.compromise(ISSUER, anchored);
    bench.accept(SampleCity.ORDOS, bench.sign(next, voids(VoidReason.KEY_COMPROMISED)));
    assertTrue(bench.get(Batch.key(batch)).isVoid(Optional.empty()));
  }

  private StatementId second() {
    SignedStatement statement = bench.sign(licences.issuer, licences.batch("second"));
    return licences.anchor(statement).statement();
  }

  @Test
  void voidingDoesNotReachBack() {
    refuse(
        LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED,
        licences.issuer,
        new VoidBatch(batch, VoidReason.DUPLICATE, BASIS, bench.now().minusSeconds(1)));
  }
}

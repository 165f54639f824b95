// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.status;

import static org.huxin.sdk.sample.IssuingBench.DONGSHENG;
import static org.huxin.sdk.sample.IssuingBench.ISSUER;
import static org.huxin.sdk.sample.IssuingBench.KIND;
import static org.huxin.sdk.sample.IssuingBench.TYPE;
import static org.huxin.sdk.sample.IssuingBench.licence;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleCity;
import org.huxin.contract.sample.SampleCompetence;
import org.huxin.contract.sample.SampleKey;
import org.huxin.core.authority.Role;
import org.huxin.core.id.AnchorKey;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Uscc;
import org.huxin.core.licence.LicenceState.Status;
import org.huxin.core.licence.StatusAction;
import org.huxin.core.licence.StatusDecision;
import org.huxin.core.licence.StatusLine;
import org.huxin.core.licence.VoidReason;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.reference.LicenceRef;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.statement.Code;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.sdk.identity.AuthorityIdentity;
import org.huxin.sdk.sample.IssuingBench;
import org.junit.jupiter.api.Test;

final class LicenceStatusesTest {
  private static final Uscc SUPERVISOR = Uscc.parse("11150622MB9T00054K");
  private static final Code REASON = new Code("SAMPLE");
  private static final Digest BASIS = DigestAlgorithm.SHA_256.digest(Bytes.utf8("a decision"));

  private final IssuingBench bench = new IssuingBench();
  private final List<LicenceRef> licences =
      bench.issuer().anchor(KIND, List.of(licence(1), licence(2), licence(3))).stream()
          .map(proof -> proof.record().ref())
          .toList();
  private final LicenceRef first = licences.get(0);
  private final LicenceRef second = licences.get(1);
  private final LicenceStatuses issuer = statuses(ISSUER, bench.key());

  private LicenceStatuses statuses(Uscc authority, SampleKey key) {
    int number = ((org.huxin.core.id.KeyId.OfAuthority) key.id()).number();
    return new LicenceStatuses(
        bench.client(),
        new AuthorityIdentity(ContractBench.LEDGER, authority, number, key.signer()),
        bench.bench()::now);
  }

  private LicenceStatuses supervisor() {
    SampleKey key =
        bench
            .bench()
            .register(SUPERVISOR, SampleCity.ORDOS.code(), Optional.empty(), Role.SUPERVISOR);
    SampleCompetence.supervise(bench.bench(), SUPERVISOR, TYPE, SampleCity.ORDOS.code());
    return statuses(SUPERVISOR, key);
  }

  private Status status(LicenceRef licence) {
    return issuer
        .find(licence)
        .map(found -> StatusLine.of(found.history().entries()).now().state().status())
        .orElse(Status.VALID);
  }

  private static LedgerRefusal refusal(Runnable change) {
    return assertThrows(LedgerRefusedException.class, change::run).code();
  }

  private static StatusRefusedException refused(Runnable change) {
    return assertThrows(StatusRefusedException.class, change::run);
  }

  @Test
  void aLicenceIsSuspendedAndResumed() {
    assertEquals(Optional.empty(), issuer.find(first));
    issuer.change(StatusOrder.suspend(REASON, BASIS, first));
    assertEquals(Status.SUSPENDED, status(first));
    issuer.change(StatusOrder.resume(REASON, BASIS, first));
    assertEquals(Status.VALID, status(first));
    assertEquals(2, issuer.find(first).orElseThrow().version());
  }

  @Test
  void manyLicencesChangeInOneStatement() {
    int before = bench.client().submissions().size();
    issuer.change(
        StatusOrder.suspend(REASON, BASIS, first, second),
        StatusOrder.cancel(REASON, BASIS, licences.get(2)));
    assertEquals(
        List.of(Status.SUSPENDED, Status.SUSPENDED, Status.CANCELLED),
        licences.stream().map(this::status).toList());
    assertEquals(before + 1, bench.client().submissions().size());
  }

  @Test
  void whatOneOfThemRefusesNoneGets() {
    issuer.change(StatusOrder.cancel(REASON, BASIS, second));
    assertEquals(
        LedgerRefusal.TRANSITION_NOT_ALLOWED,
        refusal(() -> issuer.change(StatusOrder.suspend(REASON, BASIS, first, second))));
    assertEquals(Status.VALID, status(first));
  }

  @Test
  void eachPartyHasItsOwnActions() {
    LicenceStatuses supervisor = supervisor();
    assertEquals(
        LedgerRefusal.NOT_COMPETENT,
        refusal(() -> issuer.change(StatusOrder.revoke(REASON, BASIS, first))));
    supervisor.change(StatusOrder.revoke(REASON, BASIS, first));
    assertEquals(Status.REVOKED, status(first));
    assertEquals(
        LedgerRefusal.NOT_COMPETENT,
        refusal(() -> supervisor.change(StatusOrder.cancel(REASON, BASIS, second))));
    issuer.change(
        StatusOrder.withdraw(REASON, BASIS, second)
            .effectiveFrom(bench.bench().now().minus(Duration.ofDays(1))));
    assertEquals(Status.WITHDRAWN, status(second));
  }

  @Test
  void onlyAWithdrawalReachesBack() {
    Instant yesterday = bench.bench().now().minus(Duration.ofDays(1));
    assertEquals(
        LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED,
        refusal(
            () ->
                issuer.change(StatusOrder.suspend(REASON, BASIS, first).effectiveFrom(yesterday))));
  }

  @Test
  void aTransferIsCalledBackOrClosedUnderAnAgreementOnly() {
    issuer.change(StatusOrder.transferOut(SampleCity.HOHHOT.code(), REASON, BASIS, first));
    assertEquals(Status.TRANSFERRED_OUT, status(first));
    issuer.change(StatusOrder.transferBack(REASON, BASIS, first));
    assertEquals(Status.VALID, status(first));
    assertEquals(
        LedgerRefusal.DESTINATION_NOT_ANOTHER_CITY,
        refusal(
            () ->
                issuer.change(
                    StatusOrder.transferOut(SampleCity.ORDOS.code(), REASON, BASIS, first))));
    issuer.change(StatusOrder.transferOut(SampleCity.HOHHOT.code(), REASON, BASIS, second));
    assertEquals(
        LedgerRefusal.NOT_COMPETENT,
        refusal(
            () -> issuer.change(StatusOrder.close(new StatementId(BASIS), REASON, BASIS, second))));
  }

  @Test
  void whatACompromisedKeyEnteredIsStruckOut() {
    Instant before = bench.bench().now();
    bench.bench().pass(Duration.ofSeconds(10));
    issuer.change(StatusOrder.suspend(REASON, BASIS, first));
    bench.bench().pass(Duration.ofSeconds(10));
    LicenceStatuses good = statuses(ISSUER, bench.bench().compromise(ISSUER, before));
    good.change(StatusOrder.annul(REASON, BASIS, first, 1));
    assertEquals(Status.VALID, status(first));
    assertEquals(
        LedgerRefusal.ENTRY_NOT_TO_BE_STRUCK,
        refusal(() -> good.change(StatusOrder.annul(REASON, BASIS, first, 1))));
    StatusRefusedException none =
        refused(() -> good.change(StatusOrder.annul(REASON, BASIS, second, 1)));
    assertEquals(StatusRefusal.NOTHING_TO_STRIKE, none.code());
    assertEquals(second.anchorKey().toString(), none.evidence().get("anchorKey"));
  }

  @Test
  void whoDecidedOnAnEarlierStatusIsTold() {
    issuer.change(StatusOrder.suspend(REASON, BASIS, first));
    StatusOrder cancel = StatusOrder.cancel(REASON, BASIS, first);
    assertEquals(
        LedgerRefusal.REPLACES_MISSING,
        refusal(() -> issuer.change(cancel.about(List.of(StatusTarget.seen(first, 0))))));
    issuer.change(StatusOrder.resume(REASON, BASIS, first));
    assertEquals(
        LedgerRefusal.STALE_VERSION,
        refusal(() -> issuer.change(cancel.about(List.of(StatusTarget.seen(first, 1))))));
    issuer.change(cancel.about(List.of(StatusTarget.seen(first, 2))));
    assertEquals(Status.CANCELLED, status(first));
  }

  @Test
  void aSignedStatementCanBeSubmittedLater() {
    SignedStatement signed = issuer.sign(List.of(StatusOrder.suspend(REASON, BASIS, first)));
    assertEquals(Status.VALID, status(first));
    bench.client().submit(signed);
    assertEquals(Status.SUSPENDED, status(first));
  }

  @Test
  void whatMakesNoStatementIsRefusedHere() {
    int sent = bench.client().sent().size();
    assertEquals(StatusRefusal.NO_CHANGE, refused(() -> issuer.change()).code());
    assertEquals(
        StatusRefusal.LICENCE_TWICE,
        refused(
                () ->
                    issuer.change(
                        StatusOrder.suspend(REASON, BASIS, first),
                        StatusOrder.cancel(REASON, BASIS, first)))
            .code());
    AnchorKey key = first.anchorKey();
    for (LicenceRef other :
        List.of(
            new LicenceRef(SUPERVISOR, TYPE, DONGSHENG, key),
            new LicenceRef(ISSUER, IssuingBench.CLASSIFIED, DONGSHENG, key),
            new LicenceRef(ISSUER, TYPE, SampleCity.ORDOS.code(), key))) {
      assertEquals(
          StatusRefusal.LICENCES_OF_SEVERAL,
          refused(() -> issuer.change(StatusOrder.suspend(REASON, BASIS, second, other))).code());
    }
    LicenceRef[] many =
        Stream.iterate(0, number -> number + 1)
            .limit(StatusDecision.MAX_LICENCES + 1)
            .map(number -> anything(ISSUER, TYPE, DONGSHENG, number))
            .toArray(LicenceRef[]::new);
    assertEquals(
        StatusRefusal.TOO_MANY_LICENCES,
        refused(() -> issuer.change(StatusOrder.suspend(REASON, BASIS, many))).code());
    assertThrows(IllegalArgumentException.class, () -> StatusOrder.suspend(REASON, BASIS));
    assertEquals(sent, bench.client().sent().size());
  }

  private static LicenceRef anything(
      Uscc issuer, LicenceTypeCode type, DivisionCode division, int number) {
    return new LicenceRef(
        issuer,
        type,
        division,
        new AnchorKey(DigestAlgorithm.SHA_256.digest(Bytes.utf8("licence " + number))));
  }

  @Test
  void theOrdersNameTheirActions() {
    assertEquals(
        Set.of(StatusAction.values()),
        Set.of(
            StatusOrder.suspend(REASON, BASIS, first).action(),
            StatusOrder.resume(REASON, BASIS, first).action(),
            StatusOrder.withdraw(REASON, BASIS, first).action(),
            StatusOrder.revoke(REASON, BASIS, first).action(),
            StatusOrder.cancel(REASON, BASIS, first).action(),
            StatusOrder.transferOut(SampleCity.HOHHOT.code(), REASON, BASIS, first).action(),
            StatusOrder.transferBack(REASON, BASIS, first).action(),
            StatusOrder.close(new StatementId(BASIS), REASON, BASIS, first).action(),
            StatusOrder.annul(REASON, BASIS, first, 1).action()));
  }

  @Test
  void aVoidBatchIsVoidAndItsLicencesCanBeIssuedAnew() {
    ProofFile proof = bench.store().find(first).orElseThrow();
    issuer.voidBatch(proof.batchId(), VoidReason.ANCHORED_IN_ERROR, BASIS);
    assertEquals(
        LedgerRefusal.BATCH_ALREADY_VOID,
        refusal(() -> issuer.voidBatch(proof.batchId(), VoidReason.DUPLICATE, BASIS)));
    bench.store().discard(proof.batchId());
    assertEquals(1, bench.issuer().anchor(KIND, List.of(licence(1))).size());
    assertEquals(
        LedgerRefusal.NOT_FOUND,
        refusal(() -> issuer.voidBatch(new StatementId(BASIS), VoidReason.DUPLICATE, BASIS)));
  }
}

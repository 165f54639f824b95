// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.authorization;

import static org.huxin.contract.sample.SampleCity.BAOTOU;
import static org.huxin.contract.sample.SampleCity.HOHHOT;
import static org.huxin.contract.sample.SampleCity.ORDOS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleKey;
import org.huxin.core.authorization.AssistConsent;
import org.huxin.core.authorization.Authorization;
import org.huxin.core.authorization.RevokeAuthorization;
import org.huxin.core.authorization.Tombstone;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Thumbprint;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.signed.SignedStatement;
import org.junit.jupiter.api.Test;

final class RevokeAuthorizationTest {
  private final ConsentBench bench = new ConsentBench();
  private final ContractBench ledger = bench.ledger;
  private final Thumbprint grantor = bench.holder.thumbprint();

  @Test
  void aGrantorWithdrawsThroughAnyCity() {
    StatementId grant = bench.grant(bench.sampleGrant());
    ledger.pass(Duration.ofMinutes(1));
    SignedStatement revocation = ledger.sign(bench.holder, revoke(grant));
    ledger.accept(HOHHOT, revocation, bench.attest(bench.holder));
    Authorization revoked = ledger.get(Authorization.key(grant));
    assertEquals(Optional.of(ledger.now()), revoked.revokedAt());
    assertEquals(2, revoked.version());
    ledger.repeat(HOHHOT, revocation, bench.attest(bench.holder));
  }

  @Test
  void withdrawnTwiceIsRefused() {
    StatementId grant = bench.grant(bench.sampleGrant());
    bench.revoke(grant);
    ledger.pass(Duration.ofMinutes(1));
    ledger.refuse(
        LedgerRefusal.REVOKED,
        ORDOS,
        ledger.sign(bench.holder, revoke(grant)),
        bench.attest(bench.holder));
  }

  @Test
  void aGrantThatWasWithdrawnBeforeItArrivedIsRefused() {
    SignedStatement grant = ledger.sign(bench.holder, bench.sampleGrant().build());
    SignedStatement revocation = ledger.sign(bench.holder, revoke(grant.id()));
    ledger.accept(ORDOS, revocation, bench.attest(bench.holder));
    ledger.repeat(ORDOS, revocation, bench.attest(bench.holder));
    ledger.refuse(LedgerRefusal.REVOKED, ORDOS, grant, bench.attest(bench.holder));
    assertEquals(Optional.empty(), ledger.ledger().get(Authorization.key(grant.id())));
  }

  @Test
  void nobodyBlocksTheGrantOfAnother() {
    SampleKey stranger = SampleKey.holder("stranger");
    SignedStatement grant = ledger.sign(bench.holder, bench.sampleGrant().build());
    ledger.refuse(
        LedgerRefusal.NOT_COMPETENT,
        ORDOS,
        ledger.sign(stranger, revoke(grant.id())),
        bench.attest(stranger));
    ledger.accept(
        ORDOS,
        ledger.sign(
            stranger, new RevokeAuthorization(grant.id(), Optional.of(stranger.thumbprint()))),
        bench.attest(stranger));
    assertEquals(stranger.id(), ledger.get(Tombstone.key(grant.id(), stranger.thumbprint())).by());
    ledger.accept(ORDOS, grant, bench.attest(bench.holder));
  }

  @Test
  void nobodyWithdrawsTheGrantOfAnother() {
    SampleKey stranger = SampleKey.holder("stranger");
    StatementId grant = bench.grant(bench.sampleGrant());
    for (RevokeAuthorization attempt :
        new RevokeAuthorization[] {
          revoke(grant),
          new RevokeAuthorization(grant, Optional.of(stranger.thumbprint())),
          new RevokeAuthorization(grant, Optional.empty())
        }) {
      ledger.refuse(
          LedgerRefusal.NOT_COMPETENT,
          ORDOS,
          ledger.sign(stranger, attempt),
          bench.attest(stranger));
    }
    ledger.refuse(
        LedgerRefusal.STATEMENT_SIGNATORY, ORDOS, ledger.sign(bench.provider, revoke(grant)));
    ledger.refuse(
        LedgerRefusal.NOT_COMPETENT,
        ORDOS,
        ledger.sign(bench.provider, new RevokeAuthorization(grant, Optional.empty())));
  }

  @Test
  void aKeyThatTookThePlaceOfTheLostOneWithdraws() {
    StatementId grant = bench.grant(bench.sampleGrant());
    bench.retire(bench.holder);
    ledger.refuse(
        LedgerRefusal.HOLDER_KEY_RETIRED,
        ORDOS,
        ledger.sign(bench.holder, revoke(grant)),
        bench.attest(bench.holder));
    SampleKey successor = SampleKey.holder("herder's new phone");
    ledger.accept(
        ORDOS, ledger.sign(successor, revoke(grant)), bench.attestSuccessor(successor, grantor));
    assertEquals(Optional.of(ledger.now()), ledger.get(Authorization.key(grant)).revokedAt());
  }

  @Test
  void theProviderThatRecordedAConsentWithdrawsIt() {
    SignedStatement consent = assisted();
    SignedStatement revocation = ledger.sign(bench.provider, assistedRevocation(consent));
    ledger.accept(ORDOS, revocation);
    ledger.repeat(ORDOS, revocation);
    ledger.pass(Duration.ofMinutes(1));
    ledger.refuse(
        LedgerRefusal.REVOKED, ORDOS, ledger.sign(bench.provider, assistedRevocation(consent)));
  }

  @Test
  void thePersonWhoConsentedWithdrawsAndSoDoesTheGuardian() {
    SignedStatement consent = assisted();
    ledger.refuse(
        LedgerRefusal.NOT_COMPETENT,
        ORDOS,
        ledger.sign(bench.holder, assistedRevocation(consent)),
        bench.attest(bench.holder));
    ledger.accept(
        ORDOS,
        ledger.sign(bench.holder, assistedRevocation(consent)),
        ledger.attest(bench.provider, bench.holder, ConsentBench.subject("herder without phone")));

    ledger.pass(Duration.ofMinutes(1));
    SignedStatement another = assisted();
    SampleKey guardian = SampleKey.holder("guardian");
    ledger.accept(
        ORDOS,
        ledger.sign(guardian, assistedRevocation(another)),
        bench.attestGuardian(guardian, ConsentBench.subject("herder without phone")));
  }

  @Test
  void anotherProviderDoesNotWithdrawAssistedConsent() {
    SignedStatement consent = assisted();
    ledger.refuse(
        LedgerRefusal.NOT_COMPETENT,
        BAOTOU,
        ledger.sign(bench.stranger, assistedRevocation(consent)));
  }

  @Test
  void assistedConsentThatIsNotThereIsNotWithdrawn() {
    ledger.refuse(
        LedgerRefusal.NOT_FOUND,
        ORDOS,
        ledger.sign(
            bench.provider, new RevokeAuthorization(ConsentBench.named("none"), Optional.empty())));
  }

  private SignedStatement assisted() {
    AssistConsent consent = bench.sampleConsent();
    SignedStatement signed = ledger.sign(bench.provider, consent);
    ledger.accept(ORDOS, signed);
    return signed;
  }

  private static RevokeAuthorization assistedRevocation(SignedStatement consent) {
    return new RevokeAuthorization(consent.id(), Optional.empty());
  }

  private RevokeAuthorization revoke(StatementId grant) {
    return new RevokeAuthorization(grant, Optional.of(grantor));
  }
}

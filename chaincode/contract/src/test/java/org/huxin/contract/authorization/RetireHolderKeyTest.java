// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.authorization;

import static org.huxin.contract.sample.SampleCity.BAOTOU;
import static org.huxin.contract.sample.SampleCity.ORDOS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleKey;
import org.huxin.core.authorization.RetireHolderKey;
import org.huxin.core.authorization.RetiredHolderKey;
import org.huxin.core.id.StatementId;
import org.huxin.core.jws.Jws;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.statement.Code;
import org.junit.jupiter.api.Test;

final class RetireHolderKeyTest {
  private final ConsentBench bench = new ConsentBench();
  private final ContractBench ledger = bench.ledger;

  @Test
  void aHolderEndsItsOwnKey() {
    StatementId grant = bench.grant(bench.sampleGrant());
    SignedStatement retirement = ledger.sign(bench.holder, retire(ledger.now()));
    ledger.accept(BAOTOU, retirement, bench.attest(bench.holder));
    ledger.repeat(BAOTOU, retirement, bench.attest(bench.holder));
    assertEquals(
        bench.holder.id(), ledger.get(RetiredHolderKey.key(bench.holder.thumbprint())).by());
    bench.refuseUse(LedgerRefusal.HOLDER_KEY_RETIRED, bench.sampleUsage(grant));
  }

  @Test
  void theKeyThatTakesThePlaceOfAStolenOneEndsItFromTheTheftOn() {
    Instant theft = ledger.now();
    ledger.pass(Duration.ofDays(2));
    SampleKey successor = SampleKey.holder("new phone");
    ledger.accept(
        ORDOS,
        ledger.sign(successor, retire(theft)),
        bench.attestSuccessor(successor, bench.holder.thumbprint()));
    assertEquals(theft, ledger.get(RetiredHolderKey.key(bench.holder.thumbprint())).since());
  }

  @Test
  void whatAThiefGrantedBeforeTheTheftWasReportedIsOfNoUse() {
    Instant theft = ledger.now();
    ledger.pass(Duration.ofMinutes(5));
    StatementId byThief = bench.grant(bench.sampleGrant());
    ledger.pass(Duration.ofMinutes(5));
    SampleKey successor = SampleKey.holder("new phone");
    ledger.accept(
        ORDOS,
        ledger.sign(successor, retire(theft)),
        bench.attestSuccessor(successor, bench.holder.thumbprint()));
    bench.refuseUse(LedgerRefusal.HOLDER_KEY_RETIRED, bench.sampleUsage(byThief));
  }

  @Test
  void theProviderEndsAKeyThatItAttested() {
    Jws attestation = bench.attest(bench.holder);
    SignedStatement retirement = ledger.sign(bench.provider, retire(ledger.now()));
    ledger.refuse(LedgerRefusal.ATTESTATION_MISSING, ORDOS, retirement);
    ledger.accept(ORDOS, retirement, attestation);
    ledger.repeat(ORDOS, retirement, attestation);
  }

  @Test
  void theProviderEndsAKeyWhoseAttestationHasExpired() {
    Jws attestation = bench.attest(bench.holder);
    ledger.pass(Duration.ofDays(400));
    ledger.accept(ORDOS, ledger.sign(bench.provider, retire(ledger.now())), attestation);
  }

  @Test
  void anotherProviderDoesNotEndTheKey() {
    SignedStatement retirement = ledger.sign(bench.stranger, retire(ledger.now()));
    ledger.refuse(LedgerRefusal.NOT_COMPETENT, BAOTOU, retirement, bench.attest(bench.holder));
  }

  @Test
  void aProviderShowsAnAttestationOfThatKeyThatItSigned() {
    SignedStatement retirement = ledger.sign(bench.provider, retire(ledger.now()));
    SampleKey another = SampleKey.holder("another");
    ledger.refuse(LedgerRefusal.ATTESTATION_REFUSED, ORDOS, retirement, bench.attest(another));
    SampleKey unregistered = SampleKey.of(ConsentBench.PROVIDER, 2);
    ledger.refuse(
        LedgerRefusal.KEY_UNKNOWN,
        ORDOS,
        retirement,
        ledger.attest(unregistered, bench.holder, ConsentBench.subject("x")));
    SampleKey forged = new SampleKey(bench.provider.id(), unregistered.key());
    ledger.refuse(
        LedgerRefusal.ATTESTATION_REFUSED,
        ORDOS,
        retirement,
        ledger.attest(forged, bench.holder, ConsentBench.subject("x")));
  }

  @Test
  void aCompromisedProviderKeyEndsNothing() {
    SignedStatement retirement = ledger.sign(bench.provider, retire(ledger.now()));
    bench.compromise(ConsentBench.PROVIDER, ledger.now());
    ledger.refuse(LedgerRefusal.KEY_COMPROMISED, ORDOS, retirement, bench.attest(bench.holder));
  }

  @Test
  void aStrangerDoesNotEndTheKey() {
    SampleKey stranger = SampleKey.holder("stranger");
    ledger.refuse(
        LedgerRefusal.NOT_COMPETENT,
        ORDOS,
        ledger.sign(stranger, retire(ledger.now())),
        bench.attest(stranger));
  }

  @Test
  void aKeyEndsOnceAndNeverLaterThanItWasSaid() {
    ledger.refuse(
        LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED,
        ORDOS,
        ledger.sign(bench.holder, retire(ledger.now().plusSeconds(1))),
        bench.attest(bench.holder));
    Jws attestation = bench.attest(bench.holder);
    ledger.accept(ORDOS, ledger.sign(bench.holder, retire(ledger.now())), attestation);
    ledger.refuse(
        LedgerRefusal.ALREADY_EXISTS,
        ORDOS,
        ledger.sign(bench.provider, retire(ledger.now().minusSeconds(60))),
        attestation);
  }

  @Test
  void anotherOperationsAuthorityPassesNoAttestation() {
    SignedStatement consent = ledger.sign(bench.provider, bench.sampleConsent());
    ledger.refuse(LedgerRefusal.ARGUMENTS_REFUSED, ORDOS, consent, bench.attest(bench.holder));
  }

  private RetireHolderKey retire(Instant since) {
    return new RetireHolderKey(bench.holder.thumbprint(), since, new Code("LOST"));
  }
}

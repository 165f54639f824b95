// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.authorization;

import static org.huxin.contract.sample.SampleCity.ORDOS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleKey;
import org.huxin.core.authority.Role;
import org.huxin.core.authorization.AssistConsent;
import org.huxin.core.authorization.Authorization;
import org.huxin.core.authorization.GrantedItem;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Uscc;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.statement.FieldName;
import org.junit.jupiter.api.Test;

final class AssistConsentTest {
  private static final Uscc BUREAU = new Uscc("11150627MB9T0010XR");
  private static final DivisionCode ORDOS_CITY = new DivisionCode("150600");

  private final ConsentBench bench = new ConsentBench();
  private final ContractBench ledger = bench.ledger;

  @Test
  void theConsentOfAHerderWithoutAPhoneServesForOneUse() {
    SignedStatement consent = ledger.sign(bench.provider, bench.sampleConsent());
    ledger.accept(ORDOS, consent);
    ledger.repeat(ORDOS, consent);
    Authorization recorded = ledger.get(Authorization.key(consent.id()));
    assertEquals(Optional.empty(), recorded.grantor());
    assertEquals(bench.provider.id(), recorded.attestedBy());
    bench.use(bench.sampleUsage(consent.id()));
    bench.refuseUse(LedgerRefusal.EXHAUSTED, bench.sampleUsage(consent.id()).number(1));
  }

  @Test
  void onlyAnIdentityProviderRecordsConsent() {
    ledger.refuse(
        LedgerRefusal.ROLE_NOT_IN_FORCE, ORDOS, ledger.sign(bench.consumer, bench.sampleConsent()));
  }

  @Test
  void nobodyRecordsConsentToItsOwnUse() {
    SampleKey both =
        ledger.register(
            BUREAU, ORDOS_CITY, Optional.empty(), Role.IDENTITY_PROVIDER, Role.CONSUMER);
    StatementId own = bench.openScope("own", BUREAU, false);
    refuse(LedgerRefusal.GRANTEE_NOT_INDEPENDENT, both, to(BUREAU, own));
  }

  @Test
  void nobodyRecordsConsentToTheUseOfAnAuthorityAboveOrBeneath() {
    Uscc between = new Uscc("11150602MB9T0002XY");
    ledger.register(BUREAU, ORDOS_CITY, Optional.empty(), Role.CONSUMER);
    ledger.register(between, ORDOS_CITY, Optional.of(BUREAU));
    ledger.register(
        ConsentBench.PROVIDER,
        new DivisionCode("150622"),
        Optional.of(between),
        Role.IDENTITY_PROVIDER);
    StatementId above = bench.openScope("above", BUREAU, false);
    refuse(LedgerRefusal.GRANTEE_NOT_INDEPENDENT, bench.provider, to(BUREAU, above));

    ledger.register(
        ConsentBench.CONSUMER,
        new DivisionCode("150603"),
        Optional.of(ConsentBench.PROVIDER),
        Role.CONSUMER);
    refuse(LedgerRefusal.GRANTEE_NOT_INDEPENDENT, bench.provider, bench.sampleConsent());
  }

  @Test
  void authoritiesThatStandInACircleAreJudgedToo() {
    ledger.register(
        ConsentBench.PROVIDER,
        new DivisionCode("150622"),
        Optional.of(ConsentBench.PROVIDER),
        Role.IDENTITY_PROVIDER);
    ledger.accept(ORDOS, ledger.sign(bench.provider, bench.sampleConsent()));
  }

  @Test
  void consentToSomebodyUnknownOrInAnUnknownScopeIsRefused() {
    refuse(LedgerRefusal.NOT_FOUND, bench.provider, to(BUREAU, bench.scope));
    refuse(
        LedgerRefusal.NOT_FOUND,
        bench.provider,
        to(ConsentBench.CONSUMER, ConsentBench.named("none")));
  }

  @Test
  void assistedConsentEndsWithinADayOfTheSignature() {
    Instant now = ledger.now();
    Duration day = Duration.ofDays(1);
    refuse(
        LedgerRefusal.LIMIT_EXCEEDED,
        bench.provider,
        window(now.plusSeconds(1), now.plus(day).plusSeconds(1)));
    refuse(LedgerRefusal.NO_LONGER_IN_FORCE, bench.provider, window(now.minusSeconds(60), now));
    ledger.accept(ORDOS, ledger.sign(bench.provider, window(now, now.plus(day))));
  }

  @Test
  void whatTheUseScopeDoesNotAllowIsRefused() {
    AssistConsent wide = with(List.of(ConsentBench.ADDRESS), bench.scope);
    refuse(LedgerRefusal.OUTSIDE_USE_SCOPE, bench.provider, wide);
    StatementId ofAnother = bench.openScope("of another", ConsentBench.STRANGER, false);
    refuse(
        LedgerRefusal.OUTSIDE_USE_SCOPE,
        bench.provider,
        with(List.of(ConsentBench.NAME), ofAnother));
    bench.closeScope(bench.scope);
    refuse(LedgerRefusal.USE_SCOPE_NOT_OPEN, bench.provider, bench.sampleConsent());
  }

  private void refuse(LedgerRefusal code, SampleKey key, AssistConsent consent) {
    ledger.refuse(code, ORDOS, ledger.sign(key, consent));
  }

  private AssistConsent to(Uscc grantee, StatementId scope) {
    return consent(
        grantee, scope, List.of(ConsentBench.NAME), ledger.now(), ledger.now().plusSeconds(60));
  }

  private AssistConsent window(Instant from, Instant to) {
    return consent(ConsentBench.CONSUMER, bench.scope, List.of(ConsentBench.NAME), from, to);
  }

  private AssistConsent with(List<FieldName> fields, StatementId scope) {
    return consent(
        ConsentBench.CONSUMER, scope, fields, ledger.now(), ledger.now().plusSeconds(60));
  }

  private AssistConsent consent(
      Uscc grantee, StatementId scope, List<FieldName> fields, Instant from, Instant to) {
    AssistConsent sample = bench.sampleConsent();
    return new AssistConsent(
        grantee,
        sample.subject(),
        sample.method(),
        sample.evidence(),
        scope,
        List.of(new GrantedItem(ConsentBench.LICENCE, Optional.empty(), Optional.empty(), fields)),
        sample.serviceItems(),
        sample.purpose(),
        from,
        to,
        sample.business());
  }
}

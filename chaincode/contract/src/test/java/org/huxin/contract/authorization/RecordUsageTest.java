// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.authorization;

import static org.huxin.contract.sample.SampleCity.BAOTOU;
import static org.huxin.contract.sample.SampleCity.ORDOS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleKey;
import org.huxin.core.authorization.Authorization;
import org.huxin.core.authorization.Usage;
import org.huxin.core.holder.Trail;
import org.huxin.core.id.StatementId;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.signed.StatementHead;
import org.junit.jupiter.api.Test;

final class RecordUsageTest {
  private final ConsentBench bench = new ConsentBench();
  private final ContractBench ledger = bench.ledger;
  private final SampleKey agent = SampleKey.holder("agent");

  @Test
  void aUseIsRecordedAndCounted() {
    StatementId grant = bench.grant(bench.sampleGrant().uses(2));
    SignedStatement usage = bench.use(bench.sampleUsage(grant));
    assertEquals(
        bench.sampleUsage(grant).build(),
        ledger
            .get(
                Usage.key(
                    ConsentBench.CONSUMER, ConsentBench.ITEM, ConsentBench.digest("business"), 0))
            .recorded());
    assertEquals(1, ledger.get(Authorization.key(grant)).used());
    assertEquals(Optional.empty(), ledger.get(Authorization.key(grant)).exhaustedAt());
    ledger.repeat(ORDOS, usage);
    assertEquals(1, ledger.get(Authorization.key(grant)).used());
  }

  @Test
  void theLastOfSeveralUsesExhaustsTheAuthorization() {
    StatementId grant = bench.grant(bench.sampleGrant().uses(2));
    bench.use(bench.sampleUsage(grant));
    ledger.pass(Duration.ofMinutes(1));
    bench.use(bench.sampleUsage(grant).number(1));
    assertEquals(Optional.of(ledger.now()), ledger.get(Authorization.key(grant)).exhaustedAt());
    bench.refuseUse(LedgerRefusal.EXHAUSTED, bench.sampleUsage(grant).number(2));
  }

  @Test
  void ofTwoUsesThatRaceForTheLastTheSecondIsRefused() {
    StatementId grant = bench.grant(bench.sampleGrant());
    SignedStatement first = ledger.sign(bench.consumer, bench.sampleUsage(grant).build());
    SignedStatement second =
        ledger.sign(bench.consumer, bench.sampleUsage(grant).number(1).build());
    ledger.accept(ORDOS, first);
    ledger.refuse(LedgerRefusal.EXHAUSTED, ORDOS, second);
  }

  @Test
  void aUseWithOneAuthorizationReadsSixKeys() {
    StatementId grant = bench.grant(bench.sampleGrant());
    SignedStatement usage = ledger.sign(bench.consumer, bench.sampleUsage(grant).build());
    ledger.ledger().takeReads();
    ledger.accept(ORDOS, usage);
    int reads = ledger.ledger().takeReads();
    assertTrue(reads <= 6, () -> reads + " reads");
  }

  @Test
  void aConsumerRecordsForItselfInItsOwnCity() {
    StatementId grant = bench.grant(bench.sampleGrant());
    ledger.refuse(
        LedgerRefusal.ROLE_NOT_IN_FORCE,
        ORDOS,
        ledger.sign(bench.provider, bench.sampleUsage(grant).by(ConsentBench.PROVIDER).build()));
    bench.refuseUse(
        LedgerRefusal.NOT_COMPETENT, bench.sampleUsage(grant).by(ConsentBench.STRANGER));
    bench.refuseUse(LedgerRefusal.NOT_COMPETENT, bench.sampleUsage(grant).accepting("150200"));
    ledger.refuse(
        LedgerRefusal.CARRIER_OF_OTHER_CITY,
        BAOTOU,
        ledger.sign(bench.consumer, bench.sampleUsage(grant).build()));
  }

  @Test
  void anotherAuthoritysAuthorizationIsOfNoUse() {
    StatementId grant = bench.grant(bench.sampleGrant());
    ledger.refuse(
        LedgerRefusal.NOT_COMPETENT,
        BAOTOU,
        ledger.sign(
            bench.stranger,
            bench.sampleUsage(grant).by(ConsentBench.STRANGER).accepting("150203").build()));
    bench.refuseUse(LedgerRefusal.NOT_FOUND, bench.sampleUsage(ConsentBench.named("none")));
  }

  @Test
  void theNumberOfUsesOfABusinessIsLimited() {
    int limit = ContractBench.LIMITS.usesPerPurpose();
    StatementId grant = bench.grant(bench.sampleGrant().uses(2));
    bench.use(bench.sampleUsage(grant).number(limit - 1));
    bench.refuseUse(LedgerRefusal.LIMIT_EXCEEDED, bench.sampleUsage(grant).number(limit));
  }

  @Test
  void theSealedTrailHasOneLength() {
    StatementId grant = bench.grant(bench.sampleGrant());
    bench.refuseUse(
        LedgerRefusal.TRAIL_LENGTH, bench.sampleUsage(grant).sealedLength(Trail.SEALED_LENGTH - 1));
    bench.refuseUse(
        LedgerRefusal.TRAIL_LENGTH, bench.sampleUsage(grant).sealedLength(Trail.SEALED_LENGTH + 1));
  }

  @Test
  void aUseIsRecordedOnce() {
    StatementId grant = bench.grant(bench.sampleGrant().uses(2));
    bench.use(bench.sampleUsage(grant));
    bench.refuseUse(LedgerRefusal.ALREADY_EXISTS, bench.sampleUsage(grant).accepting("150600"));
  }

  @Test
  void whatTheAuthorizationDoesNotCoverIsRefused() {
    StatementId grant =
        bench.grant(
            bench
                .sampleGrant()
                .division("150602")
                .ref(ConsentBench.ref("licence"))
                .business(ConsentBench.digest("business")));
    assertMember("items", bench.sampleUsage(grant).type(ConsentBench.OTHER_LICENCE));
    assertMember("items", bench.sampleUsage(grant).ref(ConsentBench.ref("another")));
    assertMember("items", bench.sampleUsage(grant).division("150603"));
    assertMember(
        "items",
        bench.sampleUsage(grant).fields(ConsentBench.SCOPE_OF_BUSINESS, ConsentBench.NAME));
    assertMember("serviceItems", bench.sampleUsage(grant).item(ConsentBench.SECOND_ITEM));
    assertMember("purpose", bench.sampleUsage(grant).purpose(ConsentBench.OTHER_PURPOSE));
    assertMember("business", bench.sampleUsage(grant).business(ConsentBench.digest("another")));
    bench.use(bench.sampleUsage(grant));
  }

  @Test
  void consentThatWasWithdrawnBeforeUseIsRefused() {
    StatementId grant = bench.grant(bench.sampleGrant());
    bench.revoke(grant);
    bench.refuseUse(LedgerRefusal.REVOKED, bench.sampleUsage(grant));
    assertEquals(0, ledger.get(Authorization.key(grant)).used());
  }

  @Test
  void aBackdatedUseDoesNotEscapeTheWithdrawal() {
    StatementId grant = bench.grant(bench.sampleGrant());
    Instant before = ledger.now();
    ledger.pass(Duration.ofMinutes(10));
    bench.revoke(grant);
    ledger.refuse(
        LedgerRefusal.REVOKED,
        ORDOS,
        bench.consumer.sign(
            StatementHead.of(ContractBench.LEDGER, before), bench.sampleUsage(grant).build()));
  }

  @Test
  void aUseOutsideOfTheWindowIsRefusedWhateverItsSignerSays() {
    Instant now = ledger.now();
    StatementId later =
        bench.grant(bench.sampleGrant().window(now.plusSeconds(60), now.plusSeconds(120)));
    bench.refuseUse(LedgerRefusal.NOT_YET_IN_FORCE, bench.sampleUsage(later));
    ledger.pass(Duration.ofMinutes(2));
    ledger.refuse(
        LedgerRefusal.NO_LONGER_IN_FORCE,
        ORDOS,
        bench.consumer.sign(
            StatementHead.of(ContractBench.LEDGER, now.plusSeconds(90)),
            bench.sampleUsage(later).build()));
  }

  @Test
  void aGrantOfAKeyThatEndedIsOfNoUse() {
    StatementId grant = bench.grant(bench.sampleGrant());
    bench.retire(bench.holder);
    bench.refuseUse(LedgerRefusal.HOLDER_KEY_RETIRED, bench.sampleUsage(grant));
  }

  @Test
  void aGrantOfBeforeTheKeyEndedStandsUntilItIsWithdrawn() {
    StatementId grant = bench.grant(bench.sampleGrant());
    ledger.pass(Duration.ofMinutes(1));
    bench.retire(bench.holder);
    bench.use(bench.sampleUsage(grant));
  }

  @Test
  void aGrantWhoseUseScopeClosedIsOfNoUse() {
    StatementId grant = bench.grant(bench.sampleGrant());
    bench.closeScope(bench.scope);
    bench.refuseUse(LedgerRefusal.USE_SCOPE_NOT_OPEN, bench.sampleUsage(grant));
  }

  @Test
  void aUseUnderAnAgentsGrantCountsItsParentToo() {
    StatementId parent =
        bench.grant(
            bench
                .sampleGrant()
                .toNobody()
                .agent(agent.thumbprint())
                .uses(2)
                .items(ConsentBench.ITEM, ConsentBench.SECOND_ITEM));
    StatementId child = bench.grant(agent, bench.sampleGrant().parent(parent).uses(2));
    StatementId sibling =
        bench.grant(
            agent, bench.sampleGrant().parent(parent).uses(2).items(ConsentBench.SECOND_ITEM));
    bench.use(bench.sampleUsage(child));
    bench.use(bench.sampleUsage(sibling).item(ConsentBench.SECOND_ITEM));
    assertEquals(2, ledger.get(Authorization.key(parent)).used());
    assertEquals(1, ledger.get(Authorization.key(child)).used());
    bench.refuseUse(LedgerRefusal.EXHAUSTED, bench.sampleUsage(child).number(1));
    assertEquals(1, ledger.get(Authorization.key(child)).used());
  }

  @Test
  void aGrantToAnAgentAloneIsNobodyElsesToUse() {
    StatementId parent = bench.grant(bench.sampleGrant().toNobody().agent(agent.thumbprint()));
    bench.refuseUse(LedgerRefusal.NOT_COMPETENT, bench.sampleUsage(parent));
  }

  @Test
  void anAgentsGrantDiesWithItsParent() {
    StatementId parent = bench.grant(bench.sampleGrant().agent(agent.thumbprint()));
    StatementId child = bench.grant(agent, bench.sampleGrant().parent(parent));
    bench.revoke(parent);
    bench.refuseUse(LedgerRefusal.REVOKED, bench.sampleUsage(child));
  }

  @Test
  void anAgentsGrantEndsWithTheKeyOfTheHolderOrItsOwn() {
    StatementId parent = bench.grant(bench.sampleGrant().agent(agent.thumbprint()).uses(2));
    StatementId child = bench.grant(agent, bench.sampleGrant().parent(parent));
    bench.retire(agent);
    bench.refuseUse(LedgerRefusal.HOLDER_KEY_RETIRED, bench.sampleUsage(child));

    ConsentBench second = new ConsentBench();
    StatementId secondParent = second.grant(second.sampleGrant().agent(agent.thumbprint()).uses(2));
    StatementId secondChild = second.grant(agent, second.sampleGrant().parent(secondParent));
    second.retire(second.holder);
    second.refuseUse(LedgerRefusal.HOLDER_KEY_RETIRED, second.sampleUsage(secondChild));
  }

  @Test
  void aLicenceWithTwoHoldersIsUsedWithTheGrantsOfBothInOneUsage() {
    SampleKey spouse = SampleKey.holder("spouse");
    StatementId first = bench.grant(bench.sampleGrant());
    StatementId second = bench.grant(spouse, bench.sampleGrant());
    bench.use(bench.sampleUsage(first, second));
    assertEquals(1, ledger.get(Authorization.key(first)).used());
    assertEquals(1, ledger.get(Authorization.key(second)).used());
  }

  @Test
  void severalLicencesUnderOneAuthorizationCountOnce() {
    StatementId grant = bench.grant(bench.sampleGrant());
    bench.use(bench.sampleUsage(grant, grant));
    assertEquals(1, ledger.get(Authorization.key(grant)).used());
  }

  @Test
  void ifOneOfSeveralAuthorizationsIsWithdrawnNothingIsCounted() {
    SampleKey spouse = SampleKey.holder("spouse");
    StatementId first = bench.grant(spouse, bench.sampleGrant());
    StatementId second = bench.grant(bench.sampleGrant());
    bench.revoke(second);
    bench.refuseUse(LedgerRefusal.REVOKED, bench.sampleUsage(first, second));
    assertEquals(0, ledger.get(Authorization.key(first)).used());
  }

  @Test
  void aStatutoryUseNeedsNoConsentButItsScope() {
    bench.use(bench.sampleUsage().statutory(bench.scope));
    StatementId ofConsent = bench.openScope("with consent", ConsentBench.CONSUMER, false);
    StatementId ofAnother = bench.openScope("of another", ConsentBench.STRANGER, true);
    bench.refuseUse(
        LedgerRefusal.USE_SCOPE_NOT_STATUTORY, bench.sampleUsage().number(1).statutory(ofConsent));
    assertOutsideScope("authority", bench.sampleUsage().number(1).statutory(ofAnother));
    SampleUsage[] outside = {
      bench.sampleUsage().type(ConsentBench.OTHER_LICENCE),
      bench.sampleUsage().item(ConsentBench.OTHER_ITEM),
      bench.sampleUsage().purpose(ConsentBench.OTHER_PURPOSE),
      bench.sampleUsage().fields(ConsentBench.ADDRESS)
    };
    String[] members = {"types", "items", "purposes", "fields"};
    for (int i = 0; i < outside.length; i++) {
      assertOutsideScope(members[i], outside[i].number(1).statutory(bench.scope));
    }
    bench.refuseUse(
        LedgerRefusal.NOT_FOUND,
        bench.sampleUsage().number(1).statutory(ConsentBench.named("none")));
    bench.closeScope(bench.scope);
    bench.refuseUse(
        LedgerRefusal.USE_SCOPE_NOT_OPEN, bench.sampleUsage().number(1).statutory(bench.scope));
  }

  @Test
  void aStatutoryUseReadsFourKeys() {
    SignedStatement usage =
        ledger.sign(bench.consumer, bench.sampleUsage().statutory(bench.scope).build());
    ledger.ledger().takeReads();
    ledger.accept(ORDOS, usage);
    assertEquals(4, ledger.ledger().takeReads());
  }

  @Test
  void whatTheHolderPresentsIsUsedWithinAScopeThatNeedNotBeStatutory() {
    StatementId ofConsent = bench.openScope("with consent", ConsentBench.CONSUMER, false);
    bench.use(bench.sampleUsage().presented(ofConsent));
    assertOutsideScope(
        "fields", bench.sampleUsage().number(1).fields(ConsentBench.ADDRESS).presented(ofConsent));
  }

  private void assertMember(String member, SampleUsage usage) {
    assertEquals(
        member,
        bench
            .refuseUse(LedgerRefusal.OUTSIDE_AUTHORIZATION, usage)
            .evidence()
            .getOrDefault("member", ""));
  }

  private void assertOutsideScope(String member, SampleUsage usage) {
    assertEquals(
        member,
        bench
            .refuseUse(LedgerRefusal.OUTSIDE_USE_SCOPE, usage)
            .evidence()
            .getOrDefault("member", ""));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.authorization;

import static org.huxin.contract.sample.SampleCity.BAOTOU;
import static org.huxin.contract.sample.SampleCity.ORDOS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleKey;
import org.huxin.core.authorization.Authorization;
import org.huxin.core.id.StatementId;
import org.huxin.core.jws.Jws;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.signed.StatementHead;
import org.junit.jupiter.api.Test;

final class GrantAuthorizationTest {
  private final ConsentBench bench = new ConsentBench();
  private final ContractBench ledger = bench.ledger;
  private final SampleKey agent = SampleKey.holder("agent");

  @Test
  void aHolderGrantsThroughAnyCity() {
    SignedStatement grant = ledger.sign(bench.holder, bench.sampleGrant().uses(3).build());
    ledger.accept(BAOTOU, grant, bench.attest(bench.holder));
    Authorization granted = ledger.get(Authorization.key(grant.id()));
    assertEquals(Optional.of(bench.holder.thumbprint()), granted.grantor());
    assertEquals(bench.provider.id(), granted.attestedBy());
    assertEquals(grant.id(), granted.id());
    assertEquals(0, granted.used());
  }

  @Test
  void aReplayedGrantChangesNothing() {
    SignedStatement grant = ledger.sign(bench.holder, bench.sampleGrant().build());
    ledger.accept(ORDOS, grant, bench.attest(bench.holder));
    ledger.accept(ORDOS, ledger.sign(bench.consumer, bench.sampleUsage(grant.id()).build()));
    ledger.repeat(ORDOS, grant, bench.attest(bench.holder));
    assertEquals(1, ledger.get(Authorization.key(grant.id())).used());
  }

  @Test
  void anAuthorityDoesNotGrant() {
    ledger.refuse(
        LedgerRefusal.STATEMENT_SIGNATORY,
        ORDOS,
        ledger.sign(bench.provider, bench.sampleGrant().build()));
  }

  @Test
  void aGrantWithoutItsAttestationOrWithAnothersIsRefused() {
    SignedStatement grant = ledger.sign(bench.holder, bench.sampleGrant().build());
    ledger.refuse(LedgerRefusal.ATTESTATION_MISSING, ORDOS, grant);
    ledger.refuse(LedgerRefusal.ATTESTATION_REFUSED, ORDOS, grant, bench.attest(agent));
  }

  @Test
  void anAttestationOfACompromisedProvidersKeyIsRefused() {
    SignedStatement grant = ledger.sign(bench.holder, bench.sampleGrant().build());
    bench.compromise(ConsentBench.PROVIDER, ledger.now());
    ledger.refuse(LedgerRefusal.KEY_COMPROMISED, ORDOS, grant, bench.attest(bench.holder));
  }

  @Test
  void anAttestationOfNoIdentityProviderIsRefused() {
    SignedStatement grant = ledger.sign(bench.holder, bench.sampleGrant().build());
    ledger.refuse(
        LedgerRefusal.ROLE_NOT_IN_FORCE,
        ORDOS,
        grant,
        ledger.attest(bench.consumer, bench.holder, ConsentBench.subject("x")));
  }

  @Test
  void aRetiredKeyDoesNotGrant() {
    bench.retire(bench.holder);
    ledger.refuse(
        LedgerRefusal.HOLDER_KEY_RETIRED,
        ORDOS,
        ledger.sign(bench.holder, bench.sampleGrant().build()),
        bench.attest(bench.holder));
  }

  @Test
  void aWindowThatIsPastIsRefused() {
    Instant now = ledger.now();
    refuse(LedgerRefusal.NO_LONGER_IN_FORCE, bench.sampleGrant().window(now.minusSeconds(60), now));
  }

  @Test
  void aWindowEndsWithinTheLimitFromItsBeginningAndFromTheSignature() {
    Instant now = ledger.now();
    Duration limit = Duration.ofSeconds(ContractBench.LIMITS.authorizationSeconds());
    bench.grant(bench.sampleGrant().window(now, now.plus(limit)));
    refuse(
        LedgerRefusal.LIMIT_EXCEEDED,
        bench.sampleGrant().window(now, now.plus(limit).plusSeconds(1)));
    refuse(
        LedgerRefusal.LIMIT_EXCEEDED,
        bench.sampleGrant().window(now.minusSeconds(1), now.plus(limit)));
    refuse(
        LedgerRefusal.LIMIT_EXCEEDED,
        bench.sampleGrant().window(now.plus(limit), now.plus(limit).plusSeconds(1)));
  }

  @Test
  void whatNoUseScopeAllowsIsRefused() {
    refuse(LedgerRefusal.NOT_FOUND, new SampleGrant(ConsentBench.named("no scope"), ledger.now()));
    assertMember("authority", bench.sampleGrant().to(ConsentBench.STRANGER));
    assertMember("types", bench.sampleGrant().type(ConsentBench.OTHER_LICENCE));
    assertMember("items", bench.sampleGrant().items(ConsentBench.ITEM, ConsentBench.OTHER_ITEM));
    assertMember("purposes", bench.sampleGrant().purpose(ConsentBench.OTHER_PURPOSE));
    assertMember("fields", bench.sampleGrant().fields(ConsentBench.ADDRESS, ConsentBench.NAME));
  }

  @Test
  void aClosedUseScopeIsRefused() {
    bench.closeScope(bench.scope);
    refuse(LedgerRefusal.USE_SCOPE_NOT_OPEN, bench.sampleGrant());
  }

  @Test
  void aUseScopeThatClosedBetweenSignatureAndCommitIsRefused() {
    SignedStatement grant = ledger.sign(bench.holder, bench.sampleGrant().build());
    Jws attestation = bench.attest(bench.holder);
    ledger.pass(Duration.ofMinutes(1));
    bench.closeScope(bench.scope);
    ledger.refuse(LedgerRefusal.USE_SCOPE_NOT_OPEN, ORDOS, grant, attestation);
  }

  @Test
  void aBackdatedGrantIsTooOld() {
    Instant old = ledger.now().minusSeconds(ContractBench.LIMITS.statementAgeSeconds() + 1L);
    SignedStatement grant =
        bench.holder.sign(StatementHead.of(ContractBench.LEDGER, old), bench.sampleGrant().build());
    ledger.refuse(LedgerRefusal.STATEMENT_TOO_OLD, ORDOS, grant, bench.attest(bench.holder));
  }

  @Test
  void anAgentPassesOnWithinWhatItWasGranted() {
    StatementId parent =
        bench.grant(bench.sampleGrant().toNobody().agent(agent.thumbprint()).uses(2));
    StatementId child = bench.grant(agent, bench.sampleGrant().parent(parent));
    assertEquals(Optional.of(parent), ledger.get(Authorization.key(child)).parent());
  }

  @Test
  void onlyTheNamedAgentPassesOn() {
    StatementId parent = bench.grant(bench.sampleGrant().agent(agent.thumbprint()));
    StatementId withoutAgent = bench.grant(bench.sampleGrant().uses(2));
    SampleKey thief = SampleKey.holder("thief");
    refuse(LedgerRefusal.NOT_COMPETENT, thief, bench.sampleGrant().parent(parent));
    refuse(LedgerRefusal.NOT_COMPETENT, agent, bench.sampleGrant().parent(withoutAgent));
    refuse(LedgerRefusal.NOT_FOUND, agent, bench.sampleGrant().parent(ConsentBench.named("none")));
  }

  @Test
  void whatIsPassedOnIsNotPassedOnAgain() {
    StatementId parent = bench.grant(bench.sampleGrant().agent(agent.thumbprint()).uses(2));
    StatementId child = bench.grant(agent, bench.sampleGrant().parent(parent));
    refuse(
        LedgerRefusal.NOT_COMPETENT,
        SampleKey.holder("second agent"),
        bench.sampleGrant().parent(child));
  }

  @Test
  void anAgentsGrantIsNowhereWiderThanItsParent() {
    Instant now = ledger.now();
    bench.openScope("strangers", ConsentBench.STRANGER, false);
    StatementId parent =
        bench.grant(
            bench
                .sampleGrant()
                .agent(agent.thumbprint())
                .division("150600")
                .ref(ConsentBench.ref("licence"))
                .uses(2)
                .business(ConsentBench.digest("business")));
    List<String> wider =
        List.of(
            member(
                within(
                    parent,
                    bench.sampleGrant().fields(ConsentBench.NAME, ConsentBench.SCOPE_OF_BUSINESS))),
            member(within(parent, bench.sampleGrant()).ref(ConsentBench.ref("another"))),
            member(within(parent, bench.sampleGrant()).division("150200")),
            member(bench.sampleGrant().parent(parent).business(ConsentBench.digest("business"))),
            member(
                within(parent, bench.sampleGrant())
                    .items(ConsentBench.ITEM, ConsentBench.SECOND_ITEM)),
            member(within(parent, bench.sampleGrant()).uses(3)),
            member(
                within(parent, bench.sampleGrant())
                    .window(now.minusSeconds(1), now.plusSeconds(60))),
            member(within(parent, bench.sampleGrant()).window(now, now.plusSeconds(3_601))),
            member(within(parent, bench.sampleGrant()).business(ConsentBench.digest("another"))),
            member(
                within(parent, new SampleGrant(ConsentBench.named("strangers"), now))
                    .to(ConsentBench.STRANGER)));
    assertEquals(
        List.of(
            "items",
            "items",
            "items",
            "items",
            "serviceItems",
            "maxUses",
            "notBefore",
            "notAfter",
            "business",
            "grantee"),
        wider);
    bench.grant(agent, within(parent, bench.sampleGrant().uses(2)));
  }

  @Test
  void anotherPurposeThanTheParentsIsWider() {
    StatementId wide = bench.openScope("wide", ConsentBench.CONSUMER, false);
    StatementId parent = bench.grant(bench.sampleGrant().agent(agent.thumbprint()));
    bench.allowPurpose(wide, ConsentBench.OTHER_PURPOSE);
    assertEquals(
        "purpose",
        member(
            new SampleGrant(wide, ledger.now())
                .parent(parent)
                .purpose(ConsentBench.OTHER_PURPOSE)));
  }

  @Test
  void nothingIsPassedOnOfAParentOfWhichNothingIsLeft() {
    StatementId revoked = bench.grant(bench.sampleGrant().agent(agent.thumbprint()));
    bench.revoke(revoked);
    refuse(LedgerRefusal.REVOKED, agent, bench.sampleGrant().parent(revoked));

    StatementId used = bench.grant(bench.sampleGrant().agent(agent.thumbprint()).fields());
    ledger.accept(ORDOS, ledger.sign(bench.consumer, bench.sampleUsage(used).fields().build()));
    refuse(LedgerRefusal.EXHAUSTED, agent, bench.sampleGrant().fields().parent(used));

    StatementId past = bench.grant(bench.sampleGrant().agent(agent.thumbprint()).uses(2));
    ledger.pass(Duration.ofHours(2));
    refuse(LedgerRefusal.NO_LONGER_IN_FORCE, agent, bench.sampleGrant().parent(past));
  }

  @Test
  void nothingIsPassedOnOfAParentWhoseKeyHasEnded() {
    StatementId parent = bench.grant(bench.sampleGrant().agent(agent.thumbprint()));
    bench.retire(bench.holder);
    refuse(LedgerRefusal.HOLDER_KEY_RETIRED, agent, bench.sampleGrant().parent(parent));
  }

  private SampleGrant within(StatementId parent, SampleGrant grant) {
    return grant
        .parent(parent)
        .division("150602")
        .ref(ConsentBench.ref("licence"))
        .business(ConsentBench.digest("business"));
  }

  private String member(SampleGrant grant) {
    return refuse(LedgerRefusal.WIDER_THAN_PARENT, agent, grant)
        .evidence()
        .getOrDefault("member", "");
  }

  private void assertMember(String member, SampleGrant grant) {
    LedgerRefusedException refused = refuse(LedgerRefusal.OUTSIDE_USE_SCOPE, bench.holder, grant);
    assertEquals(member, refused.evidence().getOrDefault("member", ""));
  }

  private void refuse(LedgerRefusal code, SampleGrant grant) {
    LedgerRefusedException unused = refuse(code, bench.holder, grant);
  }

  private LedgerRefusedException refuse(LedgerRefusal code, SampleKey key, SampleGrant grant) {
    return ledger.refuse(code, ORDOS, ledger.sign(key, grant.build()), bench.attest(key));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.usage;

import static org.huxin.sdk.sample.WindowBench.BUSINESS;
import static org.huxin.sdk.sample.WindowBench.CONSUMER;
import static org.huxin.sdk.sample.WindowBench.ITEM;
import static org.huxin.sdk.sample.WindowBench.NAME;
import static org.huxin.sdk.sample.WindowBench.OTHER;
import static org.huxin.sdk.sample.WindowBench.PURPOSE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huxin.contract.sample.ContractBench;
import org.huxin.core.authorization.RecordUsage;
import org.huxin.core.authorization.UseBasis;
import org.huxin.core.authorization.UsedLicence;
import org.huxin.core.holder.ConsentRequest;
import org.huxin.core.holder.GrantFile;
import org.huxin.core.holder.SignedFact;
import org.huxin.core.holder.Trail;
import org.huxin.core.holder.TrailEntry;
import org.huxin.core.id.StatementId;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.verdict.Validity;
import org.huxin.core.verdict.Verdict;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.hpke.HpkePrivateKey;
import org.huxin.sdk.holder.HolderKey;
import org.huxin.sdk.sample.IssuingBench;
import org.huxin.sdk.sample.WindowBench;
import org.huxin.sdk.verifying.VerificationRequest;
import org.junit.jupiter.api.Test;

/** What holders and issuers find of uses. */
final class TrailTest {
  private final WindowBench bench = new WindowBench();
  private final StatementId statutory = bench.openScope("by law", true);
  private final StatementId scope = bench.openScope("by consent", false);
  private final ProofFile proof = bench.licence();
  private final HolderTrail trail = new HolderTrail(ContractBench.LEDGER, bench.client());

  private Verdict byLaw(ProofFile of) {
    return bench.verify(
        of,
        VerificationRequest.asOf(bench.ledger().now())
            .usedFor(bench.context(UseBasis.STATUTORY_DUTY, Optional.of(statutory))));
  }

  private RecordedUse useByLaw(ProofFile of, String business) {
    return bench
        .recorder()
        .begin(ITEM, business, PURPOSE)
        .statutory(statutory)
        .licence(of, byLaw(of), Set.of(NAME))
        .record();
  }

  private GrantFile granted(HolderKey key) {
    SignedFact<ConsentRequest> request = bench.ask(scope).uses(3).sign();
    GrantFile grant =
        bench.wallet().answer(request.fact(), key).licence(proof.record().ref()).sign();
    StatementId unused =
        bench.desk().carryIn(bench.desk().receive(request.fact(), grant.write(), List.of(proof)));
    return grant;
  }

  @Test
  void aHolderSeesEvenWhatTheLawAllowsWithoutConsentAndAStrangerNothing() {
    assertEquals(Validity.VALID, byLaw(proof).result());
    RecordedUse use = useByLaw(proof, BUSINESS);
    List<TrailUse> found = trail.uses(List.of(bench.trailKey()));
    assertEquals(1, found.size());
    assertEquals(proof.record().ref(), found.get(0).licence());
    assertEquals(CONSUMER, found.get(0).entry().consumer());
    assertEquals(UseBasis.STATUTORY_DUTY, found.get(0).basis());
    assertEquals(use.statement(), found.get(0).statement());
    assertTrue(found.get(0).consistent());
    assertEquals(List.of(), trail.uses(List.of(HpkePrivateKey.generate(bench.random()))));
  }

  @Test
  void usesOfOneBusinessAreNumberedAndMoreThanAPageOfThemIsRead() {
    for (int i = 0; i < 101; i++) {
      RecordedUse use = useByLaw(proof, i < 3 ? BUSINESS : "business " + i);
      assertEquals(i < 3 ? i : 0, use.usage().number());
    }
    assertEquals(101, trail.uses(List.of(bench.trailKey())).size());
  }

  @Test
  void aConsumerThatSealsSomethingElseThanItUsedIsFound() {
    RecordedUse honest = useByLaw(proof, BUSINESS);
    RecordUsage usage = honest.usage();
    UsedLicence used = usage.uses().get(0);
    RecordUsage next = with(usage, List.of());
    TrailEntry lie = new TrailEntry(proof.record().ref(), Bytes.of(new byte[16]), ITEM, CONSUMER);
    UsedLicence dishonest =
        new UsedLicence(
            used.authorization(),
            used.type(),
            used.division(),
            used.ref(),
            used.fields(),
            Trail.seal(
                lie, bench.trailKey().publicKey(), ContractBench.LEDGER, next, 0, bench.random()));
    bench
        .client()
        .submit(bench.consumer().sign(with(next, List.of(dishonest)), bench.ledger().now()));
    assertEquals(
        List.of(true, false),
        trail.uses(List.of(bench.trailKey())).stream().map(TrailUse::consistent).toList());
  }

  private static RecordUsage with(RecordUsage usage, List<UsedLicence> uses) {
    return new RecordUsage(
        usage.grantee(),
        usage.item(),
        usage.business(),
        1,
        usage.basis(),
        usage.scope(),
        usage.presentation(),
        usage.purpose(),
        usage.accepting(),
        usage.resultCode(),
        usage.verdict(),
        uses);
  }

  @Test
  void aHolderFollowsOwnConsentsByTheirNames() {
    HolderKey key = bench.keyOf(IssuingBench.HOLDER);
    GrantFile grant = granted(key);
    RecordedUse unused =
        bench
            .recorder()
            .begin(ITEM, BUSINESS, PURPOSE)
            .licence(proof, bench.verify(proof, grant), Set.of(NAME), grant)
            .record();
    useByLaw(proof, "another");
    bench.wallet().withdraw(grant.grant().statementId(), key);
    StatementId nobodys = bench.openScope("no grant", false);
    List<ConsentLine> lines = trail.consents(List.of(grant.grant().statementId(), nobodys));
    assertEquals(1, lines.size());
    assertEquals(1, lines.get(0).uses().size());
    assertTrue(lines.get(0).authorization().revokedAt().isPresent());
  }

  @Test
  void whatAnAgentPassedOnIsFoundUnderTheHoldersConsent() {
    HolderKey key = bench.keyOf(IssuingBench.HOLDER);
    HolderKey agent = bench.keyOf(OTHER);
    ConsentRequest asked = bench.ask(scope).sign().fact();
    GrantFile held =
        bench
            .wallet()
            .answer(asked, key)
            .licence(proof.record().ref())
            .through(agent.thumbprint())
            .sign();
    GrantFile passedOn =
        bench.wallet().answer(asked, agent).within(held).licence(proof.record().ref()).sign();
    bench.desk().carryIn(bench.desk().receive(asked, passedOn.write(), List.of(proof)));
    RecordedUse use =
        bench
            .recorder()
            .begin(ITEM, BUSINESS, PURPOSE)
            .licence(proof, bench.verify(proof, passedOn), Set.of(NAME), passedOn)
            .record();
    ConsentLine line = trail.consents(List.of(held.grant().statementId())).get(0);
    assertEquals(use.usage(), line.uses().get(0).recorded());
  }

  @Test
  void anIssuerFindsWhoUsedAndRecordedNothing() {
    RecordedUse use = useByLaw(proof, BUSINESS);
    TrailEntry entry = trail.uses(List.of(bench.trailKey())).get(0).entry();
    Delivery recorded = delivery(use.usage().business(), entry.salt());
    Delivery silent = delivery(bench.secret().commitment("never recorded"), entry.salt());
    Delivery otherSalt = delivery(use.usage().business(), Bytes.of(new byte[16]));
    useByLaw(bench.licence(), "brought by the holder");
    Reconciliation found =
        new DeliveryReconciliation(ContractBench.LEDGER, bench.client())
            .reconcile(List.of(recorded, silent, otherSalt), List.of(bench.trailKey()));
    assertEquals(List.of(recorded), found.recorded());
    assertEquals(List.of(silent, otherSalt), found.unrecorded());
    assertEquals(
        List.of(bench.secret().commitment("brought by the holder")),
        found.undelivered().stream().map(each -> each.usage().business()).toList());
    assertEquals(List.of(), found.overdue(bench.ledger().now()));
    assertEquals(2, found.overdue(bench.ledger().now().plusSeconds(1)).size());
  }

  private Delivery delivery(Digest business, Bytes salt) {
    return new Delivery(
        CONSUMER, ITEM, business, 0, proof.record().ref(), salt, bench.ledger().now());
  }
}

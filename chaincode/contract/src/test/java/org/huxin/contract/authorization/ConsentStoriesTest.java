// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.authorization;

import static org.huxin.contract.sample.SampleCity.HOHHOT;
import static org.huxin.contract.sample.SampleCity.ORDOS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleKey;
import org.huxin.core.authorization.Authorization;
import org.huxin.core.authorization.RecordUsage;
import org.huxin.core.authorization.Usage;
import org.huxin.core.authorization.UsedLicence;
import org.huxin.core.holder.Trail;
import org.huxin.core.holder.TrailEntry;
import org.huxin.core.id.AnchorKey;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Uscc;
import org.huxin.core.reference.LicenceRef;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.signed.SignedStatement;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.hpke.HpkePrivateKey;
import org.junit.jupiter.api.Test;

/** Stories of consent, from the grant to the trail. */
final class ConsentStoriesTest {
  private final ConsentBench bench = new ConsentBench();
  private final ContractBench ledger = bench.ledger;

  @Test
  void consentIsWithdrawnOnTheWayToTheWindowAndTheWindowLearnsNothing() {
    StatementId grant = bench.grant(bench.sampleGrant());
    ledger.pass(Duration.ofMinutes(5));
    bench.revoke(grant);
    ledger.pass(Duration.ofMinutes(5));
    SortedMap<String, Bytes> before = ledger.ledger().state();
    bench.refuseUse(LedgerRefusal.REVOKED, bench.sampleUsage(grant));
    assertEquals(before, ledger.ledger().state());
  }

  @Test
  void aCoupleOpensAShopWithBothLicencesInOneGo() {
    SampleKey wife = SampleKey.holder("wife");
    SampleKey husband = SampleKey.holder("husband");
    StatementId hers = bench.grant(wife, bench.sampleGrant().ref(ConsentBench.ref("licence")));
    StatementId his = bench.grant(husband, bench.sampleGrant().ref(ConsentBench.ref("his copy")));
    UsedLicence ofHers = bench.sampleUsage(hers).build().uses().get(0);
    UsedLicence ofHis =
        bench.sampleUsage(his).ref(ConsentBench.ref("his copy")).build().uses().get(0);
    SignedStatement usage = ledger.sign(bench.consumer, with(List.of(ofHers, ofHis)));
    ledger.accept(ORDOS, usage);
    assertEquals(1, ledger.get(Authorization.key(hers)).used());
    assertEquals(1, ledger.get(Authorization.key(his)).used());
    bench.refuseUse(LedgerRefusal.EXHAUSTED, bench.sampleUsage(hers).number(1));
  }

  @Test
  void anAgencyWithAPowerOfAttorneyServesTwoWindowsUntilItIsTakenBack() {
    SampleKey agency = SampleKey.holder("agency, key for this customer");
    StatementId power =
        bench.grant(
            bench
                .sampleGrant()
                .toNobody()
                .agent(agency.thumbprint())
                .uses(3)
                .items(ConsentBench.ITEM, ConsentBench.SECOND_ITEM));
    StatementId first = bench.grant(agency, bench.sampleGrant().parent(power));
    StatementId second =
        bench.grant(agency, bench.sampleGrant().parent(power).items(ConsentBench.SECOND_ITEM));
    bench.use(bench.sampleUsage(first));
    bench.revoke(power);
    bench.refuseUse(
        LedgerRefusal.REVOKED, bench.sampleUsage(second).item(ConsentBench.SECOND_ITEM));
    assertEquals(1, ledger.get(Authorization.key(power)).used());
  }

  @Test
  void aHerderWithoutAPhoneConsentsAtTheCounterForToday() {
    SignedStatement consent = ledger.sign(bench.provider, bench.sampleConsent());
    ledger.accept(ORDOS, consent);
    ledger.pass(Duration.ofMinutes(59));
    bench.use(bench.sampleUsage(consent.id()));
    ledger.pass(Duration.ofMinutes(1));
    ledger.refuse(
        LedgerRefusal.NO_LONGER_IN_FORCE,
        ORDOS,
        ledger.sign(bench.consumer, bench.sampleUsage(consent.id()).number(1).build()));
  }

  @Test
  void aStatutoryUseLeavesATrailThatTheHolderOpensAndNobodyElse() {
    HpkePrivateKey holder = HpkePrivateKey.ofSecret(Bytes.fromHex("07".repeat(32)));
    LicenceRef licence =
        new LicenceRef(
            new Uscc("11150602MB9T0002XY"),
            ConsentBench.LICENCE,
            ConsentBench.ISSUED_IN,
            new AnchorKey(ConsentBench.digest("licence")));
    Bytes salt = Bytes.fromHex("a5".repeat(16));
    TrailEntry entry = new TrailEntry(licence, salt, ConsentBench.ITEM, ConsentBench.CONSUMER);
    RecordUsage unsealed =
        bench.sampleUsage().statutory(bench.scope).ref(licence.blinded(salt)).build();
    UsedLicence use = unsealed.uses().get(0);
    RecordUsage usage =
        with(
            unsealed,
            List.of(
                new UsedLicence(
                    Optional.empty(),
                    use.type(),
                    use.division(),
                    use.ref(),
                    use.fields(),
                    Trail.seal(
                        entry,
                        holder.publicKey(),
                        ContractBench.LEDGER,
                        unsealed,
                        0,
                        new SecureRandom()))));
    ledger.accept(ORDOS, ledger.sign(bench.consumer, usage));

    RecordUsage recorded =
        ledger
            .get(Usage.key(usage.grantee(), usage.item(), usage.business(), usage.number()))
            .recorded();
    UsedLicence found = recorded.uses().get(0);
    TrailEntry opened = Trail.open(found.sealed(), holder, ContractBench.LEDGER, recorded, 0);
    assertEquals(entry, opened);
    assertEquals(found.ref(), opened.licence().blinded(opened.salt()));
  }

  @Test
  void aReplayedGrantOfAWithdrawnConsentStaysWithdrawn() {
    SignedStatement grant = ledger.sign(bench.holder, bench.sampleGrant().build());
    ledger.accept(ORDOS, grant, bench.attest(bench.holder));
    bench.revoke(grant.id());
    ledger.repeat(HOHHOT, grant, bench.attest(bench.holder));
    bench.refuseUse(LedgerRefusal.REVOKED, bench.sampleUsage(grant.id()));
  }

  private RecordUsage with(List<UsedLicence> uses) {
    return with(bench.sampleUsage(uses.get(0).authorization().orElseThrow()).build(), uses);
  }

  private static RecordUsage with(RecordUsage usage, List<UsedLicence> uses) {
    return new RecordUsage(
        usage.grantee(),
        usage.item(),
        usage.business(),
        usage.number(),
        usage.basis(),
        usage.scope(),
        usage.presentation(),
        usage.purpose(),
        usage.accepting(),
        usage.resultCode(),
        usage.verdict(),
        uses);
  }
}

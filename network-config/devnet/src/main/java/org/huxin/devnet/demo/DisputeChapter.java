// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.demo;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.huxin.core.dispute.AcceptDispute;
import org.huxin.core.dispute.Channel;
import org.huxin.core.dispute.DecideDispute;
import org.huxin.core.dispute.Decision;
import org.huxin.core.dispute.Dispute;
import org.huxin.core.dispute.FileDispute;
import org.huxin.core.dispute.Raiser;
import org.huxin.core.id.StatementId;
import org.huxin.core.licence.Supersede;
import org.huxin.core.licence.SupersedeReason;
import org.huxin.core.statement.FieldName;
import org.huxin.core.statement.Statement;
import org.huxin.core.verdict.FindingCode;
import org.huxin.core.verdict.Validity;
import org.huxin.core.verification.MaterialResult;
import org.huxin.sdk.holder.HolderKey;
import org.huxin.sdk.ledger.LedgerClient.Committed;

/** 异议: a holder disputes what a licence says; it is corrected, and the new one passes. */
final class DisputeChapter implements Chapter {
  private static final Office ISSUER = Office.DONGSHENG_MARKET;

  @Override
  public String name() {
    return "dispute";
  }

  @Override
  public void tell(World world, Narrator narrator) throws IOException {
    StoryLedger ledger = world.ledger();
    IssuedLicence wrong = narrator.done("issue", () -> world.issue(draft(1, "日用百货零售")));
    HolderKey key = narrator.done("attest", () -> world.keyOf(Person.SHOP));
    StatementId dispute =
        narrator.done(
            "file",
            () ->
                ledger
                    .client(ISSUER)
                    .submit(
                        key.sign(
                            ledger.id(),
                            new FileDispute(
                                wrong.ref(),
                                Raiser.HOLDER,
                                Channel.ONLINE,
                                List.of(new FieldName("JYFW")),
                                World.digest("copy of the application")),
                            ledger.now()),
                        key.attestation())
                    .statement());
    narrator.act("accept", () -> act(ledger, dispute, new AcceptDispute(dispute)));
    narrator.verdict(
        "home", Validity.VALID.name(), () -> world.recognised(Service.FOOD_SHOP, wrong));
    narrator.verdict(
        "flagged",
        FindingCode.DISPUTED_NOT_ACCEPTED.name(),
        () -> world.recognised(Service.BRANCH, wrong));
    narrator.act(
        "uphold",
        () ->
            act(
                ledger,
                dispute,
                new DecideDispute(dispute, Decision.UPHELD, World.digest("decision"))));
    IssuedLicence corrected =
        narrator.done(
            "correct",
            () ->
                world.issue(
                    draft(2, "日用百货零售;食品销售")
                        .supersedes(
                            new Supersede(
                                wrong.ref(),
                                SupersedeReason.CORRECTED,
                                Optional.of(dispute),
                                Optional.empty()))));
    narrator.outcome("closed", "CORRECTED", () -> dispute(ledger, dispute).status().name());
    narrator.verdict(
        "old", FindingCode.SUPERSEDED.name(), () -> world.recognised(Service.FOOD_SHOP, wrong));
    narrator.verdict(
        "new", Validity.VALID.name(), () -> world.recognised(Service.BRANCH, corrected));
    narrator.outcome(
        "passes",
        Words.all(MaterialResult.SATISFIED, MaterialResult.DEFERRABLE),
        () -> PaperChapter.results(PaperChapter.check(world, Service.FOOD_SHOP, corrected)));
  }

  private static void act(StoryLedger ledger, StatementId dispute, Statement statement) {
    int version = dispute(ledger, dispute).version();
    Committed unused = ledger.submit(ISSUER, version, at -> statement);
  }

  private static Dispute dispute(StoryLedger ledger, StatementId id) {
    return ledger.get(ISSUER, Dispute.ENTITY, id.toString());
  }

  private static LicenceDraft draft(int version, String scope) {
    return new LicenceDraft(ISSUER, LicenceKind.BUSINESS, "150602202600000801")
        .version(version)
        .attribute("MC", Person.SHOP.label())
        .attribute("JYFW", scope)
        .holder(Person.SHOP.id());
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.demo;

import java.io.IOException;
import java.time.Instant;
import org.huxin.core.statement.Code;
import org.huxin.core.verdict.FindingCode;
import org.huxin.core.verdict.Validity;
import org.huxin.crypto.digest.Digest;
import org.huxin.sdk.ledger.LedgerClient.Committed;
import org.huxin.sdk.status.StatusOrder;

/** 暂扣 in the middle of an approval: what was accepted before stays lawful, what comes after not. */
final class SuspensionChapter implements Chapter {
  private static final Code REASON = new Code("SAFETY_INSPECTION");
  private static final Digest DECISION = World.digest("decision of the construction authority");

  @Override
  public String name() {
    return "suspension";
  }

  @Override
  public void tell(World world, Narrator narrator) throws IOException {
    StoryLedger ledger = world.ledger();
    IssuedLicence licence =
        narrator.done(
            "issue",
            () ->
                world.issue(
                    new LicenceDraft(
                            Office.HOHHOT_CONSTRUCTION,
                            LicenceKind.CONSTRUCTION_SAFETY,
                            "JZ202600000201")
                        .attribute("DWMC", Person.BUILDER.label())
                        .attribute("ZYFZR", Person.DING.label())
                        .attribute("XKFW", "建筑施工")
                        .holder(Person.BUILDER.id())));
    Instant accepted = ledger.now();
    narrator.verdict(
        "accepted",
        Validity.VALID.name(),
        () -> world.recognised(Service.BUILDING_SITE, licence, accepted));
    ledger.nextSecond();
    narrator.act(
        "suspend", () -> change(world, StatusOrder.suspend(REASON, DECISION, licence.ref())));
    narrator.verdict(
        "decision",
        FindingCode.SUSPENDED.name(),
        () -> world.recognised(Service.BUILDING_SITE, licence));
    narrator.verdict(
        "then",
        Validity.VALID.name(),
        () -> world.recognised(Service.BUILDING_SITE, licence, accepted));
    narrator.act(
        "resume", () -> change(world, StatusOrder.resume(REASON, DECISION, licence.ref())));
    narrator.verdict(
        "resumed", Validity.VALID.name(), () -> world.recognised(Service.BUILDING_SITE, licence));
  }

  private static void change(World world, StatusOrder order) {
    Committed unused = world.huxin(Office.HOHHOT_CONSTRUCTION).statuses().change(order);
  }
}

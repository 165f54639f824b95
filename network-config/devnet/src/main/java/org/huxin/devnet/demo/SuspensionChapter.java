// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.demo;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huxin.core.licence.ChangeLicenceStatus;
import org.huxin.core.licence.DecidedLicence;
import org.huxin.core.licence.LicenceStatus;
import org.huxin.core.licence.StatusAction;
import org.huxin.core.licence.StatusDecision;
import org.huxin.core.reference.LicenceRef;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.Statement;
import org.huxin.core.verdict.FindingCode;
import org.huxin.core.verdict.Validity;
import org.huxin.sdk.ledger.LedgerClient.Committed;

/** 暂扣 in the middle of an approval: what was accepted before stays lawful, what comes after not. */
final class SuspensionChapter implements Chapter {
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
        "suspend",
        () -> {
          Committed unused =
              ledger.submit(
                  Office.HOHHOT_CONSTRUCTION,
                  at -> change(licence.ref(), StatusAction.SUSPEND, at, Optional.empty()));
        });
    narrator.verdict(
        "decision",
        FindingCode.SUSPENDED.name(),
        () -> world.recognised(Service.BUILDING_SITE, licence));
    narrator.verdict(
        "then",
        Validity.VALID.name(),
        () -> world.recognised(Service.BUILDING_SITE, licence, accepted));
    narrator.act(
        "resume",
        () -> {
          int version = version(ledger, licence.ref());
          Committed unused =
              ledger.submit(
                  Office.HOHHOT_CONSTRUCTION,
                  at -> change(licence.ref(), StatusAction.RESUME, at, Optional.of(version)));
        });
    narrator.verdict(
        "resumed", Validity.VALID.name(), () -> world.recognised(Service.BUILDING_SITE, licence));
  }

  /** A status has the version that the next change replaces. */
  static int version(StoryLedger ledger, LicenceRef licence) {
    return ledger
        .get(
            Office.ORDOS_APPROVAL,
            LicenceStatus.ENTITY,
            licence.issuer().text(),
            licence.type().text(),
            licence.division().text(),
            licence.anchorKey().toString())
        .version();
  }

  /** A change of one licence's status that names no other city. */
  static Statement change(
      LicenceRef licence, StatusAction action, Instant at, Optional<Integer> replaces) {
    return new ChangeLicenceStatus(
        licence.issuer(),
        licence.type(),
        licence.division(),
        List.of(
            new StatusDecision(
                action,
                at,
                new Code("DEMO"),
                World.digest("decision"),
                Optional.empty(),
                Optional.empty(),
                List.of(new DecidedLicence(licence.anchorKey(), replaces, Optional.empty())))));
  }
}

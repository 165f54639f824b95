// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.demo;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huxin.core.licence.ChangeLicenceStatus;
import org.huxin.core.licence.DecidedLicence;
import org.huxin.core.licence.StatusAction;
import org.huxin.core.licence.StatusDecision;
import org.huxin.core.licence.Supersede;
import org.huxin.core.licence.SupersedeReason;
import org.huxin.core.reference.LicenceRef;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.Statement;
import org.huxin.core.verdict.FindingCode;
import org.huxin.core.verdict.Validity;
import org.huxin.sdk.ledger.LedgerClient.Committed;

/** 转出 and 转入: a builder moves to another city; another changes its mind. */
final class TransferChapter implements Chapter {
  private static final Office FROM = Office.HOHHOT_CONSTRUCTION;
  private static final Office TO = Office.ORDOS_APPROVAL;

  @Override
  public String name() {
    return "transfer";
  }

  @Override
  public void tell(World world, Narrator narrator) throws IOException {
    StoryLedger ledger = world.ledger();
    IssuedLicence moving = narrator.done("issue", () -> world.issue(draft(FROM, 1)));
    narrator.act("out", () -> out(ledger, moving.ref()));
    narrator.verdict(
        "underway",
        FindingCode.TRANSFERRED_OUT.name(),
        () -> world.recognised(Service.BUILDING_SITE, moving));
    IssuedLicence arrived =
        narrator.done(
            "in",
            () ->
                world.issue(
                    draft(TO, 2)
                        .supersedes(
                            new Supersede(
                                moving.ref(),
                                SupersedeReason.TRANSFERRED_IN,
                                Optional.empty(),
                                Optional.of(world.agreement())))));
    narrator.verdict(
        "closed", FindingCode.CLOSED.name(), () -> world.recognised(Service.BUILDING_SITE, moving));
    narrator.verdict(
        "arrived", Validity.VALID.name(), () -> world.recognised(Service.BUILDING_SITE, arrived));
    IssuedLicence staying = narrator.done("another", () -> world.issue(draft(FROM, 3)));
    narrator.act("outagain", () -> out(ledger, staying.ref()));
    narrator.act("callback", () -> callBack(ledger, staying.ref()));
    narrator.verdict(
        "stays", Validity.VALID.name(), () -> world.recognised(Service.BUILDING_SITE, staying));
  }

  private static void out(StoryLedger ledger, LicenceRef licence) {
    Committed unused = ledger.submit(FROM, at -> transferOut(licence, at));
  }

  private static Statement transferOut(LicenceRef licence, Instant at) {
    return new ChangeLicenceStatus(
        licence.issuer(),
        licence.type(),
        licence.division(),
        List.of(
            new StatusDecision(
                StatusAction.TRANSFER_OUT,
                at,
                new Code("DEMO"),
                World.digest("application to move"),
                Optional.of(TO.division()),
                Optional.empty(),
                List.of(
                    new DecidedLicence(licence.anchorKey(), Optional.empty(), Optional.empty())))));
  }

  private static void callBack(StoryLedger ledger, LicenceRef licence) {
    int version = SuspensionChapter.version(ledger, licence);
    Committed unused =
        ledger.submit(
            FROM,
            at ->
                SuspensionChapter.change(
                    licence, StatusAction.CANCEL_TRANSFER_OUT, at, Optional.of(version)));
  }

  private static LicenceDraft draft(Office issuer, int number) {
    return new LicenceDraft(issuer, LicenceKind.CONSTRUCTION_GRADE, "D20260000050" + number)
        .attribute("QYMC", Person.BUILDER.label())
        .attribute("ZZLBJDJ", "建筑工程施工总承包二级")
        .holder(Person.BUILDER.id());
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.huxin.core.competence.TransferCompetence;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.verdict.FindingCode;
import org.huxin.core.verdict.Validity;
import org.huxin.sdk.ledger.LedgerClient.Committed;

/** 一枚印章管审批: a department's competence passes to the approvals bureau at a moment. */
final class CompetenceChapter implements Chapter {
  private static final Office DEPARTMENT = Office.EJIN_HORO_TRANSPORT;
  private static final Office BUREAU = Office.ORDOS_APPROVAL;

  @Override
  public String name() {
    return "competence";
  }

  @Override
  public void tell(World world, Narrator narrator) throws IOException {
    StoryLedger ledger = world.ledger();
    SealWorkshop.MadeSeal old = world.seal(DEPARTMENT);
    Instant dayBefore = ledger.now().minus(Duration.ofDays(1));
    IssuedLicence before =
        narrator.done("before", () -> world.issue(draft(DEPARTMENT, 1).sealed(old, dayBefore)));
    narrator.act("transfer", () -> transfer(world));
    ledger.nextSecond();
    ledger.nextSecond();
    narrator.verdict(
        "stands", Validity.VALID.name(), () -> world.recognised(Service.COAL_TRANSPORT, before));
    narrator.refused(
        "department",
        LedgerRefusal.NOT_ACCREDITED,
        () -> {
          IssuedLicence unused = world.issue(draft(DEPARTMENT, 2));
        });
    IssuedLicence oldSeal =
        narrator.done("oldseal", () -> world.issue(draft(BUREAU, 3).sealed(old, ledger.now())));
    narrator.verdict(
        "refused",
        FindingCode.SEAL_NOT_COMPETENT.name(),
        () -> world.recognised(Service.COAL_TRANSPORT, oldSeal));
    IssuedLicence after = narrator.done("bureau", () -> world.issue(draft(BUREAU, 4)));
    narrator.verdict(
        "after", Validity.VALID.name(), () -> world.recognised(Service.COAL_TRANSPORT, after));
  }

  private static void transfer(World world) {
    Committed unused =
        world
            .ledger()
            .submit(
                BUREAU,
                at ->
                    new TransferCompetence(
                        LicenceKind.ROAD_TRANSPORT.code(),
                        DEPARTMENT.division(),
                        DEPARTMENT.code(),
                        BUREAU.code(),
                        at.plusSeconds(1),
                        World.digest("decision of the city's government"),
                        List.of(world.seal(BUREAU).name())));
  }

  private static LicenceDraft draft(Office issuer, int number) {
    return new LicenceDraft(issuer, LicenceKind.ROAD_TRANSPORT, "YS20260000030" + number)
        .division(DEPARTMENT.division())
        .attribute("YHMC", Person.HAULIER.label())
        .attribute("JYFW", "道路普通货物运输(煤炭)")
        .holder(Person.HAULIER.id());
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.demo;

import java.io.IOException;
import java.util.Optional;
import org.huxin.core.licence.Supersede;
import org.huxin.core.licence.SupersedeReason;
import org.huxin.core.reference.LicenceRef;
import org.huxin.core.statement.Code;
import org.huxin.core.verdict.FindingCode;
import org.huxin.core.verdict.Validity;
import org.huxin.crypto.digest.Digest;
import org.huxin.sdk.ledger.LedgerClient.Committed;
import org.huxin.sdk.status.StatusOrder;

/** 转出 and 转入: a builder moves to another city; another changes its mind. */
final class TransferChapter implements Chapter {
  private static final Office FROM = Office.HOHHOT_CONSTRUCTION;
  private static final Office TO = Office.ORDOS_APPROVAL;
  private static final Code REASON = new Code("HOLDER_MOVES");
  private static final Digest APPLICATION = World.digest("application of the holder");

  @Override
  public String name() {
    return "transfer";
  }

  @Override
  public void tell(World world, Narrator narrator) throws IOException {
    IssuedLicence moving = narrator.done("issue", () -> world.issue(draft(FROM, 1)));
    narrator.act("out", () -> out(world, moving.ref()));
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
    narrator.act("outagain", () -> out(world, staying.ref()));
    narrator.act("callback", () -> callBack(world, staying.ref()));
    narrator.verdict(
        "stays", Validity.VALID.name(), () -> world.recognised(Service.BUILDING_SITE, staying));
  }

  private static void out(World world, LicenceRef licence) {
    Committed unused =
        world
            .huxin(FROM)
            .statuses()
            .change(StatusOrder.transferOut(TO.division(), REASON, APPLICATION, licence));
  }

  private static void callBack(World world, LicenceRef licence) {
    Committed unused =
        world.huxin(FROM).statuses().change(StatusOrder.transferBack(REASON, APPLICATION, licence));
  }

  private static LicenceDraft draft(Office issuer, int number) {
    return new LicenceDraft(issuer, LicenceKind.CONSTRUCTION_GRADE, "D20260000050" + number)
        .attribute("QYMC", Person.BUILDER.label())
        .attribute("ZZLBJDJ", "建筑工程施工总承包二级")
        .holder(Person.BUILDER.id());
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huxin.core.competence.Accreditation;
import org.huxin.core.competence.OpenAccreditation;
import org.huxin.core.seal.ReplaceSeal;
import org.huxin.core.seal.Seal;
import org.huxin.core.verdict.FindingCode;
import org.huxin.core.verdict.Validity;
import org.huxin.sdk.ledger.LedgerClient.Committed;

/** A seal's key leaks: a thief's own clock proves nothing, though the certificate is valid. */
final class SealLeakChapter implements Chapter {
  private static final Office OWNER = Office.ULANQAB_MARKET;

  @Override
  public String name() {
    return "leak";
  }

  @Override
  public void tell(World world, Narrator narrator) throws IOException {
    StoryLedger ledger = world.ledger();
    SealWorkshop.MadeSeal leaked = world.seal(OWNER);
    IssuedLicence honest = narrator.done("issue", () -> world.issue(draft(1)));
    ledger.nextSecond();
    Instant leak = ledger.now();
    narrator.act("remade", () -> replace(world, leaked, leak));
    ledger.nextSecond();
    narrator.verdict(
        "honest", Validity.VALID.name(), () -> world.recognised(Service.BRANCH, honest));
    IssuedLicence backdated =
        narrator.done(
            "forge", () -> world.issue(draft(2).sealed(leaked, leak.minus(Duration.ofDays(1)))));
    narrator.verdict(
        "backdated",
        FindingCode.SIGNING_TIME_NOT_PROVEN.name(),
        () -> world.recognised(Service.BRANCH, backdated));
    IssuedLicence late =
        narrator.done("late", () -> world.issue(draft(3).sealed(leaked, ledger.now())));
    narrator.verdict(
        "afterwards",
        Words.all(FindingCode.SEAL_CANCELLED_BEFORE_SIGNING, FindingCode.SEAL_NOT_COMPETENT),
        () -> world.recognised(Service.BRANCH, late));
    IssuedLicence fresh = narrator.done("reissue", () -> world.issue(draft(4)));
    narrator.verdict("fresh", Validity.VALID.name(), () -> world.recognised(Service.BRANCH, fresh));
  }

  /** A new seal takes the place of the old one, and is competent from then on. */
  private static void replace(World world, SealWorkshop.MadeSeal leaked, Instant leak) {
    StoryLedger ledger = world.ledger();
    SealWorkshop.MadeSeal remade =
        world.workshop().make(OWNER.division() + "10000099", OWNER.officialName().text());
    FoundingChapter.file(world, OWNER, remade);
    int version = ledger.get(OWNER, Seal.ENTITY, leaked.name().toString()).version();
    Committed unused =
        ledger.submit(
            Office.SEAL_SERVICE,
            version,
            at ->
                new ReplaceSeal(
                    leaked.name(),
                    leak,
                    World.digest("report of the leak"),
                    remade.name(),
                    Optional.of(leak)));
    accredit(world, remade);
    world.sealWith(OWNER, remade);
  }

  private static void accredit(World world, SealWorkshop.MadeSeal remade) {
    int version =
        world
            .ledger()
            .get(
                OWNER,
                Accreditation.ENTITY,
                OWNER.code().text(),
                LicenceKind.BUSINESS.code().text(),
                OWNER.division().text())
            .version();
    Committed unused =
        world
            .ledger()
            .submit(
                FoundingChapter.governor(world, OWNER.city()),
                version,
                at ->
                    new OpenAccreditation(
                        OWNER.code(),
                        LicenceKind.BUSINESS.code(),
                        OWNER.division(),
                        at,
                        Optional.empty(),
                        World.digest("accreditation with the new seal"),
                        List.of(remade.name()),
                        Optional.empty()));
  }

  private static LicenceDraft draft(int number) {
    return new LicenceDraft(OWNER, LicenceKind.BUSINESS, "15090220260000040" + number)
        .attribute("MC", Person.HAULIER.label())
        .attribute("JYFW", "道路货物运输")
        .holder(Person.HAULIER.id());
  }
}

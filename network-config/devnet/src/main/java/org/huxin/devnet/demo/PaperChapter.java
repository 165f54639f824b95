// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.demo;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huxin.core.authorization.PaperReason;
import org.huxin.core.authorization.PaperReport;
import org.huxin.core.authorization.PaperRequest;
import org.huxin.core.id.StatementId;
import org.huxin.core.licence.Supersede;
import org.huxin.core.licence.SupersedeReason;
import org.huxin.core.statement.Code;
import org.huxin.core.verification.MaterialResult;
import org.huxin.sdk.certificatefree.CertificateFree;
import org.huxin.sdk.certificatefree.CertificateFreeResult;
import org.huxin.sdk.certificatefree.LicenceOffer;
import org.huxin.sdk.certificatefree.MaterialFinding;
import org.huxin.sdk.identity.BusinessSecret;
import org.huxin.sdk.ledger.LedgerClient.Committed;
import org.huxin.sdk.paper.PaperDesk;
import org.huxin.sdk.paper.PaperRefusal;
import org.huxin.sdk.verifying.VerificationRequest;
import org.huxin.sdk.verifying.Verifier;

/** 免证办: which papers need not be asked for; and one that was asked for all the same. */
final class PaperChapter implements Chapter {
  private static final Code MATERIAL = new Code("BUSINESS");
  private static final String MATTER = "2026-1101";

  @Override
  public String name() {
    return "paper";
  }

  @Override
  public void tell(World world, Narrator narrator) throws IOException {
    IssuedLicence plain = narrator.done("issue", () -> world.issue(draft(1, "日用百货零售")));
    narrator.outcome(
        "missing",
        Words.all(MaterialResult.MISSING, MaterialResult.DEFERRABLE),
        () -> results(check(world, Service.FOOD_SHOP, plain)));
    IssuedLicence food =
        narrator.done(
            "change",
            () ->
                world.issue(
                    draft(2, "日用百货零售;食品销售")
                        .supersedes(
                            new Supersede(
                                plain.ref(),
                                SupersedeReason.CHANGED,
                                Optional.empty(),
                                Optional.empty()))));
    narrator.outcome(
        "satisfied",
        Words.all(MaterialResult.SATISFIED, MaterialResult.DEFERRABLE),
        () -> results(check(world, Service.FOOD_SHOP, food)));
    IssuedLicence haulier = narrator.done("haulier", () -> world.issue(haulier()));
    narrator.outcome(
        "coal",
        Words.all(MaterialResult.SATISFIED, MaterialResult.COMMITMENT),
        () -> results(check(world, Service.COAL_TRANSPORT, haulier)));

    PaperDesk desk = desk(world, Service.FOOD_SHOP.owner());
    MaterialFinding finding = check(world, Service.FOOD_SHOP, food).of(MATERIAL).orElseThrow();
    narrator.refused(
        "ask",
        PaperRefusal.LICENCE_SERVES,
        () -> {
          Committed unused = desk.ask(MATTER, finding, Optional.empty());
        });
    narrator.act(
        "insist",
        () -> {
          Committed unused =
              desk.record(
                  Service.FOOD_SHOP.code(),
                  MATTER,
                  MATERIAL,
                  PaperReason.NO_LICENCE,
                  Optional.empty());
        });
    narrator.outcome("audit", "1", () -> Integer.toString(unfounded(world, finding)));
    StatementId report =
        narrator.done(
            "report",
            () ->
                desk(world, Office.AUDIT)
                    .report(
                        Service.FOOD_SHOP.owner().code(),
                        Service.FOOD_SHOP.code(),
                        MATERIAL,
                        finding.offers().get(0).verdict().digest())
                    .statement());
    narrator.outcome(
        "reported",
        Office.AUDIT.code() + "#1",
        () ->
            world
                .ledger()
                .get(Office.AUDIT, PaperReport.ENTITY, report.toString())
                .by()
                .toString());
  }

  /** What becomes of each material of a service, if this licence is all that is offered. */
  static CertificateFreeResult check(World world, Service service, IssuedLicence offered)
      throws IOException {
    StoryLedger ledger = world.ledger();
    return new CertificateFree(
            new Verifier(ledger.client(service.owner()), ledger.id(), world.workshop().trust()),
            ledger.client(service.owner()))
        .check(
            service.code(),
            ledger.now(),
            List.of(
                LicenceOffer.of(
                    offered.document(),
                    offered.proof(),
                    VerificationRequest.asOf(ledger.now())
                        .usedFor(World.context(service, List.of())))));
  }

  /** The results, in the order of the materials. */
  static String results(CertificateFreeResult result) {
    return result.materials().stream()
        .map(material -> material.result().name())
        .collect(Collectors.joining(","));
  }

  private static PaperDesk desk(World world, Office office) {
    return new PaperDesk(
        world.ledger().identity(office),
        new BusinessSecret(world.secret()),
        world.ledger().client(office),
        world.clock());
  }

  /** Papers asked for without a check, of a material that a licence says. */
  private static int unfounded(World world, MaterialFinding finding) {
    if (finding.result() != MaterialResult.SATISFIED) {
      return 0;
    }
    return (int)
        world.ledger().entities(Office.AUDIT).list(PaperRequest.ENTITY).stream()
            .map(PaperRequest::recorded)
            .filter(paper -> paper.item().equals(finding.item()))
            .filter(paper -> paper.material().equals(finding.material().code()))
            .filter(paper -> paper.reason() == PaperReason.NO_LICENCE)
            .filter(paper -> paper.receipt().isEmpty())
            .count();
  }

  private static LicenceDraft draft(int version, String scope) {
    return new LicenceDraft(Office.DONGSHENG_MARKET, LicenceKind.BUSINESS, "150602202600001101")
        .version(version)
        .attribute("MC", Person.SHOP.label())
        .attribute("JYFW", scope)
        .holder(Person.SHOP.id());
  }

  private static LicenceDraft haulier() {
    return new LicenceDraft(Office.ULANQAB_MARKET, LicenceKind.BUSINESS, "150902202600001102")
        .attribute("MC", Person.HAULIER.label())
        .attribute("JYFW", "道路货物运输")
        .holder(Person.HAULIER.id());
  }
}

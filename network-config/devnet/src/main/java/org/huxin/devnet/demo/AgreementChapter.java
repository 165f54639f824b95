// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.demo;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huxin.core.agreement.Agreement;
import org.huxin.core.agreement.AgreementTerms;
import org.huxin.core.agreement.AmendAgreement;
import org.huxin.core.agreement.ProposeAgreement;
import org.huxin.core.agreement.RecognitionRule;
import org.huxin.core.agreement.SignAgreement;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.licence.TrustLevel;
import org.huxin.core.statement.Title;
import org.huxin.core.verdict.FindingCode;
import org.huxin.core.verdict.Validity;
import org.huxin.sdk.ledger.LedgerClient.Committed;

/** Three cities agree to recognise each other's licences, and then a fourth joins them. */
final class AgreementChapter implements Chapter {
  private static final List<Office> THREE =
      List.of(Office.ORDOS_APPROVAL, Office.HOHHOT_APPROVAL, Office.BAOTOU_MARKET);

  /** The shortest notice that the ledger allows. */
  private static final int NOTICE_SECONDS = 30 * 24 * 60 * 60;

  @Override
  public String name() {
    return "agreement";
  }

  @Override
  public void tell(World world, Narrator narrator) throws IOException {
    StoryLedger ledger = world.ledger();
    IssuedLicence licence = narrator.done("issue", () -> world.issue(businessLicence()));
    narrator.verdict(
        "before",
        FindingCode.NOT_RECOGNISED.name(),
        () -> world.recognised(Service.BRANCH, licence));

    AgreementTerms three = terms(ledger.now(), THREE);
    StatementId id =
        narrator.done(
            "propose",
            () -> ledger.submit(Office.ORDOS_APPROVAL, new ProposeAgreement(three)).statement());
    narrator.act("sign", () -> sign(ledger, id, 1, three, THREE));
    narrator.verdict(
        "after", Validity.VALID.name(), () -> world.recognised(Service.BRANCH, licence));
    narrator.verdict(
        "outside",
        FindingCode.NOT_RECOGNISED.name(),
        () -> world.recognised(Service.BRANCH_ULANQAB, licence));

    List<Office> four = Stream.concat(THREE.stream(), Stream.of(Office.ULANQAB_APPROVAL)).toList();
    AgreementTerms joined = terms(ledger.now(), four);
    narrator.act(
        "amend",
        () -> {
          int version =
              ledger.get(Office.ORDOS_APPROVAL, Agreement.ENTITY, id.toString(), "1").version();
          Committed unused =
              ledger.submit(
                  Office.ORDOS_APPROVAL, version, at -> new AmendAgreement(id, 2, joined));
        });
    narrator.act("threesign", () -> sign(ledger, id, 2, joined, THREE));
    narrator.verdict(
        "waiting",
        FindingCode.NOT_RECOGNISED.name(),
        () -> world.recognised(Service.BRANCH_ULANQAB, licence));
    narrator.act("join", () -> sign(ledger, id, 2, joined, List.of(Office.ULANQAB_APPROVAL)));
    world.agreed(id);
    narrator.verdict(
        "joined", Validity.VALID.name(), () -> world.recognised(Service.BRANCH_ULANQAB, licence));
  }

  private static LicenceDraft businessLicence() {
    return new LicenceDraft(Office.DONGSHENG_MARKET, LicenceKind.BUSINESS, "150602202600000101")
        .attribute("MC", Person.SHOP.label())
        .attribute("LX", "有限责任公司")
        .attribute("FDDBR", Person.JIA.label())
        .attribute("JYFW", "日用百货零售")
        .attribute("ZCZB", "壹佰万元整")
        .attribute("ZS", "鄂尔多斯市东胜区示例路1号")
        .holder(Person.SHOP.id());
  }

  /** Every type of the story, in every city of the parties, for every service. */
  private static AgreementTerms terms(Instant from, List<Office> governors) {
    List<DivisionCode> cities = governors.stream().map(Office::city).sorted().toList();
    List<LicenceTypeCode> types =
        Arrays.stream(LicenceKind.values())
            .filter(kind -> kind != LicenceKind.CLASSIFIED)
            .map(LicenceKind::code)
            .sorted()
            .toList();
    return new AgreementTerms(
        new Title("呼包鄂乌电子证照互认协议(示例)"),
        World.digest("the text of the agreement of " + cities.size() + " cities"),
        cities,
        List.of(new RecognitionRule(types, cities, cities, List.of(), TrustLevel.B, false, true)),
        from,
        Optional.empty(),
        NOTICE_SECONDS);
  }

  private static void sign(
      StoryLedger ledger,
      StatementId id,
      int version,
      AgreementTerms terms,
      List<Office> governors) {
    for (Office governor : governors) {
      Committed unused =
          ledger.submit(governor, new SignAgreement(id, version, governor.city(), terms.digest()));
    }
  }
}

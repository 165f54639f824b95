// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.demo;

import java.io.IOException;
import org.huxin.core.authorization.UseBasis;
import org.huxin.core.holder.ConsentRequest;
import org.huxin.core.holder.GrantFile;
import org.huxin.core.holder.SignedFact;
import org.huxin.core.id.StatementId;
import org.huxin.core.verdict.FindingCode;
import org.huxin.core.verdict.Validity;
import org.huxin.core.verdict.Verdict;
import org.huxin.sdk.usage.RecordedUse;

/** S2, 带押过户: two licences of a couple for one matter; each of the two grants for themselves. */
final class BundleChapter implements Chapter {
  @Override
  public String name() {
    return "bundle";
  }

  @Override
  public void tell(World world, Narrator narrator) throws IOException {
    IssuedLicence property = narrator.done("property", () -> world.issue(property(world)));
    IssuedLicence marriage = narrator.done("marriage", () -> world.issue(marriage(world)));
    Window window =
        new Window(world, Service.MORTGAGED_SALE, "2026-0701", UseBasis.AUTHORIZATION)
            .wants(LicenceKind.PROPERTY, "BDCQZH", "QLR", "ZL")
            .wants(LicenceKind.MARRIAGE, "SFXM", "DJRQ");
    StatementId scope = narrator.done("scope", window::openScope);
    SignedFact<ConsentRequest> request = narrator.done("ask", () -> window.ask(scope, 1));
    GrantFile his =
        narrator.done("his", () -> grant(world, window, request, Person.JIA, property, marriage));
    narrator.verdict(
        "one", FindingCode.HOLDER_HAS_NOT_GRANTED.name(), () -> window.verify(property, his));
    GrantFile hers =
        narrator.done("hers", () -> grant(world, window, request, Person.YI, property, marriage));
    Verdict ofProperty =
        narrator.judged("both", Validity.VALID.name(), () -> window.verify(property, his, hers));
    Verdict ofMarriage =
        narrator.judged("abroad", Validity.VALID.name(), () -> window.verify(marriage, his, hers));
    narrator.outcome(
        "use",
        "4",
        () -> {
          RecordedUse use =
              window
                  .use()
                  .licence(property.proof(), ofProperty, window.fields(property), his, hers)
                  .licence(marriage.proof(), ofMarriage, window.fields(marriage), his, hers)
                  .record();
          return Integer.toString(use.usage().uses().size());
        });
    narrator.verdict(
        "spent",
        FindingCode.AUTHORIZATION_EXHAUSTED.name(),
        () -> window.verify(property, his, hers));
  }

  /** One of the two grants both licences, and the window carries it in. */
  private static GrantFile grant(
      World world,
      Window window,
      SignedFact<ConsentRequest> request,
      Person person,
      IssuedLicence... licences) {
    var answer =
        world.wallet().answer(world.wallet().read(request.jws().text()), world.keyOf(person));
    for (IssuedLicence licence : licences) {
      answer.licence(licence.ref());
    }
    GrantFile grant = answer.sign();
    StatementId unused = window.receive(request.fact(), grant, licences);
    return grant;
  }

  private static LicenceDraft property(World world) {
    return new LicenceDraft(Office.KANGBASHI_PROPERTY, LicenceKind.PROPERTY, "BDC202600000701")
        .attribute("BDCQZH", "蒙(2026)康巴什区不动产权第0000701号")
        .attribute("QLR", Person.JIA.label() + "、" + Person.YI.label())
        .attribute("GYQK", "共同共有")
        .attribute("ZL", "康巴什区示例小区1号楼")
        .holder(Person.JIA.id())
        .holder(Person.YI.id())
        .trailKey(world.trailKey(Person.JIA).publicKey());
  }

  private static LicenceDraft marriage(World world) {
    return new LicenceDraft(Office.KUNDULUN_CIVIL, LicenceKind.MARRIAGE, "J150203202600000701")
        .attribute("SFXM", Person.JIA.label() + "、" + Person.YI.label())
        .attribute("DJRQ", "2020-05-20")
        .holder(Person.JIA.id())
        .holder(Person.YI.id())
        .trailKey(world.trailKey(Person.JIA).publicKey());
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.demo;

import java.io.IOException;
import org.huxin.core.authorization.UseBasis;
import org.huxin.core.holder.ConsentRequest;
import org.huxin.core.holder.GrantFile;
import org.huxin.core.holder.SignedFact;
import org.huxin.core.id.StatementId;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.statement.Code;
import org.huxin.core.verdict.FindingCode;
import org.huxin.core.verdict.Validity;
import org.huxin.core.verdict.Verdict;
import org.huxin.sdk.holder.HolderKey;
import org.huxin.sdk.ledger.LedgerClient.Committed;
import org.huxin.sdk.usage.RecordedUse;

/** 代办 and 帮办: an agent acts for an enterprise; a herder without a phone consents at a counter. */
final class AgentChapter implements Chapter {
  @Override
  public String name() {
    return "agent";
  }

  @Override
  public void tell(World world, Narrator narrator) throws IOException {
    delegate(world, narrator);
    assist(world, narrator);
  }

  private static void delegate(World world, Narrator narrator) throws IOException {
    IssuedLicence licence =
        narrator.done(
            "issue",
            () ->
                world.issue(
                    new LicenceDraft(
                            Office.DONGSHENG_MARKET, LicenceKind.BUSINESS, "150602202600000901")
                        .attribute("MC", Person.SHOP.label())
                        .attribute("JYFW", "食品销售")
                        .holder(Person.SHOP.id())
                        .trailKey(world.trailKey(Person.SHOP).publicKey())));
    Window window =
        new Window(world, Service.BRANCH, "2026-0901", UseBasis.AUTHORIZATION)
            .wants(LicenceKind.BUSINESS, "MC", "JYFW");
    StatementId scope = narrator.done("scope", window::openScope);
    SignedFact<ConsentRequest> request = narrator.done("ask", () -> window.ask(scope, 2));
    HolderKey shop = world.keyOf(Person.SHOP);
    HolderKey agent = world.keyOf(Person.DING);
    GrantFile power =
        narrator.done(
            "power",
            () ->
                world
                    .wallet()
                    .answer(world.wallet().read(request.jws().text()), shop)
                    .licence(licence.ref())
                    .through(agent.thumbprint())
                    .sign());
    GrantFile passedOn =
        narrator.done(
            "passon",
            () ->
                world
                    .wallet()
                    .answer(request.fact(), agent)
                    .within(power)
                    .licence(licence.ref())
                    .uses(1)
                    .sign());
    narrator.act(
        "receive",
        () -> {
          StatementId unused = window.receive(request.fact(), passedOn, licence);
        });
    Verdict verdict =
        narrator.judged("verify", Validity.VALID.name(), () -> window.verify(licence, passedOn));
    narrator.act(
        "use",
        () -> {
          RecordedUse unused =
              window
                  .use()
                  .licence(licence.proof(), verdict, window.fields(licence), passedOn)
                  .record();
        });
    narrator.act(
        "withdraw",
        () -> {
          Committed unused = world.wallet().withdraw(power.grant().statementId(), shop);
        });
    narrator.verdict(
        "gone",
        Words.all(FindingCode.AUTHORIZATION_EXHAUSTED, FindingCode.AUTHORIZATION_REVOKED),
        () -> window.verify(licence, passedOn));
  }

  private static void assist(World world, Narrator narrator) throws IOException {
    IssuedLicence card =
        narrator.done("card", () -> world.issue(ConsentChapter.identityCard(world).version(2)));
    Window window =
        new Window(world, Service.PENSION, "2026-0902", UseBasis.AUTHORIZATION)
            .wants(LicenceKind.IDENTITY_CARD, "XM", "GMSFHM");
    StatementId scope = narrator.done("ruralscope", window::openScope);
    SignedFact<ConsentRequest> request = narrator.done("ruralask", () -> window.ask(scope, 1));
    GrantFile recorded =
        narrator.done(
            "assist",
            () ->
                world
                    .provider()
                    .assist(
                        Person.BING.id(),
                        new Code("FACE_TO_FACE"),
                        World.digest("the sheet that she signed"),
                        request.fact())
                    .licence(card.ref())
                    .record());
    narrator.act(
        "ruralreceive",
        () -> {
          StatementId unused = window.receive(request.fact(), recorded, card);
        });
    Verdict verdict =
        narrator.judged("ruralverify", Validity.VALID.name(), () -> window.verify(card, recorded));
    narrator.act(
        "ruraluse",
        () -> {
          RecordedUse unused =
              window.use().licence(card.proof(), verdict, window.fields(card), recorded).record();
        });
    narrator.refused(
        "ruralagain",
        LedgerRefusal.EXHAUSTED,
        () -> {
          RecordedUse unused =
              window.use().licence(card.proof(), verdict, window.fields(card), recorded).record();
        });
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.demo;

import java.io.IOException;
import org.huxin.core.authorization.Authorization;
import org.huxin.core.authorization.UseBasis;
import org.huxin.core.holder.ConsentRequest;
import org.huxin.core.holder.GrantFile;
import org.huxin.core.holder.SignedFact;
import org.huxin.core.id.StatementId;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.verdict.FindingCode;
import org.huxin.core.verdict.Validity;
import org.huxin.core.verdict.Verdict;
import org.huxin.sdk.holder.HolderKey;
import org.huxin.sdk.ledger.LedgerClient.Committed;
import org.huxin.sdk.usage.RecordedUse;

/**
 * A citizen grants, a window in another city uses, the citizen withdraws, the window is refused.
 */
final class ConsentChapter implements Chapter {
  @Override
  public String name() {
    return "consent";
  }

  @Override
  public void tell(World world, Narrator narrator) throws IOException {
    IssuedLicence card = narrator.done("issue", () -> world.issue(identityCard(world)));
    Window window =
        new Window(world, Service.PENSION, "2026-0601", UseBasis.AUTHORIZATION)
            .wants(LicenceKind.IDENTITY_CARD, "XM", "GMSFHM");
    StatementId scope = narrator.done("scope", window::openScope);
    HolderKey key = narrator.done("attest", () -> world.keyOf(Person.BING));
    SignedFact<ConsentRequest> request = narrator.done("ask", () -> window.ask(scope, 2));
    GrantFile grant =
        narrator.done(
            "grant",
            () ->
                world
                    .wallet()
                    .answer(world.wallet().read(request.jws().text()), key)
                    .licence(card.ref())
                    .sign());
    StatementId id = narrator.done("receive", () -> window.receive(request.fact(), grant, card));
    Verdict before =
        narrator.judged("verify", Validity.VALID.name(), () -> window.verify(card, grant));
    narrator.act(
        "use",
        () -> {
          RecordedUse unused =
              window.use().licence(card.proof(), before, window.fields(card), grant).record();
        });
    narrator.outcome(
        "count",
        "1/2",
        () -> {
          Authorization granted =
              world.ledger().get(Office.KUNDULUN_CIVIL, Authorization.ENTITY, id.toString());
          return granted.used() + "/" + granted.state().maxUses();
        });
    narrator.act(
        "withdraw",
        () -> {
          Committed unused = world.wallet().withdraw(id, key);
        });
    narrator.verdict(
        "after", FindingCode.AUTHORIZATION_REVOKED.name(), () -> window.verify(card, grant));
    narrator.refused(
        "refused",
        LedgerRefusal.REVOKED,
        () -> {
          RecordedUse unused =
              window.use().licence(card.proof(), before, window.fields(card), grant).record();
        });
  }

  /** The card of a herder of 集宁. */
  static LicenceDraft identityCard(World world) {
    return new LicenceDraft(Office.JINING_POLICE, LicenceKind.IDENTITY_CARD, "JN2026000601")
        .attribute("XM", Person.BING.label())
        .attribute("XB", "女")
        .attribute("MZ", "蒙古")
        .attribute("GMSFHM", Person.BING.id().code())
        .attribute("QFJG", "集宁区公安分局(示例)")
        .holder(Person.BING.id())
        .trailKey(world.trailKey(Person.BING).publicKey());
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.demo;

import java.io.IOException;
import java.util.List;
import org.huxin.core.authorization.UseBasis;
import org.huxin.core.id.StatementId;
import org.huxin.core.verdict.Validity;
import org.huxin.core.verdict.Verdict;
import org.huxin.crypto.hpke.HpkePrivateKey;
import org.huxin.sdk.usage.HolderTrail;
import org.huxin.sdk.usage.RecordedUse;
import org.huxin.sdk.usage.TrailUse;

/** 依职能用证: a supervisor uses a licence by law, and its holder finds that in the trail. */
final class StatutoryChapter implements Chapter {
  private static final String NOBODY = "NOBODY";

  @Override
  public String name() {
    return "statutory";
  }

  @Override
  public void tell(World world, Narrator narrator) throws IOException {
    IssuedLicence licence =
        narrator.done(
            "issue",
            () ->
                world.issue(
                    new LicenceDraft(
                            Office.ULANQAB_MARKET, LicenceKind.BUSINESS, "150902202600001001")
                        .attribute("MC", Person.HAULIER.label())
                        .attribute("JYFW", "道路货物运输")
                        .holder(Person.HAULIER.id())
                        .trailKey(world.trailKey(Person.HAULIER).publicKey())));
    Window window =
        new Window(world, Service.SUPERVISION, "2026-1001", UseBasis.STATUTORY_DUTY)
            .wants(LicenceKind.BUSINESS, "MC", "JYFW");
    StatementId scope = narrator.done("scope", window::openScope);
    Verdict verdict =
        narrator.judged("verify", Validity.VALID.name(), () -> window.verify(licence, scope));
    narrator.act(
        "use",
        () -> {
          RecordedUse unused =
              window
                  .use()
                  .licence(licence.proof(), verdict, window.fields(licence))
                  .statutory(scope)
                  .record();
        });
    narrator.outcome(
        "trail",
        Office.JUNGAR_ENERGY.code().text(),
        () -> consumers(world, world.trailKey(Person.HAULIER)));
    narrator.outcome(
        "stranger", NOBODY, () -> consumers(world, HpkePrivateKey.generate(world.random())));
  }

  /** Whose uses a trail key opens, of all that are on the ledger. */
  private static String consumers(World world, HpkePrivateKey key) {
    List<String> consumers =
        new HolderTrail(world.ledger().id(), world.ledger().client(Office.ULANQAB_MARKET))
            .uses(List.of(key)).stream()
                .filter(TrailUse::consistent)
                .map(use -> use.entry().consumer().text())
                .toList();
    return consumers.isEmpty() ? NOBODY : String.join(",", consumers);
  }
}

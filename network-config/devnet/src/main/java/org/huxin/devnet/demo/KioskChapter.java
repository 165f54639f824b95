// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.demo;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.huxin.core.holder.FactRefusal;
import org.huxin.core.id.HolderId;
import org.huxin.core.statement.FieldName;
import org.huxin.core.verdict.FindingCode;
import org.huxin.core.verdict.Validity;
import org.huxin.core.verdict.Verdict;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.sdk.holder.HolderKey;
import org.huxin.sdk.holder.ShownLicence;
import org.huxin.sdk.offline.DocumentRule;
import org.huxin.sdk.offline.OfflineVerifier;
import org.huxin.seal.ofd.ByteSource;

/** A kiosk without a network: what it can tell with the keys that it trusts, and what it cannot. */
final class KioskChapter implements Chapter {
  private static final Office ISSUER = Office.JINING_POLICE;
  private static final int CHALLENGE_LENGTH = 16;

  /** Behind the header of a ZIP's first file, which has some fifty bytes. */
  private static final int TAMPERED = 64;

  @Override
  public String name() {
    return "kiosk";
  }

  @Override
  public void tell(World world, Narrator narrator) throws IOException {
    IssuedLicence card =
        narrator
            .done("issue", () -> world.issue(ConsentChapter.identityCard(world).version(3)))
            .showing(Set.of(new FieldName("XM")));
    narrator.outcome(
        "genuine",
        Validity.INDETERMINATE.name(),
        () -> verify(world, ISSUER, card, card.document()).result().name());
    HolderKey key = world.keyOf(Person.BING);
    Bytes challenge = challenge(world);
    ShownLicence shown =
        narrator.done(
            "present", () -> world.wallet().presentToTerminal(card.proof(), key, challenge));
    narrator.outcome(
        "holder",
        "HOLDER",
        () ->
            DocumentRule.openedHolders(shown.file().proof())
                    .contains(presenter(world, shown, challenge))
                ? "HOLDER"
                : "SOMEBODY_ELSE");
    narrator.refused(
        "replay",
        FactRefusal.PRESENTED_TO_OTHER,
        () -> {
          HolderId unused = presenter(world, shown, challenge(world));
        });
    narrator.verdict(
        "tampered",
        Words.all(FindingCode.DIGEST_MISMATCH, FindingCode.SEAL_CHECK_FAILED),
        () -> verify(world, ISSUER, card, tampered(card.document())));
    narrator.verdict(
        "untrusted",
        FindingCode.BATCH_SIGNATURE_INVALID.name(),
        () -> verify(world, Office.DONGSHENG_MARKET, card, card.document()));
  }

  /** Nothing is asked of anybody. */
  private static Verdict verify(World world, Office trusted, IssuedLicence licence, Bytes document)
      throws IOException {
    return new OfflineVerifier(
            world.ledger().id(), world.ledger().named(trusted), world.workshop().trust())
        .verify(Optional.of(ByteSource.of(document)), licence.proof(), world.ledger().now());
  }

  private static HolderId presenter(World world, ShownLicence shown, Bytes challenge) {
    return shown
        .file()
        .verify(
            shown.code(),
            world.ledger().id(),
            world.ledger().named(Office.IDENTITY_SERVICE),
            Service.PENSION.owner().code(),
            Optional.of(challenge),
            world.ledger().now());
  }

  private static Bytes challenge(World world) {
    return world.secret().slice(0, CHALLENGE_LENGTH);
  }

  /** One bit of the document is another one, in the content of the package's first file. */
  private static Bytes tampered(Bytes document) {
    byte[] bytes = document.toByteArray();
    bytes[TAMPERED] ^= 1;
    return Bytes.of(bytes);
  }
}

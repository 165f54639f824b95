// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huxin.core.holder.SealOwnership;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.SealKey;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Uscc;
import org.huxin.core.jws.Jws;
import org.huxin.core.statement.FactKind;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.SigningKey;
import org.junit.jupiter.api.Test;

final class SealLineTest {
  private static final Digest DIGEST = DigestAlgorithm.SM3.digest(Bytes.utf8("a seal"));
  private static final SealKey SEAL = new SealKey(DIGEST);
  private static final SealKey OTHER =
      new SealKey(DigestAlgorithm.SM3.digest(Bytes.utf8("another seal")));
  private static final Uscc OWNER = Uscc.parse("11150602MB9T0002XY");
  private static final KeyId.OfAuthority MAKER =
      new KeyId.OfAuthority(Uscc.parse("11150622MB9T00054K"), 1);

  private final List<SealEvent> events = new ArrayList<>();
  private List<PastSealEvent> past = List.of();

  private static Instant day(int day) {
    return Instant.parse("2026-03-01T00:00:00Z").plusSeconds(86_400L * day);
  }

  private static Jws ownership() {
    SigningKey key =
        SigningKey.ofSecret(
            SignatureSuite.ED25519, DigestAlgorithm.SHA_256.digest(Bytes.utf8("owner")).value());
    return Jws.sign(
        key.signer(new SecureRandom()),
        new KeyId.OfAuthority(OWNER, 1),
        FactKind.SEAL_OWNERSHIP.type(),
        SealOwnership.CODEC.encode(
            new SealOwnership(
                new LedgerId(DigestAlgorithm.SHA_256.digest(Bytes.utf8("ledger"))),
                day(0),
                SEAL,
                DIGEST)));
  }

  private void add(SealChange change, int effective, int recorded) {
    add(change, effective, recorded, Optional.empty());
  }

  private void add(SealChange change, int effective, int recorded, Optional<Instant> compromised) {
    events.add(
        new SealEvent(
            change,
            day(effective),
            Optional.empty(),
            Optional.empty(),
            change == SealChange.REPLACED ? Optional.of(OTHER) : Optional.empty(),
            compromised,
            MAKER,
            day(recorded),
            new StatementId(DigestAlgorithm.SHA_256.digest(Bytes.utf8("event " + events.size())))));
  }

  private FileSeal seal() {
    return new FileSeal(
        SEAL,
        OWNER,
        SealKind.STATUTORY_NAME,
        DIGEST,
        List.of(DIGEST),
        day(5),
        day(1000),
        day(10),
        ownership(),
        past);
  }

  private SealLine line(Optional<Instant> knownAt) {
    return SealLine.of(seal(), events, knownAt, event -> true);
  }

  private SealStatus at(int day) {
    return line(Optional.empty()).at(day(day));
  }

  private SealStatus at(int day, int knownAt) {
    return line(Optional.of(day(knownAt))).at(day(day));
  }

  private void file() {
    add(SealChange.FILED, 10, 100);
  }

  @Test
  void whatHappenedBeforeTheFilingCountsByItsLegalDates() {
    past =
        List.of(
            new PastSealEvent(SealAction.DISABLE, day(20), DIGEST),
            new PastSealEvent(SealAction.RESTORE, day(30), DIGEST));
    file();
    assertEquals(SealStatus.ACTIVE, at(19));
    assertEquals(SealStatus.DISABLED, at(20));
    assertEquals(SealStatus.ACTIVE, at(30));
  }

  @Test
  void aDisabledSealIsRestored() {
    file();
    add(SealChange.DISABLED, 110, 110);
    add(SealChange.RESTORED, 120, 120);
    assertEquals(SealStatus.DISABLED, at(115));
    assertEquals(SealStatus.ACTIVE, at(120));
    assertEquals(SealStatus.ACTIVE, at(115, 109));
  }

  @Test
  void aReplacementSaysSinceWhenTheKeyLeaked() {
    file();
    add(SealChange.REPLACED, 200, 200, Optional.of(day(150)));
    assertEquals(SealStatus.ACTIVE, at(199));
    assertEquals(SealStatus.REPLACED, at(200));
    assertEquals(Optional.of(day(150)), line(Optional.empty()).compromisedSince());
    assertEquals(Optional.of(day(200)), line(Optional.empty()).endedAt());
    assertEquals(Optional.empty(), line(Optional.of(day(199))).compromisedSince());
  }

  @Test
  void aCancellationMayReachBack() {
    file();
    add(SealChange.DISABLED, 110, 110);
    add(SealChange.CANCELLED, 50, 130);
    assertEquals(SealStatus.CANCELLED, at(60));
    assertEquals(SealStatus.CANCELLED, at(500));
    assertEquals(SealStatus.ACTIVE, at(49));
    assertEquals(SealStatus.ACTIVE, at(60, 129));
  }

  @Test
  void anEventThatDoesNotCountIsPassedOver() {
    file();
    add(SealChange.CANCELLED, 110, 110, Optional.of(day(20)));
    SealLine line =
        SealLine.of(
            seal(), events, Optional.empty(), event -> event.change() != SealChange.CANCELLED);
    assertEquals(SealStatus.ACTIVE, line.at(day(120)));
    assertEquals(Optional.empty(), line.compromisedSince());
    assertEquals(Optional.empty(), line.endedAt());
  }

  @Test
  void theNextChangeBeginsAtAllThatIsRecorded() {
    file();
    assertEquals(Optional.empty(), line(Optional.empty()).lastEffectiveFrom());
    add(SealChange.DISABLED, 500, 110);
    assertEquals(SealStatus.ACTIVE, at(499));
    assertEquals(SealStatus.DISABLED, line(Optional.empty()).latest());
    assertEquals(Optional.of(day(500)), line(Optional.empty()).lastEffectiveFrom());
  }
}

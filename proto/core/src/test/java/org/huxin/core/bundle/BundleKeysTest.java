// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.huxin.core.authority.Authority;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.SealKey;
import org.huxin.core.id.Uscc;
import org.huxin.core.ledger.Entity;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.History;
import org.huxin.core.offline.SampleLicence;
import org.huxin.core.record.LicenceRecord;
import org.huxin.core.seal.FileSeal;
import org.huxin.core.seal.Seal;
import org.huxin.core.seal.SealChange;
import org.huxin.core.seal.SealEvent;
import org.huxin.core.seal.SealKind;
import org.huxin.core.verification.Question;
import org.huxin.core.verification.SampleView;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.junit.jupiter.api.Test;

/** What a bundle proves of a seal that its record names. */
final class BundleKeysTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final SealKey SEAL = new SealKey(sm3("seal"));
  private static final EntityKey<Seal> KEY = Seal.key(SEAL);
  private static final StateKey SEGMENT = StateKey.ofStored(KEY.storedSegment(0));

  /** Of the first event only, so that only a closed segment names it. */
  private static final Uscc FIRST = SampleView.WINDOW;

  private final SampleView view = new SampleView();

  private static Digest sm3(String text) {
    return DigestAlgorithm.SM3.digest(Bytes.utf8(text));
  }

  private static SealEvent event(int number) {
    Instant at = SampleView.FOUNDED.plusSeconds(number);
    return new SealEvent(
        number == 0
            ? SealChange.FILED
            : number % 2 == 1 ? SealChange.DISABLED : SealChange.RESTORED,
        at,
        Optional.of(SampleView.BASIS),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        number == 0 ? new KeyId.OfAuthority(FIRST, 1) : SampleView.PROVIDER,
        at,
        SampleView.id("seal " + number));
  }

  private Seal seal(int events) {
    FileSeal filed =
        new FileSeal(
            SEAL,
            SampleLicence.ISSUER,
            SealKind.BUSINESS,
            sm3("structure"),
            List.of(sm3("certificate")),
            SampleView.FOUNDED,
            SampleView.FOUNDED.plus(DAY.multipliedBy(1_000)),
            SampleView.FOUNDED.plus(DAY),
            view.proof.batch(),
            List.of());
    History<SealEvent> history = History.begin(event(0));
    for (int number = 1; number < events; number++) {
      history = history.append(event(number));
    }
    return new Seal(filed, SampleLicence.ISSUER, history);
  }

  private SortedSet<StateKey> keys(Optional<SealKey> named) {
    LicenceRecord record = view.recordOfSeal(named, named.map(seal -> sm3("signature")));
    Question asked = view.question(Optional.empty());
    return BundleKeys.of(
        view.ledger,
        SampleLicence.LEDGER,
        new Question(
            record,
            asked.batch(),
            asked.inclusion(),
            asked.seal(),
            asked.context(),
            asked.asOf(),
            asked.knownAt(),
            Optional.empty()));
  }

  @Test
  void noSealIsProvenIfTheRecordNamesNone() {
    view.ledger.put(KEY, seal(1));

    assertFalse(keys(Optional.empty()).contains(StateKey.of(KEY)));
  }

  @Test
  void aSealThatWasNeverFiledIsProvenAbsent() {
    assertTrue(keys(Optional.of(SEAL)).contains(StateKey.of(KEY)));
  }

  @Test
  void aSealIsProvenWithWhoFiledIt() {
    view.ledger.put(KEY, seal(1));

    SortedSet<StateKey> keys = keys(Optional.of(SEAL));

    assertTrue(keys.contains(StateKey.of(KEY)));
    assertTrue(keys.contains(StateKey.of(Authority.key(FIRST))));
    assertFalse(keys.contains(SEGMENT));
  }

  @Test
  void closedSegmentsOfASealAreProvenWithTheirAuthors() {
    Seal whole = seal(History.CLOSE_AT);
    Entity.Shortened closed = whole.closeSegment(SampleView.AS_OF).orElseThrow();
    view.ledger.put(KEY, (Seal) closed.rest());
    view.ledger.putSegment(KEY, closed);

    SortedSet<StateKey> keys = keys(Optional.of(SEAL));

    assertEquals(0, closed.number());
    assertTrue(keys.contains(SEGMENT));
    assertTrue(keys.contains(StateKey.of(Authority.key(FIRST))));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.verification;

import static org.huxin.core.verification.SampleView.ANCHORED;
import static org.huxin.core.verification.SampleView.AS_OF;
import static org.huxin.core.verification.SampleView.FOUNDED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huxin.core.authority.KeyRetirement;
import org.huxin.core.authority.Role;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.SealKey;
import org.huxin.core.id.Uscc;
import org.huxin.core.ledger.History;
import org.huxin.core.offline.SampleLicence;
import org.huxin.core.record.LicenceRecord;
import org.huxin.core.seal.FileSeal;
import org.huxin.core.seal.PastSealEvent;
import org.huxin.core.seal.Seal;
import org.huxin.core.seal.SealAction;
import org.huxin.core.seal.SealChange;
import org.huxin.core.seal.SealEvent;
import org.huxin.core.seal.SealFindings;
import org.huxin.core.seal.SealKind;
import org.huxin.core.verdict.Aspect;
import org.huxin.core.verdict.FindingCode;
import org.huxin.core.verdict.Outcome;
import org.huxin.core.verdict.Verdict;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** SEAL: was this document sealed by a seal in force when it was sealed? */
final class SealRuleTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final SealKey SEAL = new SealKey(sm3("seal"));
  private static final Digest STRUCTURE = sm3("structure");
  private static final Digest CERTIFICATE = sm3("certificate");
  private static final Digest SIGNATURE = sm3("signature");
  private static final Instant SEALED = SampleLicence.IAT.minus(DAY);

  private final SampleView view = new SampleView();
  private final List<SealEvent> events = new ArrayList<>();
  private final List<PastSealEvent> past = new ArrayList<>();

  SealRuleTest() {
    view.putAccreditation(List.of(SEAL));
    events.add(event(SealChange.FILED, FOUNDED, Optional.empty(), FOUNDED));
    file();
  }

  private static Digest sm3(String text) {
    return DigestAlgorithm.SM3.digest(Bytes.utf8(text));
  }

  private static SealEvent event(
      SealChange change, Instant effectiveFrom, Optional<Instant> compromisedSince, Instant at) {
    return new SealEvent(
        change,
        effectiveFrom,
        Optional.of(SampleView.BASIS),
        Optional.empty(),
        Optional.empty(),
        compromisedSince,
        SampleView.PROVIDER,
        at,
        SampleView.id(change + " " + at));
  }

  private void file() {
    FileSeal filed =
        new FileSeal(
            SEAL,
            SampleLicence.ISSUER,
            SealKind.BUSINESS,
            STRUCTURE,
            List.of(CERTIFICATE),
            FOUNDED,
            FOUNDED.plus(DAY.multipliedBy(1_000)),
            FOUNDED.plus(DAY),
            view.proof.batch(),
            past);
    History<SealEvent> history = History.begin(events.get(0));
    for (SealEvent each : events.subList(1, events.size())) {
      history = history.append(each);
    }
    view.ledger.put(Seal.key(SEAL), new Seal(filed, SampleLicence.ISSUER, history));
  }

  private void happen(
      SealChange change, Instant effectiveFrom, Optional<Instant> compromisedSince) {
    events.add(event(change, effectiveFrom, compromisedSince, AS_OF.minus(DAY)));
    file();
  }

  private static SealFindings sealed(Instant claimed, Optional<Instant> proven) {
    return new SealFindings(SEAL, STRUCTURE, CERTIFICATE, SIGNATURE, claimed, proven);
  }

  private Verdict ask(
      Optional<SealKey> named, Optional<Digest> signature, Optional<SealFindings> seal) {
    LicenceRecord record = view.recordOfSeal(named, signature);
    Question asked = view.question();
    return view.ask(
        new Question(
            record,
            asked.batch(),
            asked.inclusion(),
            seal,
            Optional.empty(),
            AS_OF,
            Optional.empty(),
            Optional.empty()));
  }

  private void expect(SealFindings seal, FindingCode... codes) {
    assertEquals(
        List.of(codes),
        SampleView.codes(ask(Optional.of(SEAL), Optional.empty(), Optional.of(seal)), Aspect.SEAL));
  }

  @Test
  void aSealInForceThatWasCompetentIsInOrder() {
    expect(sealed(SEALED, Optional.empty()));
  }

  @Test
  void aSealThatWasNotCheckedCannotBeJudged() {
    Verdict verdict = ask(Optional.of(SEAL), Optional.empty(), Optional.empty());

    assertEquals(List.of(FindingCode.SEAL_NOT_CHECKED), SampleView.codes(verdict, Aspect.SEAL));
    assertEquals(Outcome.UNKNOWN, verdict.of(Aspect.SEAL).outcome());
  }

  @Test
  void theSealOfAnotherDocumentIsNotThatOfTheRecord() {
    assertEquals(
        List.of(FindingCode.SEAL_NOT_OF_RECORD),
        SampleView.codes(
            ask(
                Optional.of(new SealKey(sm3("another"))),
                Optional.empty(),
                Optional.of(sealed(SEALED, Optional.empty()))),
            Aspect.SEAL));
    assertEquals(
        List.of(FindingCode.SEAL_NOT_OF_RECORD),
        SampleView.codes(
            ask(
                Optional.of(SEAL),
                Optional.of(sm3("another signature")),
                Optional.of(sealed(SEALED, Optional.empty()))),
            Aspect.SEAL));
  }

  @Test
  void aSealThatNobodyFiledIsNotAnchored() {
    view.ledger.remove(Seal.key(SEAL));

    expect(sealed(SEALED, Optional.empty()), FindingCode.SEAL_NOT_ANCHORED);
  }

  @Test
  void theFiledStructureAndCertificatesCount() {
    expect(
        new SealFindings(SEAL, sm3("forged"), sm3("forged"), SIGNATURE, SEALED, Optional.empty()),
        FindingCode.SEAL_STRUCTURE_MISMATCH,
        FindingCode.SEAL_CERTIFICATE_NOT_FILED);
  }

  @Test
  void aSealSealsBetweenItsFirstDayInForceAndItsLastValidOne() {
    expect(
        sealed(FOUNDED.plus(DAY).minusSeconds(1), Optional.empty()),
        FindingCode.SEAL_NOT_YET_IN_FORCE);
    expect(
        sealed(FOUNDED.plus(DAY.multipliedBy(1_000)).plusSeconds(1), Optional.empty()),
        FindingCode.SEAL_EXPIRED_AT_SIGNING);
  }

  @Test
  void aDisabledSealMaySealAgainOnceItIsRestored() {
    happen(SealChange.DISABLED, SEALED.minus(DAY), Optional.empty());
    expect(sealed(SEALED, Optional.empty()), FindingCode.SEAL_DISABLED_AT_SIGNING);

    happen(SealChange.RESTORED, SEALED.plus(DAY), Optional.empty());
    expect(sealed(SEALED, Optional.empty()), FindingCode.SEAL_DISABLED_AT_SIGNING);
    expect(sealed(SEALED.plus(DAY), Optional.empty()));
  }

  @Test
  void whatHappenedBeforeASealWasFiledCounts() {
    past.add(new PastSealEvent(SealAction.DISABLE, SEALED.minus(DAY), SampleView.BASIS));
    file();

    expect(sealed(SEALED, Optional.empty()), FindingCode.SEAL_DISABLED_AT_SIGNING);
  }

  @ParameterizedTest
  @EnumSource(names = {"CANCELLED", "REPLACED"})
  void anEndedSealSealsNothing(SealChange end) {
    happen(end, SEALED.minus(DAY), Optional.empty());

    expect(sealed(SEALED, Optional.empty()), FindingCode.SEAL_CANCELLED_BEFORE_SIGNING);
  }

  @Test
  void onceASealHasEndedItsOwnWordForItsTimeProvesNothing() {
    happen(SealChange.CANCELLED, SEALED.plus(DAY.multipliedBy(30)), Optional.empty());

    expect(sealed(SEALED, Optional.empty()), FindingCode.SIGNING_TIME_NOT_PROVEN);
    expect(sealed(SEALED, Optional.of(SEALED.plusSeconds(5))));
  }

  @Test
  void aThiefsBackdatedSealingIsNotProven() {
    Instant stolen = SEALED.minus(DAY);
    happen(SealChange.REPLACED, AS_OF.minus(DAY), Optional.of(stolen));

    expect(sealed(stolen.minus(DAY), Optional.empty()), FindingCode.SIGNING_TIME_NOT_PROVEN);
    expect(sealed(stolen.minus(DAY), Optional.of(stolen)), FindingCode.SIGNING_TIME_NOT_PROVEN);
    expect(sealed(stolen.minus(DAY), Optional.of(stolen.minusSeconds(1))));
  }

  @Test
  void theAnchoringOfABatchThatHoldsTheSealingsDigestProvesItsTime() {
    happen(SealChange.CANCELLED, ANCHORED.plusSeconds(1), Optional.empty());

    assertEquals(
        List.of(),
        SampleView.codes(
            ask(
                Optional.of(SEAL),
                Optional.of(SIGNATURE),
                Optional.of(sealed(SEALED, Optional.empty()))),
            Aspect.SEAL));
  }

  @Test
  void aSealThatTheAccreditationDoesNotNameIsNotCompetent() {
    view.putAccreditation(List.of());

    expect(sealed(SEALED, Optional.empty()), FindingCode.SEAL_NOT_COMPETENT);
  }

  @Test
  void competenceIsThatOfTheTimeOfSealing() {
    view.putAccreditation(List.of(SEAL), SEALED.plusSeconds(1), FOUNDED);

    expect(sealed(SEALED, Optional.empty()), FindingCode.SEAL_NOT_COMPETENT);
    expect(sealed(SEALED.plusSeconds(1), Optional.empty()));
  }

  @Test
  void whatACompromisedKeyFiledIsNotFiled() {
    Uscc maker = ((KeyId.OfAuthority) SampleView.PROVIDER).authority();
    view.putAuthority(
        maker,
        List.of(SampleView.role(Role.SEAL_MAKER)),
        List.of(new KeyRetirement(FOUNDED, Optional.of(FOUNDED), AS_OF.minus(DAY))));

    expect(sealed(SEALED, Optional.empty()), FindingCode.SEAL_NOT_ANCHORED);
  }
}

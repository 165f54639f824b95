// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.huxin.core.agreement.Agreement;
import org.huxin.core.agreement.AgreementChange;
import org.huxin.core.authority.Authority;
import org.huxin.core.authority.Role;
import org.huxin.core.codec.DecodeRefusedException;
import org.huxin.core.governance.Membership;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.Uscc;
import org.huxin.core.licence.Batch;
import org.huxin.core.licence.LicenceStatus;
import org.huxin.core.licence.StatusEvent;
import org.huxin.core.licence.TrustLevel;
import org.huxin.core.log.SampleCities;
import org.huxin.core.log.SignedCheckpoint;
import org.huxin.core.log.TrustedCities;
import org.huxin.core.offline.SampleLicence;
import org.huxin.core.verdict.Answer;
import org.huxin.core.verdict.Aspect;
import org.huxin.core.verdict.FindingCode;
import org.huxin.core.verdict.Outcome;
import org.huxin.core.verdict.Verdict;
import org.huxin.core.verification.AskingContext;
import org.huxin.core.verification.Question;
import org.huxin.core.verification.SampleView;
import org.huxin.crypto.signature.Signer;
import org.junit.jupiter.api.Test;

/** What a bundle proves, and what it cannot be made to prove. */
final class BundleVerificationTest {
  private static final Instant NOW = SampleBundle.TIME.plus(Duration.ofHours(1));

  private final SampleBundle sample = new SampleBundle();
  private final SampleView view = sample.view;

  private Verdict judge(Bundle bundle, Question question) {
    return BundleVerification.verify(bundle, sample.trust(3), NOW).judge(question, NOW);
  }

  private static BundleRefusedException refused(Bundle bundle, BundleTrust trust) {
    return assertThrows(
        BundleRefusedException.class, () -> BundleVerification.verify(bundle, trust, NOW));
  }

  private static void expect(BundleRefusal code, String evidence, BundleRefusedException refused) {
    assertEquals(code, refused.code());
    assertEquals(evidence, refused.evidence().getOrDefault("code", ""));
  }

  private Bundle without(StateKey key) {
    SortedSet<StateKey> keys = new TreeSet<>(sample.keys());
    assertTrue(keys.remove(key));
    return sample.bundle(sample.cosigned(3), keys);
  }

  @Test
  void aBundleSaysWhatTheLedgerSaysAsOfTheTimeThatEnoughCitiesVouchFor() {
    Bundle bundle = Bundle.read(sample.bundle(4).write());
    VerifiedBundle verified = BundleVerification.verify(bundle, sample.trust(3), NOW);
    Verdict verdict = verified.judge(view.question(), NOW);

    // Four cosigned, a second after one another: the third latest is the second.
    assertEquals(SampleBundle.TIME.plusSeconds(1), verified.agreed().time());
    assertEquals(4, verified.agreed().cosignatures().size());
    assertEquals(Duration.ofSeconds(3599), verified.age(NOW));
    assertEquals(view.ask(), withoutFreshness(verdict));
    assertEquals(Answer.YES, verdict.inForce());
    assertEquals(Outcome.OK, verdict.of(Aspect.RECOGNITION).outcome());
    assertEquals(Outcome.OK, verdict.of(Aspect.AUTHORIZATION).outcome());
  }

  private static Verdict withoutFreshness(Verdict verdict) {
    assertEquals(Outcome.NOT_ASKED, verdict.of(Aspect.FRESHNESS).outcome());
    return verdict;
  }

  @Test
  void aWithdrawnLicenceIsProvenWithdrawn() {
    view.putStatus(
        SampleView.change(
            StatusEvent.WITHDRAW,
            SampleLicence.ISSUER,
            SampleView.ANCHORED.plusSeconds(60),
            SampleView.ANCHORED.plusSeconds(60)));

    Verdict verdict = judge(sample.bundle(3), view.question());

    assertEquals(List.of(FindingCode.WITHDRAWN), SampleView.codes(verdict, Aspect.STATUS));
  }

  @Test
  void anOldBundleCannotTellWhatHappenedSince() {
    Question inTime = asked(3600);
    Question tooLate = asked(3598);

    assertEquals(Answer.YES, judge(sample.bundle(3), inTime).inForce());
    Verdict stale = judge(sample.bundle(3), tooLate);
    assertEquals(Answer.CANNOT_TELL, stale.inForce());
    assertEquals(List.of(FindingCode.VIEW_TOO_OLD), SampleView.codes(stale, Aspect.FRESHNESS));
  }

  private Question asked(int greatestAge) {
    Question question = view.question();
    return new Question(
        question.record(),
        question.batch(),
        question.inclusion(),
        question.seal(),
        question.context(),
        question.asOf(),
        question.knownAt(),
        Optional.of(greatestAge));
  }

  @Test
  void whatIsNotProvenIsUnknownAndNeverAbsent() {
    StateKey status = StateKey.of(LicenceStatus.key(view.proof.record().ref()));
    StateKey batch = StateKey.of(Batch.key(view.proof.batchId()));

    Verdict noStatus = judge(without(status), view.question());
    assertEquals(List.of(FindingCode.STATUS_NOT_PROVEN), SampleView.codes(noStatus, Aspect.STATUS));
    assertEquals(
        List.of(FindingCode.RECOGNITION_NOT_PROVEN),
        SampleView.codes(noStatus, Aspect.RECOGNITION));
    Verdict noBatch = judge(without(batch), view.question());
    for (FindingCode code : List.of(FindingCode.ANCHOR_NOT_PROVEN, FindingCode.ISSUER_NOT_PROVEN)) {
      assertEquals(List.of(code), SampleView.codes(noBatch, code.aspect()));
    }
  }

  @Test
  void recognitionIsOkOrUnknownAndFailsOnlyForANamedAgreement() {
    view.putAgreement(AgreementChange.PROPOSED, TrustLevel.B, false, List.of());
    Bundle bundle = sample.bundle(3);

    assertEquals(
        List.of(FindingCode.AGREEMENTS_NOT_ALL_KNOWN),
        SampleView.codes(judge(bundle, view.question()), Aspect.RECOGNITION));
    Question named = named();
    Bundle proven =
        sample.bundle(sample.cosigned(3), BundleKeys.of(view.ledger, SampleLicence.LEDGER, named));
    assertEquals(
        List.of(FindingCode.NOT_RECOGNISED),
        SampleView.codes(judge(proven, named), Aspect.RECOGNITION));
  }

  @Test
  void aNamedAgreementWhoseNextVersionIsHeldBackIsUnknown() {
    Question named = named();
    SortedSet<StateKey> keys = BundleKeys.of(view.ledger, SampleLicence.LEDGER, named);
    assertTrue(keys.remove(StateKey.of(Agreement.key(SampleView.AGREEMENT, 2))));

    assertEquals(
        List.of(FindingCode.RECOGNITION_NOT_PROVEN),
        SampleView.codes(
            judge(sample.bundle(sample.cosigned(3), keys), named), Aspect.RECOGNITION));
  }

  private Question named() {
    AskingContext context = view.question().context().orElseThrow();
    return view.question(
        Optional.of(
            new AskingContext(
                context.authority(),
                context.division(),
                context.item(),
                context.business(),
                context.purpose(),
                context.fields(),
                context.basis(),
                context.authorizations(),
                context.scope(),
                context.attestation(),
                Optional.of(SampleView.AGREEMENT))));
  }

  @Test
  void tooFewCitiesProveNothing() {
    expect(
        BundleRefusal.CHECKPOINT_REFUSED,
        "TOO_FEW_COSIGNATURES",
        refused(sample.bundle(2), sample.trust(3)));
  }

  @Test
  void oneCityUnderAnothersNameProvesNothing() {
    DivisionCode third = SampleCities.CITIES.get(2);
    SignedCheckpoint forged =
        sample
            .cosigned(2)
            .cosign(
                sample.cities.origin(third),
                sample.cities.signer(SampleCities.CITIES.get(0)),
                SampleBundle.TIME);

    expect(
        BundleRefusal.CHECKPOINT_REFUSED,
        "TOO_FEW_COSIGNATURES",
        refused(sample.bundle(forged, sample.keys()), sample.trust(3)));
  }

  @Test
  void cosignaturesOverAnotherOriginProveNothing() {
    SignedCheckpoint own = sample.cosigned(0);
    SignedCheckpoint others =
        sample.cities.cosigned(
            sample.cities.checkpoint(SampleCities.CITIES.get(0), own.checkpoint().state()),
            SampleBundle.TIME,
            SampleCities.CITIES.subList(0, 3));
    SignedCheckpoint mixed = own;
    for (var signature : others.note().signatures().subList(1, 4)) {
      mixed = new SignedCheckpoint(mixed.checkpoint(), mixed.note().with(signature));
    }

    expect(
        BundleRefusal.CHECKPOINT_REFUSED,
        "COSIGNATURE_INVALID",
        refused(sample.bundle(mixed, sample.keys()), sample.trust(3)));
  }

  @Test
  void anotherLedgersBundleProvesNothing() {
    TrustedCities there =
        new SampleCities(new LedgerId(SampleCities.digest("another ledger"))).trusted(3);

    expect(
        BundleRefusal.CHECKPOINT_REFUSED,
        "CHECKPOINT_OF_OTHER_LEDGER",
        refused(sample.bundle(4), new BundleTrust(there, SampleView.FOUNDED)));
  }

  @Test
  void aProofFromAnotherRootIsRefused() {
    Bundle before = sample.bundle(3);
    view.putStatus(
        SampleView.change(
            StatusEvent.WITHDRAW, SampleLicence.ISSUER, SampleView.ANCHORED, SampleView.ANCHORED));
    Bundle mixed = new Bundle(before.proof(), sample.cosigned(3), before.state(), List.of());

    expect(BundleRefusal.STATE_NOT_PROVEN, "MAP_ROOT_MISMATCH", refused(mixed, sample.trust(3)));
  }

  @Test
  void aValueUnderAnothersKeyIsRefused() {
    StateProof one = sample.prove(StateKey.of(Authority.key(SampleLicence.ISSUER)));
    StateKey absent = StateKey.of(Authority.key(Uscc.parse("91150602MA0T000115")));
    StateProof swapped = new StateProof(absent, one.value(), one.proof());

    expect(
        BundleRefusal.STATE_NOT_PROVEN,
        "MAP_ROOT_MISMATCH",
        refused(with(swapped), sample.trust(3)));
  }

  @Test
  void absenceShownByAWrongNeighbourIsRefused() {
    StateKey present = StateKey.of(Authority.key(SampleView.SUPERVISOR));
    StateProof absent = sample.prove(StateKey.of(LicenceStatus.key(view.proof.record().ref())));
    StateProof claimed = new StateProof(present, Optional.empty(), absent.proof());

    assertEquals(BundleRefusal.STATE_NOT_PROVEN, refused(with(claimed), sample.trust(3)).code());
  }

  private Bundle with(StateProof more) {
    List<StateProof> state = new ArrayList<>(sample.bundle(3).state());
    state.removeIf(each -> each.key().equals(more.key()));
    state.add(more);
    state.sort(java.util.Comparator.comparing(StateProof::key));
    return new Bundle(view.proof, sample.cosigned(3), state, List.of());
  }

  @Test
  void whoIsAMemberMustBeProven() {
    expect(
        BundleRefusal.MEMBERSHIP_NOT_PROVEN,
        "",
        refused(without(StateKey.of(Membership.key())), sample.trust(3)));
  }

  @Test
  void aCityThatLeftSpeaksForNobody() {
    sample.putMembership(SampleCities.CITIES.subList(1, 4));
    expect(
        BundleRefusal.CHECKPOINT_REFUSED,
        "TOO_FEW_COSIGNATURES",
        refused(sample.bundle(3), sample.trust(3)));
    sample.putMembership(SampleCities.CITIES.subList(2, 4));
    expect(BundleRefusal.TOO_FEW_MEMBERS, "", refused(sample.bundle(4), sample.trust(3)));
  }

  private static final Uscc NODE = Uscc.parse("11150200MB9T00126U");

  private KeyChange change(SignedCheckpoint checkpoint) {
    return new KeyChange(checkpoint, List.of(sample.prove(StateKey.of(Authority.key(NODE)))));
  }

  private Bundle afterChange(KeyChange change, Signer newKey) {
    SignedCheckpoint checkpoint =
        sample
            .cities
            .cosigned(sample.checkpoint(20), SampleBundle.TIME, SampleCities.CITIES.subList(1, 3))
            .cosign(sample.cities.origin(SampleCities.CITIES.get(0)), newKey, SampleBundle.TIME);
    return new Bundle(
        view.proof, checkpoint, sample.bundle(checkpoint, sample.keys()).state(), List.of(change));
  }

  @Test
  void aNodesNewKeyCountsOnceItIsProvenUnderTheOldOnes() {
    Signer newKey = SampleCities.signer("a new key");
    sample.putNode(NODE, SampleCities.CITIES.get(0), newKey.publicKey(), Role.NODE);
    KeyChange change = change(sample.cosigned(3));

    VerifiedBundle verified =
        BundleVerification.verify(
            Bundle.read(afterChange(change, newKey).write()), sample.trust(3), NOW);

    assertEquals(3, verified.agreed().cosignatures().size());
    assertEquals(
        List.of(newKey.publicKey()), verified.cities().keys().get(SampleCities.CITIES.get(0)));
    Bundle without = afterChange(change, newKey);
    expect(
        BundleRefusal.CHECKPOINT_REFUSED,
        "TOO_FEW_COSIGNATURES",
        refused(
            new Bundle(without.proof(), without.checkpoint(), without.state(), List.of()),
            sample.trust(3)));
  }

  @Test
  void aKeyChangeThatTooFewCitiesVouchForIsRefused() {
    Signer newKey = SampleCities.signer("a new key");
    sample.putNode(NODE, SampleCities.CITIES.get(0), newKey.publicKey(), Role.NODE);

    expect(
        BundleRefusal.KEY_CHANGE_REFUSED,
        "TOO_FEW_COSIGNATURES",
        refused(afterChange(change(sample.cosigned(2)), newKey), sample.trust(3)));
  }

  @Test
  void aKeyChangeFromBeforeTheKeysWerePinnedIsRefused() {
    Signer oldKey = SampleCities.signer("an old key");
    sample.putNode(NODE, SampleCities.CITIES.get(0), oldKey.publicKey(), Role.NODE);
    BundleTrust later =
        new BundleTrust(sample.cities.trusted(3), SampleBundle.TIME.plusSeconds(60));

    expect(
        BundleRefusal.KEY_CHANGE_TOO_OLD,
        "",
        refused(afterChange(change(sample.cosigned(3)), oldKey), later));
  }

  @Test
  void onlyATrustedCitysNodeHasNoteKeysThatCount() {
    Signer key = SampleCities.signer("a new key");
    for (Runnable each :
        List.<Runnable>of(
            () -> sample.putNode(NODE, SampleCities.CITIES.get(0), key.publicKey(), Role.CONSUMER),
            () -> sample.putNode(NODE, DivisionCode.parse("152500"), key.publicKey(), Role.NODE),
            () ->
                sample.putNode(
                    NODE,
                    SampleCities.CITIES.get(0),
                    sample.cities.signer(SampleCities.CITIES.get(1)).publicKey(),
                    Role.NODE),
            () -> view.ledger.remove(Authority.key(NODE)))) {
      each.run();
      expect(
          BundleRefusal.KEY_CHANGE_WITHOUT_KEY,
          "",
          refused(afterChange(change(sample.cosigned(3)), key), sample.trust(3)));
    }
  }

  @Test
  void aKeyThatIsThereTwiceIsNoBundle() {
    Bundle bundle = sample.bundle(3);
    List<StateProof> twice = new ArrayList<>(bundle.state());
    twice.add(0, twice.get(0));

    assertThrows(
        IllegalArgumentException.class,
        () -> new Bundle(bundle.proof(), bundle.checkpoint(), twice, List.of()));
    String text =
        new String(bundle.write().toByteArray(), java.nio.charset.StandardCharsets.UTF_8)
            .replace("huxin-bundle/1", "huxin-bundle/2");
    assertThrows(
        DecodeRefusedException.class, () -> Bundle.read(org.huxin.crypto.bytes.Bytes.utf8(text)));
  }
}

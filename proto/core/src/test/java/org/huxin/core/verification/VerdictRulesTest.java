// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.verification;

import static org.huxin.core.verification.SampleView.AS_OF;
import static org.huxin.core.verification.SampleView.FOUNDED;
import static org.huxin.core.verification.SampleView.codes;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huxin.core.agreement.Agreement;
import org.huxin.core.agreement.AgreementChange;
import org.huxin.core.agreement.AgreementEvent;
import org.huxin.core.authority.Authority;
import org.huxin.core.authority.HeldRole;
import org.huxin.core.authority.KeyRetirement;
import org.huxin.core.authority.Role;
import org.huxin.core.authorization.Authorization;
import org.huxin.core.authorization.GrantAuthorization;
import org.huxin.core.authorization.GrantedItem;
import org.huxin.core.authorization.RetiredHolderKey;
import org.huxin.core.authorization.UseBasis;
import org.huxin.core.competence.Accreditation;
import org.huxin.core.competence.UseScope;
import org.huxin.core.holder.AssuranceLevel;
import org.huxin.core.holder.Attestation;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Uscc;
import org.huxin.core.jws.Jws;
import org.huxin.core.ledger.Revision;
import org.huxin.core.licence.Batch;
import org.huxin.core.licence.StatusChange;
import org.huxin.core.licence.StatusEvent;
import org.huxin.core.licence.TrustLevel;
import org.huxin.core.licence.VoidReason;
import org.huxin.core.licence.VoidedBatch;
import org.huxin.core.offline.SampleLicence;
import org.huxin.core.reference.SubjectCommitment;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.FactKind;
import org.huxin.core.statement.FieldName;
import org.huxin.core.verdict.Answer;
import org.huxin.core.verdict.Aspect;
import org.huxin.core.verdict.FindingCode;
import org.huxin.core.verdict.Outcome;
import org.huxin.core.verdict.Validity;
import org.huxin.core.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each finding of the ledger's half of a verdict, by the one thing that brings it about. */
final class VerdictRulesTest {
  private static final Duration DAY = Duration.ofDays(1);
  private final SampleView view = new SampleView();

  private void expect(Aspect aspect, FindingCode... expected) {
    assertEquals(List.of(expected), codes(view.ask(), aspect));
  }

  private void retireIssuerKey(Optional<Instant> compromisedSince, Instant retiredAt, Instant at) {
    view.putAuthority(
        SampleLicence.ISSUER,
        List.of(SampleView.role(Role.ISSUER)),
        List.of(new KeyRetirement(retiredAt, compromisedSince, at)));
  }

  @Test
  void aLicenceInOrderIsGenuineInForceAndUsableInAnotherCity() {
    Verdict verdict = view.ask();

    assertEquals(Validity.VALID, verdict.result());
    assertEquals(Answer.YES, verdict.genuine());
    assertEquals(Answer.YES, verdict.inForce());
    assertEquals(Answer.YES, verdict.usableHere());
    assertEquals(Outcome.NOT_ASKED, verdict.of(Aspect.DOCUMENT).outcome());
    assertEquals(Outcome.NOT_ASKED, verdict.of(Aspect.SEAL).outcome());
  }

  @Test
  void withoutAContextNeitherRecognitionNorAuthorizationIsAsked() {
    Verdict verdict = view.ask(view.question(Optional.empty()));

    assertEquals(Validity.VALID, verdict.result());
    assertEquals(Outcome.NOT_ASKED, verdict.of(Aspect.RECOGNITION).outcome());
    assertEquals(Outcome.NOT_ASKED, verdict.of(Aspect.AUTHORIZATION).outcome());
  }

  @Test
  void aBatchThatTheLedgerDoesNotHoldIsNotAnchored() {
    view.ledger.remove(Batch.key(view.proof.batchId()));

    expect(Aspect.ANCHOR, FindingCode.BATCH_NOT_ANCHORED);
  }

  @Test
  void aBatchAnchoredLaterWasNotKnownThen() {
    Verdict verdict =
        view.ask(
            view.question(
                Optional.empty(), AS_OF, Optional.of(SampleView.ANCHORED.minusSeconds(1))));

    assertEquals(List.of(FindingCode.BATCH_NOT_ANCHORED), codes(verdict, Aspect.ANCHOR));
  }

  @Test
  void aPathIntoATreeOfAnotherSizeDoesNotInclude() {
    view.ledger.put(
        Batch.key(view.proof.batchId()),
        view.batch(SampleLicence.SIZE + 1, TrustLevel.A, Optional.empty()));

    expect(Aspect.ANCHOR, FindingCode.NOT_INCLUDED);
  }

  @Test
  void theRecordOfAnotherLeafIsNotIncludedAtThisPlace() {
    Question question = view.question();
    Question other =
        new Question(
            view.licence.proof(0).record(),
            question.batch(),
            question.inclusion(),
            Optional.empty(),
            Optional.empty(),
            AS_OF,
            Optional.empty(),
            Optional.empty());

    assertEquals(List.of(FindingCode.NOT_INCLUDED), codes(view.ask(other), Aspect.ANCHOR));
  }

  @Test
  void aVoidBatchIsVoidOnlyFromWhenItWasKnown() {
    Instant voidedAt = AS_OF.minus(DAY);
    view.putBatch(
        Optional.of(
            new VoidedBatch(
                VoidReason.DUPLICATE, SampleView.BASIS, SampleView.ANCHORED, voidedAt)));

    expect(Aspect.ANCHOR, FindingCode.BATCH_VOID);
    Verdict before =
        view.ask(view.question(Optional.empty(), AS_OF, Optional.of(voidedAt.minusSeconds(1))));
    assertEquals(Outcome.OK, before.of(Aspect.ANCHOR).outcome());
  }

  @Test
  void anUnknownIssuerIsNotRegistered() {
    view.ledger.remove(Authority.key(SampleLicence.ISSUER));

    expect(Aspect.ISSUER, FindingCode.ISSUER_NOT_REGISTERED);
  }

  @Test
  void anIssuerWithoutTheRoleWhenItSignedIsNone() {
    view.putAuthority(
        SampleLicence.ISSUER,
        List.of(
            new HeldRole(
                Role.ISSUER,
                SampleLicence.IAT.plusSeconds(1),
                Optional.empty(),
                FOUNDED,
                Optional.empty())),
        List.of());

    expect(Aspect.ISSUER, FindingCode.ISSUER_ROLE_NOT_IN_FORCE);
  }

  @Test
  void anIssuerThatIsNotAccreditedIsNotCompetent() {
    view.ledger.remove(
        Accreditation.key(SampleLicence.ISSUER, SampleLicence.TYPE, SampleLicence.DIVISION.city()));

    expect(Aspect.ISSUER, FindingCode.ISSUER_NOT_ACCREDITED_THEN);
  }

  @Test
  void anAccreditationThatTheLedgerLearntOfLaterCountsFromThenOnly() {
    Instant opened = AS_OF.minus(DAY);
    view.putAccreditation(List.of(), FOUNDED, opened);

    expect(Aspect.ISSUER);
    Verdict before =
        view.ask(view.question(Optional.empty(), AS_OF, Optional.of(opened.minusSeconds(1))));
    assertEquals(List.of(FindingCode.ISSUER_NOT_ACCREDITED_THEN), codes(before, Aspect.ISSUER));
  }

  @Test
  void aKeyThatHadEndedWhenItSignedDoesNotCount() {
    retireIssuerKey(Optional.empty(), SampleLicence.IAT.minusSeconds(1), AS_OF.minus(DAY));

    expect(Aspect.ISSUER, FindingCode.ISSUER_KEY_NOT_IN_FORCE);
  }

  @Test
  void aKeyThatEndedAfterTheBatchWasAnchoredStillSpeaksForIt() {
    retireIssuerKey(Optional.empty(), SampleView.ANCHORED.plusSeconds(1), AS_OF.minus(DAY));

    expect(Aspect.ISSUER);
  }

  @Test
  void whatACompromisedKeyCommittedDoesNotCountWhateverItSaysOfItsTime() {
    Instant known = AS_OF.minus(DAY);
    retireIssuerKey(Optional.of(SampleView.ANCHORED), known, known);

    expect(Aspect.ISSUER, FindingCode.ISSUER_KEY_COMPROMISED);
    Verdict before =
        view.ask(view.question(Optional.empty(), AS_OF, Optional.of(known.minusSeconds(1))));
    assertEquals(Outcome.OK, before.of(Aspect.ISSUER).outcome());
  }

  @ParameterizedTest
  @CsvSource({
    "SUSPEND, SUSPENDED",
    "WITHDRAW, WITHDRAWN",
    "REVOKE, REVOKED",
    "CANCEL, CANCELLED",
    "SUPERSEDE, SUPERSEDED",
    "TRANSFER_OUT, TRANSFERRED_OUT",
    "CLOSE, CLOSED"
  })
  void whatHappenedToALicenceIsItsStatus(StatusEvent event, FindingCode code) {
    Instant at = AS_OF.minus(DAY);
    view.putStatus(SampleView.change(event, SampleLicence.ISSUER, at, at));

    expect(Aspect.STATUS, code);
  }

  @Test
  void aStatusHoldsFromItsLegalDateAndFromWhenItWasKnown() {
    Instant effective = AS_OF.minus(DAY.multipliedBy(10));
    Instant known = AS_OF.minus(DAY);
    view.putStatus(SampleView.change(StatusEvent.WITHDRAW, SampleLicence.ISSUER, effective, known));

    expect(Aspect.STATUS, FindingCode.WITHDRAWN);
    Verdict asThen =
        view.ask(
            view.question(
                Optional.empty(), AS_OF.minus(DAY.multipliedBy(5)), Optional.of(known.minus(DAY))));
    assertEquals(Outcome.OK, asThen.of(Aspect.STATUS).outcome());
    Verdict withHindsight =
        view.ask(
            view.question(Optional.empty(), AS_OF.minus(DAY.multipliedBy(5)), Optional.empty()));
    assertEquals(List.of(FindingCode.WITHDRAWN), codes(withHindsight, Aspect.STATUS));
    Verdict earlier =
        view.ask(view.question(Optional.empty(), effective.minusSeconds(1), Optional.empty()));
    assertEquals(Outcome.OK, earlier.of(Aspect.STATUS).outcome());
  }

  @Test
  void aSuspensionOfTwoEndsWhenBothAreLifted() {
    Instant at = AS_OF.minus(DAY);
    Uscc issuer = SampleLicence.ISSUER;
    StatusChange one = SampleView.change(StatusEvent.SUSPEND, issuer, at, at);
    StatusChange two = SampleView.change(StatusEvent.SUSPEND, SampleView.SUPERVISOR, at, at);
    StatusChange lift = SampleView.change(StatusEvent.RESUME, issuer, at, at);
    view.putStatus(one, two, lift);
    expect(Aspect.STATUS, FindingCode.SUSPENDED);

    view.putStatus(
        one, two, lift, SampleView.change(StatusEvent.RESUME, SampleView.SUPERVISOR, at, at));
    expect(Aspect.STATUS);
  }

  @Test
  void aStatusThatACompromisedKeyCommittedDoesNotCount() {
    Instant at = AS_OF.minus(DAY);
    view.putStatus(SampleView.change(StatusEvent.REVOKE, SampleView.SUPERVISOR, at, at));
    view.putAuthority(
        SampleView.SUPERVISOR,
        List.of(SampleView.role(Role.SUPERVISOR)),
        List.of(new KeyRetirement(at, Optional.of(at.minus(DAY)), at)));

    expect(Aspect.STATUS);
  }

  @Test
  void aLicenceIsNotYetEffectiveBeforeItsFirstDayAndExpiredAfterItsLast() {
    Verdict before =
        view.ask(
            view.question(
                Optional.empty(), Instant.parse("2026-10-31T15:59:59Z"), Optional.empty()));
    Verdict last =
        view.ask(
            view.question(
                Optional.empty(), Instant.parse("2031-10-31T15:59:59Z"), Optional.empty()));
    Verdict after =
        view.ask(
            view.question(
                Optional.empty(), Instant.parse("2031-10-31T16:00:00Z"), Optional.empty()));

    assertEquals(List.of(FindingCode.NOT_YET_EFFECTIVE), codes(before, Aspect.STATUS));
    assertEquals(List.of(), codes(last, Aspect.STATUS));
    assertEquals(List.of(FindingCode.EXPIRED), codes(after, Aspect.STATUS));
  }

  @Test
  void anOpenDisputeIsRemarkedAndRecognisedOnlyWhereTheAgreementAcceptsIt() {
    Instant at = AS_OF.minus(DAY);
    view.putStatus(SampleView.change(StatusEvent.DISPUTE_BEGINS, SampleLicence.ISSUER, at, at));

    expect(Aspect.STATUS, FindingCode.DISPUTED);
    expect(Aspect.RECOGNITION, FindingCode.DISPUTED_NOT_ACCEPTED);
    assertEquals(Answer.YES, view.ask().inForce());

    view.putAgreement(AgreementChange.SIGNED, TrustLevel.B, true, List.of());
    expect(Aspect.RECOGNITION);

    view.putStatus(
        SampleView.change(StatusEvent.DISPUTE_BEGINS, SampleLicence.ISSUER, at, at),
        SampleView.change(StatusEvent.DISPUTE_ENDS, SampleLicence.ISSUER, at, at));
    expect(Aspect.STATUS);
  }

  @Test
  void withinOneCityNoAgreementIsNeeded() {
    view.ledger.remove(Agreement.key(SampleView.AGREEMENT, 1));
    AskingContext asked = view.context(UseBasis.AUTHORIZATION, Optional.empty(), Optional.empty());
    AskingContext here =
        new AskingContext(
            asked.authority(),
            DivisionCode.parse("150603"),
            asked.item(),
            asked.business(),
            asked.purpose(),
            asked.fields(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    assertEquals(
        List.of(FindingCode.WITHIN_ONE_CITY),
        codes(view.ask(view.question(Optional.of(here))), Aspect.RECOGNITION));
    expect(Aspect.RECOGNITION, FindingCode.NOT_RECOGNISED);
  }

  @ParameterizedTest
  @CsvSource({"SUSPENDED, AGREEMENT_SUSPENDED", "REPLACED, NOT_RECOGNISED"})
  void anAgreementThatRestsRecognisesNothing(AgreementChange last, FindingCode code) {
    view.putAgreement(last, TrustLevel.B, false, List.of());

    expect(Aspect.RECOGNITION, code);
  }

  @Test
  void anAgreementEndsWhenItsNoticeHasRun() {
    view.putAgreement(AgreementChange.NOTICE_GIVEN, TrustLevel.B, false, List.of());
    Instant end = FOUNDED.plusSeconds(2_592_000);

    assertEquals(
        List.of(),
        codes(
            view.ask(
                view.question(view.question().context(), end.minusSeconds(1), Optional.empty())),
            Aspect.RECOGNITION));
    assertEquals(
        List.of(FindingCode.NOT_RECOGNISED),
        codes(
            view.ask(view.question(view.question().context(), end, Optional.empty())),
            Aspect.RECOGNITION));
  }

  @Test
  void aUseStaysLawfulAsOfBeforeTheAgreementWasSuspended() {
    Instant suspended = AS_OF.minus(DAY);
    AgreementEvent event = SampleView.event(AgreementChange.SUSPENDED, SampleView.THERE.city());
    view.putAgreement(
        AgreementChange.SIGNED,
        TrustLevel.B,
        false,
        List.of(
            new AgreementEvent(
                event.change(),
                event.city(),
                event.basis(),
                event.by(),
                suspended,
                event.statement())));

    expect(Aspect.RECOGNITION, FindingCode.AGREEMENT_SUSPENDED);
    assertEquals(
        List.of(),
        codes(
            view.ask(
                view.question(
                    view.question().context(), suspended.minusSeconds(1), Optional.empty())),
            Aspect.RECOGNITION));
  }

  @Test
  void aSignatureThatARotationUndidDoesNotCount() {
    Uscc governor = ((KeyId.OfAuthority) SampleView.PROVIDER).authority();
    StatementId signature =
        SampleView.event(AgreementChange.SIGNED, SampleView.THERE.city()).statement();
    view.putAuthority(
        governor,
        List.of(SampleView.role(Role.GOVERNOR), SampleView.role(Role.IDENTITY_PROVIDER)),
        List.of(),
        List.of(new Revision(AS_OF.minus(DAY), signature)));

    expect(Aspect.RECOGNITION, FindingCode.NOT_RECOGNISED);
  }

  @Test
  void aLessTrustedLicenceIsNotRecognised() {
    view.ledger.put(
        Batch.key(view.proof.batchId()),
        view.batch(SampleLicence.SIZE, TrustLevel.C, Optional.empty()));

    expect(Aspect.RECOGNITION, FindingCode.TRUST_LEVEL_TOO_LOW);
  }

  @Test
  void aViewThatDoesNotHoldAllAgreementsCannotTell() {
    view.ledger.remove(Agreement.key(SampleView.AGREEMENT, 1));
    view.ledger.makeIncomplete();

    expect(Aspect.RECOGNITION, FindingCode.AGREEMENTS_NOT_ALL_KNOWN);
  }

  @Test
  void statutoryUseAcrossCitiesNeedsARuleThatSaysSo() {
    view.putScope(true, List.of(SampleView.FIELD));
    AskingContext statutory =
        view.context(UseBasis.STATUTORY_DUTY, Optional.of(SampleView.SCOPE), Optional.empty());
    Verdict verdict = view.ask(view.question(Optional.of(statutory)));

    assertEquals(List.of(), codes(verdict, Aspect.AUTHORIZATION));
    assertEquals(List.of(FindingCode.NOT_RECOGNISED), codes(verdict, Aspect.RECOGNITION));
  }

  @Test
  void aScopeThatIsNotStatutoryAllowsNoStatutoryUse() {
    AskingContext statutory =
        view.context(UseBasis.STATUTORY_DUTY, Optional.of(SampleView.SCOPE), Optional.empty());

    assertEquals(
        List.of(FindingCode.SCOPE_NOT_COVERING),
        codes(view.ask(view.question(Optional.of(statutory))), Aspect.AUTHORIZATION));
  }

  @Test
  void anAuthorizationThatTheLedgerDoesNotHoldIsNotFound() {
    view.ledger.remove(Authorization.key(SampleView.GRANT));

    expect(Aspect.AUTHORIZATION, FindingCode.AUTHORIZATION_NOT_FOUND);
  }

  @Test
  void anAuthorizationHoldsWithinItsWindow() {
    Optional<AskingContext> context = view.question().context();

    assertEquals(
        List.of(FindingCode.AUTHORIZATION_NOT_YET_IN_FORCE),
        codes(
            view.ask(
                view.question(
                    context, AS_OF.minus(DAY.multipliedBy(10)).minusSeconds(1), Optional.empty())),
            Aspect.AUTHORIZATION));
    assertEquals(
        List.of(FindingCode.AUTHORIZATION_EXPIRED),
        codes(
            view.ask(view.question(context, AS_OF.plus(DAY.multipliedBy(10)), Optional.empty())),
            Aspect.AUTHORIZATION));
  }

  @Test
  void aWithdrawnAuthorizationStaysLawfulAsOfBefore() {
    Instant revoked = AS_OF.minus(DAY);
    view.putGrant(0, Optional.empty(), Optional.of(revoked));

    expect(Aspect.AUTHORIZATION, FindingCode.AUTHORIZATION_REVOKED);
    assertEquals(
        List.of(),
        codes(
            view.ask(
                view.question(
                    view.question().context(), revoked.minusSeconds(1), Optional.empty())),
            Aspect.AUTHORIZATION));
  }

  @Test
  void anAuthorizationIsUsedUpWithItsLastUse() {
    view.putGrant(2, Optional.of(AS_OF.minus(DAY)), Optional.empty());

    expect(Aspect.AUTHORIZATION, FindingCode.AUTHORIZATION_EXHAUSTED);
  }

  @Test
  void aDelegationFallsWithItsParent() {
    StatementId parent = SampleView.id("parent");
    view.putGrant(
        SampleView.grant(Optional.of(parent), view.proof.record()),
        0,
        Optional.empty(),
        Optional.empty());
    expect(Aspect.AUTHORIZATION, FindingCode.AUTHORIZATION_NOT_FOUND);

    view.putAuthorization(
        parent,
        SampleView.grant(Optional.empty(), view.proof.record()),
        0,
        Optional.empty(),
        Optional.of(AS_OF.minus(DAY)));
    expect(Aspect.AUTHORIZATION, FindingCode.AUTHORIZATION_REVOKED);
  }

  @ParameterizedTest
  @CsvSource({
    "grantee, GRANTEE_MISMATCH",
    "item, ITEM_NOT_COVERED",
    "purpose, PURPOSE_NOT_COVERED",
    "business, BUSINESS_NOT_COVERED",
    "ref, LICENCE_NOT_COVERED",
    "type, LICENCE_NOT_COVERED",
    "division, LICENCE_NOT_COVERED",
    "field, FIELD_NOT_COVERED"
  })
  void aGrantCoversOnlyWhatItSays(String what, FindingCode code) {
    GrantAuthorization grant = SampleView.grant(Optional.empty(), view.proof.record());
    GrantedItem item = grant.items().get(0);
    GrantedItem other =
        new GrantedItem(
            what.equals("type")
                ? org.huxin.core.id.LicenceTypeCode.parse("11100000000013127D001")
                : item.type(),
            what.equals("division") ? Optional.of(DivisionCode.parse("150603")) : Optional.empty(),
            what.equals("ref")
                ? Optional.of(view.licence.proof(0).record().ref().blinded(SampleView.SALT))
                : item.ref(),
            what.equals("field") ? List.of(new FieldName("ZZMC")) : item.fields());
    view.putGrant(
        new GrantAuthorization(
            what.equals("grantee") ? Optional.of(SampleLicence.ISSUER) : grant.grantee(),
            Optional.empty(),
            Optional.empty(),
            grant.scope(),
            List.of(other),
            what.equals("item")
                ? List.of(ServiceItemCode.parse("11150203MB9T00142W0001000115002"))
                : grant.serviceItems(),
            what.equals("purpose") ? new Code("OTHER") : grant.purpose(),
            grant.maxUses(),
            grant.notBefore(),
            grant.notAfter(),
            what.equals("business") ? Optional.of(SampleView.BASIS) : Optional.empty()),
        0,
        Optional.empty(),
        Optional.empty());

    expect(Aspect.AUTHORIZATION, code);
  }

  @Test
  void aClosedScopeCoversNoUse() {
    view.ledger.remove(UseScope.key(SampleView.SCOPE));

    expect(Aspect.AUTHORIZATION, FindingCode.SCOPE_NOT_COVERING);
  }

  @Test
  void aGrantByAKeyThatHadEndedDoesNotCount() {
    view.ledger.put(
        RetiredHolderKey.key(view.holder()),
        new RetiredHolderKey(
            AS_OF.minus(DAY.multipliedBy(6)),
            new Code("LOST"),
            SampleView.PROVIDER,
            SampleView.history(AS_OF.minus(DAY), SampleView.id("retire"))));

    expect(Aspect.AUTHORIZATION, FindingCode.HOLDER_KEY_RETIRED);
  }

  @Test
  void aGrantUnderTheAttestationOfACompromisedProviderDoesNotCount() {
    view.putAuthority(
        ((KeyId.OfAuthority) SampleView.PROVIDER).authority(),
        List.of(SampleView.role(Role.IDENTITY_PROVIDER)),
        List.of(
            new KeyRetirement(
                AS_OF.minus(DAY),
                Optional.of(AS_OF.minus(DAY.multipliedBy(6))),
                AS_OF.minus(DAY))));

    expect(Aspect.AUTHORIZATION, FindingCode.ATTESTATION_INVALID);
  }

  @Test
  void aClaimWithoutAnAuthorizationCannotBeJudged() {
    AskingContext asked = view.context(UseBasis.AUTHORIZATION, Optional.empty(), Optional.empty());
    AskingContext nothing =
        new AskingContext(
            asked.authority(),
            asked.division(),
            asked.item(),
            asked.business(),
            asked.purpose(),
            asked.fields(),
            asked.basis(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    assertEquals(
        List.of(FindingCode.AUTHORIZATION_NOT_NAMED),
        codes(view.ask(view.question(Optional.of(nothing))), Aspect.AUTHORIZATION));
  }

  @Test
  void aPresentationRestsOnAnAttestationInForce() {
    Jws attestation = attestation(AS_OF.minus(DAY), AS_OF.plus(DAY));
    Verdict verdict = present(Optional.of(attestation));
    assertEquals(List.of(), codes(verdict, Aspect.AUTHORIZATION));

    assertEquals(
        List.of(FindingCode.ATTESTATION_INVALID),
        codes(present(Optional.empty()), Aspect.AUTHORIZATION));
    assertEquals(
        List.of(FindingCode.ATTESTATION_INVALID),
        codes(present(Optional.of(attestation(AS_OF.minus(DAY), AS_OF))), Aspect.AUTHORIZATION));

    view.ledger.put(
        RetiredHolderKey.key(view.holder()),
        new RetiredHolderKey(
            AS_OF.minus(DAY),
            new Code("LOST"),
            SampleView.PROVIDER,
            SampleView.history(AS_OF.minus(DAY), SampleView.id("retire"))));
    assertEquals(
        List.of(FindingCode.HOLDER_KEY_RETIRED),
        codes(present(Optional.of(attestation)), Aspect.AUTHORIZATION));
  }

  private Verdict present(Optional<Jws> attestation) {
    return view.ask(
        view.question(
            Optional.of(
                view.context(UseBasis.PRESENTATION, Optional.of(SampleView.SCOPE), attestation))));
  }

  private Jws attestation(Instant notBefore, Instant notAfter) {
    Attestation fact =
        new Attestation(
            SampleLicence.LEDGER,
            notBefore,
            view.licence.key().publicKey(),
            AssuranceLevel.HIGH,
            new SubjectCommitment(SampleView.BASIS),
            notBefore,
            notAfter,
            Optional.empty(),
            Optional.empty());
    return Jws.sign(
        view.licence.key().signer(new java.security.SecureRandom()),
        SampleView.PROVIDER,
        FactKind.ATTESTATION.type(),
        Attestation.CODEC.encode(fact));
  }

  @Test
  void aViewThatIsTooOldCannotTellWhatHasNotHappened() {
    Verdict verdict = aged(3_600, Optional.of(Duration.ofSeconds(3_601)));

    assertEquals(List.of(FindingCode.VIEW_TOO_OLD), codes(verdict, Aspect.FRESHNESS));
    assertEquals(List.of(FindingCode.ANCHOR_NOT_CURRENT), codes(verdict, Aspect.ANCHOR));
    assertEquals(List.of(FindingCode.ISSUER_NOT_CURRENT), codes(verdict, Aspect.ISSUER));
    assertEquals(List.of(FindingCode.STATUS_NOT_CURRENT), codes(verdict, Aspect.STATUS));
    assertEquals(List.of(FindingCode.RECOGNITION_NOT_CURRENT), codes(verdict, Aspect.RECOGNITION));
    assertEquals(
        List.of(FindingCode.AUTHORIZATION_NOT_CURRENT), codes(verdict, Aspect.AUTHORIZATION));
    assertEquals(Validity.INDETERMINATE, verdict.result());
  }

  @Test
  void whatFailedStaysFailedInAnOldView() {
    Instant at = AS_OF.minus(DAY);
    view.putStatus(SampleView.change(StatusEvent.REVOKE, SampleView.SUPERVISOR, at, at));

    assertEquals(List.of(FindingCode.REVOKED), codes(aged(60, Optional.of(DAY)), Aspect.STATUS));
  }

  @Test
  void aFreshViewIsFreshAndOneThatDoesNotKnowItsAgeSaysSo() {
    assertEquals(Validity.VALID, aged(3_600, Optional.of(Duration.ofHours(1))).result());
    Verdict verdict = aged(3_600, Optional.empty());
    assertEquals(List.of(FindingCode.AGE_NOT_KNOWN), codes(verdict, Aspect.FRESHNESS));
    assertEquals(List.of(), codes(verdict, Aspect.STATUS));
  }

  private Verdict aged(int limit, Optional<Duration> age) {
    Question asked = view.question();
    Question question =
        new Question(
            asked.record(),
            asked.batch(),
            asked.inclusion(),
            asked.seal(),
            asked.context(),
            asked.asOf(),
            asked.knownAt(),
            Optional.of(limit));
    return VerdictRules.judge(view.ledger, SampleLicence.LEDGER, question, age);
  }
}

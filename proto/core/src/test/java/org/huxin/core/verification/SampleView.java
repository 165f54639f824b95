// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huxin.core.agreement.Agreement;
import org.huxin.core.agreement.AgreementChange;
import org.huxin.core.agreement.AgreementEvent;
import org.huxin.core.agreement.AgreementTerms;
import org.huxin.core.agreement.RecognitionRule;
import org.huxin.core.authority.Authority;
import org.huxin.core.authority.HeldKey;
import org.huxin.core.authority.HeldRole;
import org.huxin.core.authority.KeyRetirement;
import org.huxin.core.authority.KeyUse;
import org.huxin.core.authority.Role;
import org.huxin.core.authorization.Authorization;
import org.huxin.core.authorization.GrantAuthorization;
import org.huxin.core.authorization.GrantedItem;
import org.huxin.core.authorization.UseBasis;
import org.huxin.core.competence.Accreditation;
import org.huxin.core.competence.AccreditedPeriod;
import org.huxin.core.competence.OpenUseScope;
import org.huxin.core.competence.UseScope;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.SealKey;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Thumbprint;
import org.huxin.core.id.Uscc;
import org.huxin.core.jws.Jws;
import org.huxin.core.ledger.History;
import org.huxin.core.ledger.Revision;
import org.huxin.core.licence.Batch;
import org.huxin.core.licence.LicenceStatus;
import org.huxin.core.licence.StatusChange;
import org.huxin.core.licence.StatusEvent;
import org.huxin.core.licence.TrustLevel;
import org.huxin.core.offline.SampleLicence;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.record.LicenceRecord;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.FieldName;
import org.huxin.core.statement.Name;
import org.huxin.core.statement.Title;
import org.huxin.core.verdict.Aspect;
import org.huxin.core.verdict.FindingCode;
import org.huxin.core.verdict.Verdict;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.signature.SignatureSuite;

/**
 * A ledger on which the sample licence is anchored and in order, and a question about it from a
 * window in another city with the holder's authorization. A test changes one thing and asks.
 */
public final class SampleView {
  public static final Instant FOUNDED = SampleLicence.IAT.minus(Duration.ofDays(100));
  public static final Instant ANCHORED = SampleLicence.IAT.plusSeconds(60);
  public static final Instant AS_OF = Instant.parse("2027-03-01T04:00:00Z");
  public static final Uscc WINDOW = Uscc.parse("11150203MB9T00142W");
  public static final DivisionCode THERE = DivisionCode.parse("150203");
  public static final ServiceItemCode ITEM =
      ServiceItemCode.parse("11150203MB9T00142W0001000115001");
  public static final Code PURPOSE = new Code("LICENSING");
  public static final FieldName FIELD = new FieldName("KZ_JYFW");
  public static final Bytes SALT = Bytes.fromHex("000102030405060708090a0b0c0d0e0f");
  public static final StatementId SCOPE = id("scope");
  public static final StatementId GRANT = id("grant");
  public static final StatementId AGREEMENT = id("agreement");
  public static final KeyId PROVIDER = KeyId.parse("11150600MB9T00011A#1");
  public static final Digest BASIS = DigestAlgorithm.SHA_256.digest(Bytes.utf8("basis"));
  public static final Uscc SUPERVISOR = Uscc.parse("11150622MB9T00054K");

  public final MapView ledger = new MapView();
  public final SampleLicence licence = new SampleLicence(SignatureSuite.ED25519);
  public final ProofFile proof = licence.proof();

  public SampleView() {
    putBatch(Optional.empty());
    putAuthority(SampleLicence.ISSUER, List.of(role(Role.ISSUER)), List.of());
    putAuthority(SUPERVISOR, List.of(role(Role.SUPERVISOR)), List.of());
    putAuthority(
        ((KeyId.OfAuthority) PROVIDER).authority(),
        List.of(role(Role.GOVERNOR), role(Role.IDENTITY_PROVIDER)),
        List.of());
    putAccreditation(List.of());
    putAgreement(AgreementChange.SIGNED, TrustLevel.B, false, List.of());
    putScope(false, List.of(FIELD));
    putGrant(0, Optional.empty(), Optional.empty());
  }

  public static StatementId id(String name) {
    return new StatementId(DigestAlgorithm.SHA_256.digest(Bytes.utf8(name)));
  }

  public static History<Revision> history(Instant at, StatementId id) {
    return History.begin(new Revision(at, id));
  }

  public static HeldRole role(Role role) {
    return new HeldRole(role, FOUNDED, Optional.empty(), FOUNDED, Optional.empty());
  }

  public void putAuthority(Uscc uscc, List<HeldRole> roles, List<KeyRetirement> retirements) {
    putAuthority(uscc, roles, retirements, List.of());
  }

  public void putAuthority(
      Uscc uscc, List<HeldRole> roles, List<KeyRetirement> retirements, List<Revision> undone) {
    HeldKey key =
        new HeldKey(
            1,
            KeyUse.SIGN,
            licence.key().publicKey(),
            FOUNDED,
            FOUNDED.plus(Duration.ofDays(3650)),
            FOUNDED,
            retirements);
    ledger.put(
        Authority.key(uscc),
        new Authority(
            uscc,
            new Name("示例机构"),
            SampleLicence.DIVISION,
            Optional.empty(),
            roles,
            List.of(key),
            Optional.empty(),
            List.of(),
            undone,
            history(FOUNDED, id("register " + uscc))));
  }

  public void putBatch(Optional<org.huxin.core.licence.VoidedBatch> voided) {
    ledger.put(Batch.key(proof.batchId()), batch(SampleLicence.SIZE, TrustLevel.A, voided));
  }

  public Batch batch(
      int size, TrustLevel trust, Optional<org.huxin.core.licence.VoidedBatch> voided) {
    return new Batch(
        SampleLicence.ISSUER,
        1,
        SampleLicence.IAT,
        SampleLicence.TYPE,
        1,
        SampleLicence.DIVISION,
        SignatureSuite.ED25519,
        licence.batch().batch().root(),
        size,
        trust,
        false,
        Optional.empty(),
        false,
        voided,
        history(ANCHORED, proof.batchId()));
  }

  public void putAccreditation(List<SealKey> seals) {
    putAccreditation(seals, FOUNDED, FOUNDED);
  }

  public void putAccreditation(List<SealKey> seals, Instant from, Instant openedAt) {
    // The city's accreditation covers its districts.
    DivisionCode city = SampleLicence.DIVISION.city();
    ledger.put(
        Accreditation.key(SampleLicence.ISSUER, SampleLicence.TYPE, city),
        new Accreditation(
            SampleLicence.ISSUER,
            SampleLicence.TYPE,
            city,
            List.of(
                new AccreditedPeriod(
                    from,
                    Optional.empty(),
                    BASIS,
                    seals,
                    Optional.empty(),
                    openedAt,
                    Optional.empty())),
            history(openedAt, id("accredit"))));
  }

  /** An agreement of Ordos and Baotou that Ordos proposed; Baotou's last act is the given one. */
  public void putAgreement(
      AgreementChange last, TrustLevel minimum, boolean acceptDisputed, List<AgreementEvent> more) {
    DivisionCode here = SampleLicence.DIVISION.city();
    DivisionCode there = THERE.city();
    AgreementTerms terms =
        new AgreementTerms(
            new Title("互认协议(示例)"),
            BASIS,
            List.of(there, here),
            List.of(
                new RecognitionRule(
                    List.of(SampleLicence.TYPE),
                    List.of(here),
                    List.of(there),
                    List.of(),
                    minimum,
                    acceptDisputed,
                    false)),
            FOUNDED,
            Optional.empty(),
            2_592_000);
    History<AgreementEvent> events =
        History.begin(event(AgreementChange.PROPOSED, here))
            .append(event(AgreementChange.SIGNED, here))
            .append(event(AgreementChange.SIGNED, there));
    if (last != AgreementChange.SIGNED) {
      events = events.append(event(last, there));
    }
    for (AgreementEvent each : more) {
      events = events.append(each);
    }
    ledger.put(Agreement.key(AGREEMENT, 1), new Agreement(AGREEMENT, 1, terms, events));
  }

  public static AgreementEvent event(AgreementChange change, DivisionCode city) {
    return new AgreementEvent(
        change, Optional.of(city), Optional.of(BASIS), PROVIDER, FOUNDED, id(change + " " + city));
  }

  public void putScope(boolean statutory, List<FieldName> fields) {
    ledger.put(
        UseScope.key(SCOPE),
        new UseScope(
            new OpenUseScope(
                WINDOW,
                List.of(SampleLicence.TYPE),
                List.of(ITEM),
                List.of(PURPOSE),
                fields,
                statutory,
                BASIS,
                FOUNDED,
                Optional.empty()),
            Optional.empty(),
            history(FOUNDED, SCOPE)));
  }

  public static GrantAuthorization grant(Optional<StatementId> parent, LicenceRecord record) {
    return new GrantAuthorization(
        Optional.of(WINDOW),
        Optional.empty(),
        parent,
        SCOPE,
        List.of(
            new GrantedItem(
                record.type(),
                Optional.empty(),
                Optional.of(record.ref().blinded(SALT)),
                List.of(FIELD))),
        List.of(ITEM),
        PURPOSE,
        2,
        AS_OF.minus(Duration.ofDays(10)),
        AS_OF.plus(Duration.ofDays(10)),
        Optional.empty());
  }

  public Thumbprint holder() {
    return Thumbprint.of(licence.key().publicKey());
  }

  public void putGrant(int used, Optional<Instant> exhaustedAt, Optional<Instant> revokedAt) {
    putGrant(grant(Optional.empty(), proof.record()), used, exhaustedAt, revokedAt);
  }

  public void putGrant(
      GrantAuthorization grant,
      int used,
      Optional<Instant> exhaustedAt,
      Optional<Instant> revokedAt) {
    putAuthorization(GRANT, grant, used, exhaustedAt, revokedAt);
  }

  public void putAuthorization(
      StatementId name,
      GrantAuthorization grant,
      int used,
      Optional<Instant> exhaustedAt,
      Optional<Instant> revokedAt) {
    ledger.put(
        Authorization.key(name),
        new Authorization(
            Optional.of(grant),
            Optional.empty(),
            Optional.of(holder()),
            PROVIDER,
            used,
            exhaustedAt,
            revokedAt,
            history(AS_OF.minus(Duration.ofDays(5)), name)));
  }

  /** Something that happens to the licence. */
  public static StatusChange change(StatusEvent event, Uscc by, Instant effectiveFrom, Instant at) {
    return new StatusChange(
        event,
        effectiveFrom,
        Optional.of(new Code("SAMPLE")),
        Optional.of(BASIS),
        Optional.empty(),
        Optional.empty(),
        event == StatusEvent.TRANSFER_OUT ? Optional.of(THERE.city()) : Optional.empty(),
        Optional.empty(),
        event == StatusEvent.DISPUTE_BEGINS || event == StatusEvent.DISPUTE_ENDS
            ? Optional.of(id("dispute"))
            : Optional.empty(),
        Optional.empty(),
        new KeyId.OfAuthority(by, 1),
        at,
        id(event + " " + at));
  }

  public void putStatus(StatusChange... changes) {
    History<StatusChange> history = History.begin(changes[0]);
    for (int i = 1; i < changes.length; i++) {
      history = history.append(changes[i]);
    }
    ledger.put(LicenceStatus.key(proof.record().ref()), new LicenceStatus(history));
  }

  public AskingContext context(
      UseBasis basis, Optional<StatementId> scope, Optional<Jws> attestation) {
    return new AskingContext(
        WINDOW,
        THERE,
        ITEM,
        Optional.empty(),
        PURPOSE,
        List.of(FIELD),
        Optional.of(basis),
        basis == UseBasis.AUTHORIZATION
            ? List.of(new ClaimedAuthorization(GRANT, Optional.of(SALT)))
            : List.of(),
        scope,
        attestation,
        Optional.empty());
  }

  /** The question of the window. */
  public Question question() {
    return question(
        Optional.of(context(UseBasis.AUTHORIZATION, Optional.empty(), Optional.empty())));
  }

  public Question question(Optional<AskingContext> context) {
    return question(context, AS_OF, Optional.empty());
  }

  public Question question(
      Optional<AskingContext> context, Instant asOf, Optional<Instant> knownAt) {
    return new Question(
        proof.record(),
        proof.batchId(),
        proof.inclusion(),
        Optional.empty(),
        context,
        asOf,
        knownAt,
        Optional.empty());
  }

  public Verdict ask(Question question) {
    return VerdictRules.judge(ledger, SampleLicence.LEDGER, question, Optional.empty());
  }

  public Verdict ask() {
    return ask(question());
  }

  public static List<FindingCode> codes(Verdict verdict, Aspect aspect) {
    return verdict.of(aspect).findings().stream()
        .map(org.huxin.core.verdict.Finding::code)
        .toList();
  }

  /** The sample's record, naming another seal and signature. */
  public LicenceRecord recordOfSeal(Optional<SealKey> named, Optional<Digest> signature) {
    LicenceRecord r = proof.record();
    return new LicenceRecord(
        r.anchorKey(),
        r.type(),
        r.typeVersion(),
        r.issuer(),
        r.division(),
        r.version(),
        r.issuedOn(),
        r.effective(),
        r.expiry(),
        r.documentDigest(),
        r.attributeCount(),
        r.attributeRoot(),
        r.holders(),
        r.trailKey(),
        named,
        signature,
        r.predecessor(),
        r.originalIssuer());
  }
}

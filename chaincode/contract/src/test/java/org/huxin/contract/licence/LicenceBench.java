// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.licence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.huxin.contract.Outcome;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleCity;
import org.huxin.contract.sample.SampleKey;
import org.huxin.core.agreement.Agreement;
import org.huxin.core.agreement.AgreementChange;
import org.huxin.core.agreement.AgreementEvent;
import org.huxin.core.agreement.AgreementTerms;
import org.huxin.core.agreement.RecognitionRule;
import org.huxin.core.authority.Role;
import org.huxin.core.catalogue.AttributeDefinition;
import org.huxin.core.catalogue.DefineLicenceType;
import org.huxin.core.catalogue.HolderCategory;
import org.huxin.core.catalogue.LicenceType;
import org.huxin.core.catalogue.Sensitivity;
import org.huxin.core.competence.Accreditation;
import org.huxin.core.competence.AccreditedPeriod;
import org.huxin.core.competence.SupervisedPeriod;
import org.huxin.core.competence.Supervision;
import org.huxin.core.id.AnchorKey;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Uscc;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.History;
import org.huxin.core.ledger.Revision;
import org.huxin.core.licence.AnchorBatch;
import org.huxin.core.licence.BatchSource;
import org.huxin.core.licence.ChangeLicenceStatus;
import org.huxin.core.licence.DecidedLicence;
import org.huxin.core.licence.InitialStatus;
import org.huxin.core.licence.LicenceStatus;
import org.huxin.core.licence.StatusAction;
import org.huxin.core.licence.StatusDecision;
import org.huxin.core.licence.StatusLine;
import org.huxin.core.licence.Supersede;
import org.huxin.core.licence.TrustLevel;
import org.huxin.core.reference.LicenceRef;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.FieldName;
import org.huxin.core.statement.Name;
import org.huxin.core.statement.Title;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.signature.SignatureSuite;

/** A founded ledger with issuers, who supervises them, and a type that they issue. */
final class LicenceBench {
  static final DivisionCode DONGSHENG = DivisionCode.parse("150602");
  static final DivisionCode ORDOS = DivisionCode.parse("150600");
  static final DivisionCode JINING = DivisionCode.parse("150902");
  static final LicenceTypeCode TYPE = LicenceTypeCode.parse("11100000MB0143028R001");
  static final Uscc ISSUER = Uscc.parse("11150602MB9T0002XY");
  static final Uscc SUCCESSOR = Uscc.parse("11150603MB9T00038D");
  static final Uscc SUPERVISOR = Uscc.parse("11150622MB9T00054K");
  static final Uscc SUPERIOR = Uscc.parse("11150627MB9T0010XR");
  static final Uscc ELSEWHERE = Uscc.parse("11150902MB9T00150D");
  static final Digest BASIS = digest("a decision");

  final ContractBench bench = ContractBench.founded();
  final SampleKey issuer;
  final SampleKey successor;
  final SampleKey supervisor;
  final SampleKey superior;
  final SampleKey elsewhere;

  LicenceBench() {
    issuer = bench.register(ISSUER, DONGSHENG, Optional.of(SUPERIOR), Role.ISSUER);
    successor = bench.register(SUCCESSOR, ORDOS, Optional.empty(), Role.ISSUER);
    supervisor = bench.register(SUPERVISOR, ORDOS, Optional.empty(), Role.SUPERVISOR);
    superior = bench.register(SUPERIOR, ORDOS, Optional.empty(), Role.CONSUMER);
    elsewhere = bench.register(ELSEWHERE, JINING, Optional.empty(), Role.ISSUER);
    define(1, false, ContractBench.FOUNDED, Optional.empty());
    accredit(ISSUER, DONGSHENG, Optional.empty());
    accredit(ELSEWHERE, JINING, Optional.empty());
    supervise(ORDOS);
  }

  static Digest digest(String text) {
    return DigestAlgorithm.SHA_256.digest(Bytes.utf8(text));
  }

  static StatementId id(String text) {
    return new StatementId(digest(text));
  }

  static AnchorKey anchorKey(String text) {
    return new AnchorKey(digest(text));
  }

  static LicenceRef licence(String text) {
    return new LicenceRef(ISSUER, TYPE, DONGSHENG, anchorKey(text));
  }

  private static History<Revision> founding() {
    return History.begin(new Revision(ContractBench.FOUNDED, id("before")));
  }

  void define(int version, boolean classified, Instant from, Optional<Instant> replacedAt) {
    bench
        .ledger()
        .put(
            LicenceType.key(TYPE, version),
            new LicenceType(
                new DefineLicenceType(
                    TYPE,
                    version,
                    new Name("营业执照(示例)"),
                    HolderCategory.ORGANISATION,
                    List.of(
                        new AttributeDefinition(
                            new Name("名称"), new FieldName("name"), Sensitivity.PUBLIC, true)),
                    false,
                    classified,
                    from),
                replacedAt,
                founding()));
  }

  void accredit(Uscc who, DivisionCode division, Optional<Uscc> succeeds) {
    accredit(who, division, ContractBench.FOUNDED, Optional.empty(), succeeds);
  }

  void accredit(
      Uscc who,
      DivisionCode division,
      Instant from,
      Optional<Instant> to,
      Optional<Uscc> succeeds) {
    bench
        .ledger()
        .put(
            Accreditation.key(who, TYPE, division),
            new Accreditation(
                who,
                TYPE,
                division,
                List.of(
                    new AccreditedPeriod(
                        from,
                        to,
                        BASIS,
                        List.of(),
                        succeeds,
                        ContractBench.FOUNDED,
                        Optional.empty())),
                founding()));
  }

  private void supervise(DivisionCode division) {
    bench
        .ledger()
        .put(
            Supervision.key(SUPERVISOR, TYPE, division),
            new Supervision(
                SUPERVISOR,
                TYPE,
                division,
                List.of(
                    new SupervisedPeriod(
                        ContractBench.FOUNDED,
                        Optional.empty(),
                        BASIS,
                        ContractBench.FOUNDED,
                        Optional.empty())),
                founding()));
  }

  /** Gives an authority a second key and says since when the first was compromised. */
  SampleKey compromise(Uscc who, Instant since) {
    return bench.compromise(who, since);
  }

  /** An agreement between Ulanqab and Ordos about the type, signed by both. */
  StatementId agree() {
    AgreementTerms terms =
        new AgreementTerms(
            new Title("迁移协议(示例)"),
            BASIS,
            List.of(ORDOS, SampleCity.ULANQAB.code()),
            List.of(
                new RecognitionRule(
                    List.of(TYPE),
                    List.of(ORDOS),
                    List.of(SampleCity.ULANQAB.code()),
                    List.of(),
                    TrustLevel.B,
                    false,
                    false)),
            ContractBench.FOUNDED,
            Optional.empty(),
            2_592_000);
    StatementId id = id("an agreement");
    List<AgreementEvent> events = new ArrayList<>();
    events.add(event(AgreementChange.PROPOSED, SampleCity.ORDOS, id));
    events.add(event(AgreementChange.SIGNED, SampleCity.ORDOS, id("signed by one")));
    events.add(event(AgreementChange.SIGNED, SampleCity.ULANQAB, id("signed by the other")));
    bench.ledger().put(Agreement.key(id, 1), new Agreement(id, 1, terms, new History<>(0, events)));
    return id;
  }

  /** One party of that agreement suspends it. */
  void suspendAgreement(StatementId id) {
    EntityKey<Agreement> key = Agreement.key(id, 1);
    Agreement before = bench.get(key);
    bench
        .ledger()
        .put(
            key,
            new Agreement(
                id,
                1,
                before.terms(),
                before
                    .history()
                    .append(event(AgreementChange.SUSPENDED, SampleCity.ORDOS, id("suspended")))));
  }

  private static AgreementEvent event(
      AgreementChange change, SampleCity city, StatementId statement) {
    return new AgreementEvent(
        change,
        Optional.of(city.code()),
        Optional.empty(),
        new KeyId.OfAuthority(city.governor(), 1),
        ContractBench.FOUNDED,
        statement);
  }

  /** A batch of the issuer in Dongsheng. */
  AnchorBatch batch(String root) {
    return batch(ISSUER, DONGSHENG, root, List.of(), List.of());
  }

  AnchorBatch batch(
      Uscc who,
      DivisionCode division,
      String root,
      List<Supersede> supersedes,
      List<InitialStatus> initial) {
    return batch(who, division, 1, SignatureSuite.ED25519, root, false, supersedes, initial);
  }

  AnchorBatch batch(
      Uscc who,
      DivisionCode division,
      int typeVersion,
      SignatureSuite suite,
      String root,
      boolean stock,
      List<Supersede> supersedes,
      List<InitialStatus> initial) {
    Digest digest = suite.digest().digest(Bytes.utf8(root));
    return new AnchorBatch(
        who,
        TYPE,
        typeVersion,
        division,
        suite,
        digest,
        4_096,
        TrustLevel.A,
        stock,
        Optional.of(new BatchSource(digest, 100_000, 4_100, 4)),
        supersedes,
        initial);
  }

  AnchorBatch superseding(String root, Supersede... supersedes) {
    return batch(ISSUER, DONGSHENG, root, List.of(supersedes), List.of());
  }

  AnchorBatch beginning(String root, InitialStatus... initial) {
    return batch(ISSUER, DONGSHENG, root, List.of(), List.of(initial));
  }

  /** Carries batches in; returns what the contract says. */
  Outcome.Accepted anchor(SampleCity carrier, SignedStatement... statements) {
    List<String> arguments =
        Arrays.stream(statements).map(statement -> statement.jws().text()).toList();
    return (Outcome.Accepted) bench.call(carrier.msp(), "AnchorBatch", arguments);
  }

  Outcome.Accepted anchor(SignedStatement... statements) {
    return anchor(SampleCity.ORDOS, statements);
  }

  LedgerRefusedException refuse(LedgerRefusal code, SignedStatement... statements) {
    LedgerRefusedException refused =
        org.junit.jupiter.api.Assertions.assertThrows(
            LedgerRefusedException.class, () -> anchor(statements));
    org.junit.jupiter.api.Assertions.assertEquals(code, refused.code());
    org.junit.jupiter.api.Assertions.assertTrue(
        new AnchorBatchOperation().refusals().contains(code));
    return refused;
  }

  /** A status statement about one licence, taking effect when it is signed. */
  ChangeLicenceStatus change(StatusAction action, String licence, int... replaces) {
    return change(decision(action, decided(licence, replaces)));
  }

  ChangeLicenceStatus change(StatusDecision... decisions) {
    return new ChangeLicenceStatus(ISSUER, TYPE, DONGSHENG, List.of(decisions));
  }

  static DecidedLicence decided(String licence, int... replaces) {
    return new DecidedLicence(
        anchorKey(licence),
        replaces.length == 0 ? Optional.empty() : Optional.of(replaces[0]),
        Optional.empty());
  }

  StatusDecision decision(StatusAction action, DecidedLicence... licences) {
    return decision(action, bench.now(), Optional.empty(), Optional.empty(), licences);
  }

  StatusDecision decision(
      StatusAction action,
      Instant effectiveFrom,
      Optional<DivisionCode> destination,
      Optional<StatementId> agreement,
      DecidedLicence... licences) {
    return new StatusDecision(
        action,
        effectiveFrom,
        new Code("SAMPLE"),
        BASIS,
        destination,
        agreement,
        List.of(licences));
  }

  ChangeLicenceStatus transferOut(String licence, DivisionCode destination, int... replaces) {
    return change(
        decision(
            StatusAction.TRANSFER_OUT,
            bench.now(),
            Optional.of(destination),
            Optional.empty(),
            decided(licence, replaces)));
  }

  ChangeLicenceStatus close(String licence, StatementId agreement, int... replaces) {
    return change(
        decision(
            StatusAction.CLOSE,
            bench.now(),
            Optional.empty(),
            Optional.of(agreement),
            decided(licence, replaces)));
  }

  ChangeLicenceStatus annul(String licence, int version, int replaces) {
    return change(
        decision(
            StatusAction.ANNUL,
            new DecidedLicence(anchorKey(licence), Optional.of(replaces), Optional.of(version))));
  }

  Outcome.Accepted accept(SampleKey key, ChangeLicenceStatus statement) {
    return bench.accept(SampleCity.ORDOS, bench.sign(key, statement));
  }

  LedgerRefusedException refuse(LedgerRefusal code, SampleKey key, ChangeLicenceStatus statement) {
    return bench.refuse(code, SampleCity.ORDOS, bench.sign(key, statement));
  }

  /** Where a licence of the issuer stands. */
  StatusLine line(String licence) {
    return bench
        .ledger()
        .get(LicenceStatus.key(licence(licence)))
        .map(status -> StatusLine.of(status.history().entries()))
        .orElse(StatusLine.EMPTY);
  }

  void pass(int days) {
    bench.pass(Duration.ofDays(days));
  }
}

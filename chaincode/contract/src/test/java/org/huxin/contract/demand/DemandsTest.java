// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.demand;

import static org.huxin.contract.sample.SampleCity.BAOTOU;
import static org.huxin.contract.sample.SampleCity.HOHHOT;
import static org.huxin.contract.sample.SampleCity.ORDOS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleCompetence;
import org.huxin.contract.sample.SampleKey;
import org.huxin.core.authority.Role;
import org.huxin.core.demand.AnswerDemand;
import org.huxin.core.demand.Demand;
import org.huxin.core.demand.DemandAnswer;
import org.huxin.core.demand.DemandStatus;
import org.huxin.core.demand.PostDemand;
import org.huxin.core.demand.WithdrawDemand;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Uscc;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.FieldName;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.junit.jupiter.api.Test;

final class DemandsTest {
  private static final Uscc DEMANDER = new Uscc("11150203MB9T00142W");
  private static final Uscc ISSUER = new Uscc("11150602MB9T0002XY");
  private static final Uscc OTHER = new Uscc("11150603MB9T00038D");
  private static final LicenceTypeCode TYPE = new LicenceTypeCode("11100000MB0143028R001");
  private static final DivisionCode DIVISION = new DivisionCode("150602");
  private static final DivisionCode CITY = new DivisionCode("150600");

  private final ContractBench ledger = ContractBench.founded();
  private final SampleKey demander =
      ledger.register(DEMANDER, new DivisionCode("150203"), Optional.empty(), Role.CONSUMER);
  private final SampleKey issuer = ledger.register(ISSUER, DIVISION, Optional.empty(), Role.ISSUER);
  private final SampleKey other = ledger.register(OTHER, CITY, Optional.empty(), Role.ISSUER);

  DemandsTest() {
    SampleCompetence.accredit(ledger, ISSUER, TYPE, CITY);
  }

  @Test
  void anAccreditedIssuerAnswersUntilItIsSupplied() {
    SignedStatement posted = ledger.sign(demander, post(DIVISION, Optional.empty()));
    ledger.accept(BAOTOU, posted);
    ledger.repeat(BAOTOU, posted);
    assertEquals(DemandStatus.DEMANDED, status(posted.id()));
    SignedStatement matched = ledger.sign(issuer, 1, answer(posted.id(), DemandAnswer.MATCHED));
    ledger.accept(ORDOS, matched);
    ledger.repeat(ORDOS, matched);
    ledger.accept(ORDOS, ledger.sign(issuer, 2, answer(posted.id(), DemandAnswer.SUPPLIED)));
    assertEquals(DemandStatus.SUPPLIED, status(posted.id()));
    assertEquals(Optional.of(issuer.id()), ledger.get(Demand.key(posted.id())).answeredBy());
    ledger.refuse(
        LedgerRefusal.TRANSITION_NOT_ALLOWED,
        ORDOS,
        ledger.sign(issuer, 3, answer(posted.id(), DemandAnswer.MATCHED)));
    ledger.refuse(
        LedgerRefusal.TRANSITION_NOT_ALLOWED,
        BAOTOU,
        ledger.sign(demander, new WithdrawDemand(posted.id())));
  }

  @Test
  void theGovernorOfTheCityRefusesWithAReason() {
    StatementId id = posted(Optional.empty());
    ledger.accept(
        ORDOS,
        ledger.sign(
            ORDOS.governorKey(),
            1,
            new AnswerDemand(id, DemandAnswer.REFUSED, Optional.of(new Code("SECRET")))));
    assertEquals(DemandStatus.REFUSED, status(id));
    assertEquals(Optional.of(new Code("SECRET")), ledger.get(Demand.key(id)).reason());
  }

  @Test
  void nobodyElseAnswers() {
    StatementId id = posted(Optional.empty());
    ledger.refuse(
        LedgerRefusal.NOT_COMPETENT,
        HOHHOT,
        ledger.sign(HOHHOT.governorKey(), 1, answer(id, DemandAnswer.MATCHED)));
    ledger.refuse(
        LedgerRefusal.NOT_COMPETENT,
        ORDOS,
        ledger.sign(other, 1, answer(id, DemandAnswer.MATCHED)));
    ledger.refuse(
        LedgerRefusal.STALE_VERSION,
        ORDOS,
        ledger.sign(issuer, 2, answer(id, DemandAnswer.MATCHED)));
    ledger.refuse(
        LedgerRefusal.NOT_FOUND,
        ORDOS,
        ledger.sign(issuer, 1, answer(none(), DemandAnswer.MATCHED)));
  }

  @Test
  void aNamedSupplierAnswersAndNoOtherIssuer() {
    SampleCompetence.accredit(ledger, OTHER, TYPE, CITY);
    StatementId id = posted(Optional.of(OTHER));
    ledger.refuse(
        LedgerRefusal.NOT_COMPETENT,
        ORDOS,
        ledger.sign(issuer, 1, answer(id, DemandAnswer.MATCHED)));
    ledger.accept(ORDOS, ledger.sign(other, 1, answer(id, DemandAnswer.MATCHED)));
  }

  @Test
  void aConsumerPostsForItselfInAMemberCityAndToASupplierThatExists() {
    ledger.refuse(
        LedgerRefusal.ROLE_NOT_IN_FORCE,
        ORDOS,
        ledger.sign(issuer, post(DIVISION, Optional.empty())));
    ledger.register(OTHER, CITY, Optional.empty(), Role.CONSUMER);
    ledger.refuse(
        LedgerRefusal.NOT_COMPETENT, ORDOS, ledger.sign(other, post(DIVISION, Optional.empty())));
    ledger.refuse(
        LedgerRefusal.CITY_NOT_MEMBER,
        BAOTOU,
        ledger.sign(demander, post(new DivisionCode("110101"), Optional.empty())));
    ledger.refuse(
        LedgerRefusal.NOT_FOUND,
        BAOTOU,
        ledger.sign(demander, post(DIVISION, Optional.of(new Uscc("11150627MB9T0010XR")))));
  }

  @Test
  void theDemanderAloneWithdraws() {
    StatementId id = posted(Optional.empty());
    ledger.refuse(LedgerRefusal.NOT_COMPETENT, ORDOS, ledger.sign(issuer, new WithdrawDemand(id)));
    ledger.refuse(
        LedgerRefusal.NOT_FOUND, BAOTOU, ledger.sign(demander, new WithdrawDemand(none())));
    SignedStatement withdrawal = ledger.sign(demander, new WithdrawDemand(id));
    ledger.accept(BAOTOU, withdrawal);
    ledger.repeat(BAOTOU, withdrawal);
    assertEquals(DemandStatus.WITHDRAWN, status(id));
  }

  private StatementId posted(Optional<Uscc> supplier) {
    SignedStatement posted = ledger.sign(demander, post(DIVISION, supplier));
    ledger.accept(BAOTOU, posted);
    return posted.id();
  }

  private DemandStatus status(StatementId id) {
    return ledger.get(Demand.key(id)).status();
  }

  private static PostDemand post(DivisionCode division, Optional<Uscc> supplier) {
    return new PostDemand(
        DEMANDER,
        TYPE,
        division,
        List.of(new FieldName("ZZMC")),
        List.of(new ServiceItemCode(DEMANDER.text() + "0001000115001")),
        supplier);
  }

  private static AnswerDemand answer(StatementId id, DemandAnswer answer) {
    return new AnswerDemand(id, answer, Optional.empty());
  }

  private static StatementId none() {
    return new StatementId(DigestAlgorithm.SHA_256.digest(Bytes.utf8("none")));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.huxin.contract.Outcome;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleCatalogue;
import org.huxin.contract.sample.SampleCity;
import org.huxin.core.catalogue.AcceptedLicence;
import org.huxin.core.catalogue.Material;
import org.huxin.core.catalogue.MaterialMode;
import org.huxin.core.catalogue.PublishServiceItem;
import org.huxin.core.catalogue.ServiceItem;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.ledger.History;
import org.huxin.core.ledger.Revision;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.Name;
import org.huxin.core.verdict.Aspect;
import org.huxin.core.verdict.FindingCode;
import org.huxin.core.verdict.Verdict;
import org.huxin.core.verification.CertificateFreeAnswer;
import org.huxin.core.verification.CertificateFreeQuestion;
import org.huxin.core.verification.MaterialResult;
import org.huxin.crypto.vectors.VectorFiles;
import org.junit.jupiter.api.Test;

final class VerificationQueriesTest {
  private static final String QUESTION = VectorFiles.example("question", "question");
  private final ContractBench bench = ContractBench.founded();

  private Outcome ask(String name, String... arguments) {
    return bench.call(SampleCity.BAOTOU.msp(), name, List.of(arguments));
  }

  private LedgerRefusedException refuse(LedgerRefusal code, String name, String... arguments) {
    LedgerRefusedException refused =
        assertThrows(LedgerRefusedException.class, () -> ask(name, arguments));
    assertEquals(code, refused.code());
    return refused;
  }

  @Test
  void aPeerAnswersWithTheLedgersHalfOfTheVerdict() {
    Verdict verdict =
        Verdict.CODEC.fromBytes(ask("Verify", QUESTION).result(), JsonLimits.STATEMENT);

    assertEquals(
        FindingCode.BATCH_NOT_ANCHORED, verdict.of(Aspect.ANCHOR).findings().get(0).code());
  }

  @Test
  void anAnswerOnTheWayOfAQuestionTakesFewReads() {
    bench.ledger().takeReads();
    var unused = ask("Verify", QUESTION);

    assertEquals(2, bench.ledger().takeReads()); // no batch, no status
  }

  @Test
  void whatIsNoQuestionIsRefusedWithItsPlace() {
    assertEquals(
        "MEMBER_MISSING",
        refuse(LedgerRefusal.ARGUMENTS_REFUSED, "Verify", "{}").evidence().get("code"));
    var unused = refuse(LedgerRefusal.ARGUMENTS_REFUSED, "Verify");
    unused = refuse(LedgerRefusal.ARGUMENTS_REFUSED, "Verify", QUESTION, QUESTION);
    unused = refuse(LedgerRefusal.ARGUMENTS_REFUSED, "Verify", QUESTION + " ");
    unused = refuse(LedgerRefusal.ARGUMENTS_REFUSED, "CertificateFree", "[]");
  }

  @Test
  void aServiceMissesWhatItAsksForAndNobodyOffers() {
    ServiceItemCode item = SampleCatalogue.itemOf(SampleCity.ORDOS.governor());
    Material licence =
        new Material(
            new Code("M1"),
            new Name("营业执照"),
            MaterialMode.MUST,
            List.of(new AcceptedLicence(SampleCatalogue.BUSINESS_LICENCE, List.of())),
            Optional.empty());
    bench
        .ledger()
        .put(
            ServiceItem.key(item, 1),
            new ServiceItem(
                new PublishServiceItem(
                    item, 1, new Name("示例事项"), List.of(licence), ContractBench.FOUNDED),
                Optional.empty(),
                History.begin(
                    new Revision(
                        ContractBench.FOUNDED, new StatementId(ContractBench.LEDGER.digest())))));
    String question =
        CanonicalJson.text(
            CertificateFreeQuestion.CODEC.encode(new CertificateFreeQuestion(item, 1, List.of())));

    CertificateFreeAnswer answer =
        CertificateFreeAnswer.CODEC.fromBytes(
            ask("CertificateFree", question).result(), JsonLimits.STATEMENT);

    assertEquals(MaterialResult.MISSING, answer.materials().get(0).result());
    assertFalse(answer.canProceed());
  }

  @Test
  void aServiceThatTheLedgerDoesNotHoldIsNotFound() {
    CertificateFreeQuestion question =
        new CertificateFreeQuestion(
            ServiceItemCode.parse("11150600MB9T00011A0001000115001"), 1, List.of());
    String text = CanonicalJson.text(CertificateFreeQuestion.CODEC.encode(question));

    assertEquals(
        "item/11150600MB9T00011A0001000115001/00001",
        refuse(LedgerRefusal.NOT_FOUND, "CertificateFree", text).evidence().get("key"));
  }
}

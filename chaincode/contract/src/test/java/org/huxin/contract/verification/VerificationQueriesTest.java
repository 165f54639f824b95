// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.huxin.contract.Outcome;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleCity;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.verdict.Aspect;
import org.huxin.core.verdict.FindingCode;
import org.huxin.core.verdict.Verdict;
import org.huxin.core.verification.CertificateFreeQuestion;
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

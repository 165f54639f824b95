// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.authorization;

import static org.huxin.contract.sample.SampleCity.BAOTOU;
import static org.huxin.contract.sample.SampleCity.HOHHOT;
import static org.huxin.contract.sample.SampleCity.ORDOS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.huxin.contract.sample.ContractBench;
import org.huxin.core.authorization.PaperReason;
import org.huxin.core.authorization.PaperReport;
import org.huxin.core.authorization.PaperRequest;
import org.huxin.core.authorization.RecordPaperRequest;
import org.huxin.core.authorization.ReportPaperAsked;
import org.huxin.core.id.Uscc;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.statement.Code;
import org.huxin.crypto.digest.Digest;
import org.junit.jupiter.api.Test;

final class PaperTest {
  private static final Code MATERIAL = new Code("BUSINESS_LICENCE");
  private static final Digest RECEIPT = ConsentBench.digest("receipt");

  private final ConsentBench bench = new ConsentBench();
  private final ContractBench ledger = bench.ledger;

  @Test
  void aConsumerRecordsOnceThatItAskedForAPaper() {
    RecordPaperRequest request = request(ConsentBench.CONSUMER, PaperReason.NOT_RECOGNISED);
    SignedStatement signed = ledger.sign(bench.consumer, request);
    ledger.accept(ORDOS, signed);
    ledger.repeat(ORDOS, signed);
    assertEquals(
        request,
        ledger
            .get(
                PaperRequest.key(
                    ConsentBench.CONSUMER, ConsentBench.ITEM, request.business(), MATERIAL))
            .recorded());
    ledger.refuse(
        LedgerRefusal.ALREADY_EXISTS,
        ORDOS,
        ledger.sign(bench.consumer, request(ConsentBench.CONSUMER, PaperReason.OTHER)));
  }

  @Test
  void nobodyRecordsWhatAnotherAsked() {
    ledger.refuse(
        LedgerRefusal.NOT_COMPETENT,
        ORDOS,
        ledger.sign(bench.consumer, request(ConsentBench.STRANGER, PaperReason.OTHER)));
    ledger.refuse(
        LedgerRefusal.ROLE_NOT_IN_FORCE,
        ORDOS,
        ledger.sign(bench.provider, request(ConsentBench.PROVIDER, PaperReason.OTHER)));
  }

  @Test
  void aHolderAndAnAuditorReportAPaperThatWasAsked() {
    ReportPaperAsked report = report(ConsentBench.CONSUMER);
    SignedStatement byHolder = ledger.sign(bench.holder, report);
    ledger.accept(HOHHOT, byHolder, bench.attest(bench.holder));
    ledger.repeat(HOHHOT, byHolder, bench.attest(bench.holder));
    assertEquals(bench.holder.id(), ledger.get(PaperReport.key(byHolder.id())).by());
    SignedStatement byAuditor = ledger.sign(bench.stranger, report);
    ledger.accept(BAOTOU, byAuditor);
    assertEquals(RECEIPT, ledger.get(PaperReport.key(byAuditor.id())).reported().receipt());
  }

  @Test
  void anAuthorityThatIsNoAuditorReportsNothing() {
    ledger.refuse(
        LedgerRefusal.ROLE_NOT_IN_FORCE,
        ORDOS,
        ledger.sign(bench.provider, report(ConsentBench.CONSUMER)));
  }

  @Test
  void aReportNamesAConsumerThatExists() {
    ledger.refuse(
        LedgerRefusal.NOT_FOUND,
        BAOTOU,
        ledger.sign(bench.stranger, report(new Uscc("11150627MB9T0010XR"))));
  }

  private static RecordPaperRequest request(Uscc consumer, PaperReason reason) {
    return new RecordPaperRequest(
        consumer,
        ConsentBench.ITEM,
        ConsentBench.digest("business"),
        MATERIAL,
        reason,
        Optional.of(RECEIPT));
  }

  private static ReportPaperAsked report(Uscc consumer) {
    return new ReportPaperAsked(consumer, ConsentBench.ITEM, MATERIAL, RECEIPT);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.huxin.contract.sample.SampleCity;
import org.huxin.core.signed.SignedStatement;
import org.hyperledger.fabric.client.ChaincodeEvent;
import org.hyperledger.fabric.client.CloseableIterator;

/** The payloads of all events there were, as an unmodified client reads them. */
final class LedgerEvents {
  private LedgerEvents() {}

  /** From the first block to that of a statement that is on the ledger. */
  static List<String> until(CityLedger ledger, SignedStatement last) {
    List<String> payloads = new ArrayList<>();
    try (CloseableIterator<ChaincodeEvent> events =
        ledger
            .client(SampleCity.BAOTOU)
            .network()
            .newChaincodeEventsRequest(ledger.chaincode())
            .startBlock(0)
            .build()
            .getEvents(options -> options.withDeadlineAfter(60, TimeUnit.SECONDS))) {
      do {
        payloads.add(CityLedger.text(events.next().getPayload()));
      } while (!payloads.get(payloads.size() - 1).contains(last.id().toString()));
    }
    return payloads;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleAuthority;
import org.huxin.contract.sample.SampleCatalogue;
import org.huxin.contract.sample.SampleCity;
import org.huxin.contract.sample.SampleKey;
import org.huxin.core.authority.Role;
import org.huxin.core.governance.NamedDivision;
import org.huxin.core.governance.UpdateDivisions;
import org.huxin.core.id.Uscc;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.signed.StatementHead;
import org.huxin.core.statement.Statement;
import org.hyperledger.fabric.client.ChaincodeEvent;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.hyperledger.fabric.client.Transaction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The contract as its clients meet it: four cities, three endorsements, the Gateway client. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ContractOnNetworkTest {
  private static final SampleKey GOVERNOR = SampleCity.ORDOS.governorKey();

  private CityLedger ledger;
  private int authorities;

  /** The network that the tests run on. */
  abstract CityNetwork network();

  @BeforeAll
  void found() throws Exception {
    ledger =
        new CityLedger(
            network(),
            "huxin-rules",
            SampleCatalogue.type(
                SampleCatalogue.BUSINESS_LICENCE, 1, false, ContractBench.FOUNDED));
    // Nothing is served before, and anyone may found.
    GatewayException refused =
        assertThrows(
            GatewayException.class, () -> ledger.evaluate(SampleCity.ORDOS, "GetMembership"));
    assertEquals(LedgerRefusal.NOT_FOUND, CityLedger.refusal(refused).code());
    assertEquals(
        LedgerRefusal.LEDGER_NOT_FOUNDED,
        ledger.refuse(SampleCity.ORDOS, register(fresh())).code());
    ledger.found();
  }

  @AfterAll
  void stop() {
    ledger.close();
  }

  private Uscc fresh() {
    authorities++;
    return SampleAuthority.in(SampleCity.ORDOS.code(), authorities);
  }

  private Statement registration(Uscc authority, String name) {
    return Registrations.of(
        ledger,
        authority,
        name,
        SampleCity.ORDOS.code(),
        CityLedger.now().plus(Duration.ofDays(1)),
        Role.CONSUMER);
  }

  private SignedStatement register(Uscc authority) {
    return ledger.sign(GOVERNOR, Optional.empty(), registration(authority, "示例机构"));
  }

  private static UpdateDivisions divisions(List<NamedDivision> divisions) {
    return new UpdateDivisions(SampleCity.BAOTOU.code(), divisions, List.of());
  }

  @Test
  void whatWasFoundedIsReadAtEveryCity() throws Exception {
    for (SampleCity city : SampleCity.values()) {
      String membership = ledger.evaluate(city, "GetMembership");
      assertTrue(membership.startsWith("{\"key\":\"membership\""), membership);
      assertTrue(membership.endsWith("\"version\":1}"), membership);
    }
  }

  @Test
  void aSecondFoundingIsRefusedAndTheSameOneARepeat() throws Exception {
    GatewayException refused =
        assertThrows(
            GatewayException.class,
            () -> ledger.contract(SampleCity.ORDOS).submitTransaction("Found", "{}"));
    assertEquals(LedgerRefusal.LEDGER_ALREADY_FOUNDED, CityLedger.refusal(refused).code());
    String again =
        CityLedger.text(
            ledger.contract(SampleCity.ORDOS).submitTransaction("Found", ledger.genesis()));
    assertTrue(again.contains("\"statement\":\"" + ledger.id() + "\""), again);
  }

  @Test
  void anAcceptedStatementHasOneEventAndItsRepeatNone() throws Exception {
    Uscc authority = fresh();
    Uscc next = fresh();
    SignedStatement statement = register(authority);
    long from = ledger.height(SampleCity.HOHHOT);
    String result = ledger.submit(SampleCity.ORDOS, statement);
    assertEquals(
        "{\"keys\":[\"authority/" + authority + "\"],\"statement\":\"" + statement.id() + "\"}",
        result);
    assertEquals(result, ledger.submit(SampleCity.ORDOS, statement));
    String last = ledger.submit(SampleCity.ORDOS, register(next));

    List<String> payloads = new ArrayList<>();
    try (CloseableIterator<ChaincodeEvent> events =
        ledger
            .client(SampleCity.HOHHOT)
            .network()
            .newChaincodeEventsRequest(ledger.chaincode())
            .startBlock(from)
            .build()
            .getEvents(options -> options.withDeadlineAfter(30, TimeUnit.SECONDS))) {
      while (!payloads.contains(last)) {
        ChaincodeEvent event = events.next();
        assertEquals("RegisterAuthority", event.getEventName());
        payloads.add(CityLedger.text(event.getPayload()));
      }
    }
    assertEquals(List.of(result, last), payloads);
    assertTrue(
        ledger
            .evaluate(SampleCity.HOHHOT, "GetAuthority", authority.text())
            .endsWith("\"version\":1}"));
  }

  @Test
  void refusalsReachTheClientWithTheirEvidence() throws Exception {
    Uscc authority = fresh();
    SignedStatement statement = register(authority);
    LedgerRefusedException carried = ledger.refuse(SampleCity.BAOTOU, statement);
    assertEquals(LedgerRefusal.CARRIER_OF_OTHER_CITY, carried.code());
    assertEquals(SampleCity.BAOTOU.msp().text(), carried.evidence().get("carrier"));

    ledger.submit(SampleCity.ORDOS, statement);
    LedgerRefusedException exists =
        ledger.refuse(
            SampleCity.ORDOS,
            ledger.sign(GOVERNOR, Optional.empty(), registration(authority, "另一机构")));
    assertEquals(LedgerRefusal.ALREADY_EXISTS, exists.code());
    assertEquals("authority/" + authority, exists.evidence().get("key"));

    LedgerRefusedException old =
        ledger.refuse(
            SampleCity.ORDOS,
            GOVERNOR.sign(
                new StatementHead(
                    ledger.id(), CityLedger.now().minus(Duration.ofDays(8)), Optional.empty()),
                registration(fresh(), "示例机构")));
    assertEquals(LedgerRefusal.STATEMENT_TOO_OLD, old.code());
  }

  @Test
  void aQuerysRefusalReachesTheClientToo() {
    GatewayException none =
        assertThrows(
            GatewayException.class,
            () ->
                ledger.evaluate(
                    SampleCity.ORDOS,
                    "GetAuthority",
                    SampleAuthority.in(SampleCity.ORDOS.code(), 99).text()));
    assertEquals(LedgerRefusal.NOT_FOUND, CityLedger.refusal(none).code());
    GatewayException malformed =
        assertThrows(
            GatewayException.class,
            () -> ledger.evaluate(SampleCity.ORDOS, "GetAuthority", "150602190001010015"));
    LedgerRefusedException refused = CityLedger.refusal(malformed);
    assertEquals(LedgerRefusal.ARGUMENTS_REFUSED, refused.code());
    assertFalse(malformed.toString().contains("150602190001010015"));
  }

  @Test
  void listsAreReadPageByPageAndHistoriesOldestFirst() throws Exception {
    ledger.submit(SampleCity.ORDOS, register(fresh()));
    String cities = ledger.evaluate(SampleCity.ORDOS, "ListCities");
    assertFalse(cities.contains("\"next\""), cities);
    int first = cities.indexOf("\"key\":\"city/" + SampleCity.HOHHOT.code() + "\"");
    int last = cities.indexOf("\"key\":\"city/" + SampleCity.ULANQAB.code() + "\"");
    assertTrue(first >= 0 && first < last, cities);
    String rest =
        ledger.evaluate(SampleCity.ORDOS, "ListCities", "city/" + SampleCity.HOHHOT.code());
    assertFalse(rest.contains("\"key\":\"city/" + SampleCity.HOHHOT.code() + "\""), rest);

    String history = ledger.evaluate(SampleCity.ORDOS, "GetHistory", "Membership");
    assertTrue(history.startsWith("{\"entries\":[{\"at\":"), history);
    assertTrue(history.endsWith("\"first\":1,\"key\":\"membership\",\"version\":1}"), history);
  }

  @Test
  void ofTwoWhoReplaceOneVersionAtOnceExactlyOneDoes() throws Exception {
    SampleKey governor = SampleCity.BAOTOU.governorKey();
    SignedStatement one = ledger.sign(governor, Optional.of(1), divisions(List.of()));
    SignedStatement other =
        ledger.sign(governor, Optional.of(1), divisions(SampleCity.BAOTOU.divisions()));
    Transaction first = ledger.endorse(SampleCity.BAOTOU, one);
    Transaction second = ledger.endorse(SampleCity.BAOTOU, other);
    SubmittedTransaction mine = first.submitAsync();
    SubmittedTransaction theirs = second.submitAsync();
    boolean oneWon = ledger.requireOneValid(mine, theirs);
    assertEquals(
        LedgerRefusal.STALE_VERSION, ledger.refuse(SampleCity.BAOTOU, oneWon ? other : one).code());
  }

  @Test
  void theLastUseThatTwoCitiesRaceForIsCountedOnce() throws Exception {
    List<SampleCity> cities = List.of(SampleCity.ORDOS, SampleCity.BAOTOU);
    List<SignedStatement> usages = SharedGrant.usages(ledger, cities);
    Transaction first = ledger.endorse(cities.get(0), usages.get(0));
    Transaction second = ledger.endorse(cities.get(1), usages.get(1));
    SubmittedTransaction mine = first.submitAsync();
    SubmittedTransaction theirs = second.submitAsync();
    int loser = ledger.requireOneValid(mine, theirs) ? 1 : 0;
    LedgerRefusedException refused = ledger.refuse(cities.get(loser), usages.get(loser));
    assertEquals(LedgerRefusal.EXHAUSTED, refused.code());
  }

  @Test
  void theChaincodeSaysWhatItIs() throws Exception {
    String metadata = ledger.evaluate(SampleCity.ORDOS, "org.hyperledger.fabric:GetMetadata");
    assertTrue(metadata.contains("\"name\":\"RegisterAuthority\""), metadata);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hyperledger.fabric.client.ChaincodeEvent;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.CommitException;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.InMemoryCheckpointer;
import org.hyperledger.fabric.client.Network;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;

/**
 * What every network with Fabric's ledger does. Subclasses name the network: an embedded one, or a
 * real one that runs the recorded chaincode.
 */
abstract class LedgerNetworkContractTest {

  /** The channel as a client of some organisation sees it. */
  abstract Network network();

  private Contract contract() {
    return network().getContract("licence");
  }

  private static String fresh(String prefix) {
    return prefix + UUID.randomUUID().toString().substring(0, 8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private Transaction endorsed(String function, String... arguments) throws EndorseException {
    return contract().newProposal(function).addArguments(arguments).build().endorse();
  }

  private static TxValidationCode commit(Transaction transaction) throws Exception {
    return transaction.submitAsync().getStatus().getCode();
  }

  @Test
  void readsWhatWasCommitted() throws Exception {
    String key = fresh("a");
    contract().submitTransaction("put", key, "1");
    assertEquals("1", text(contract().evaluateTransaction("get", key)));
  }

  @Test
  void writesNothingOnEvaluate() throws Exception {
    String key = fresh("b");
    contract().evaluateTransaction("put", key, "1");
    assertThrows(Exception.class, () -> contract().evaluateTransaction("get", key));
  }

  @Test
  void hidesATransactionsOwnWritesFromIt() throws Exception {
    String key = fresh("c");
    contract().submitTransaction("put", key, "old");
    assertEquals("old", text(contract().submitTransaction("putget", key, "new")));
    assertEquals("new", text(contract().evaluateTransaction("get", key)));
  }

  @Test
  void keepsTheLastOfSeveralWrites() throws Exception {
    String kept = fresh("d");
    String deleted = fresh("d");
    contract().submitTransaction("putputdel", kept, deleted);
    assertEquals("2", text(contract().evaluateTransaction("get", kept)));
    assertThrows(Exception.class, () -> contract().evaluateTransaction("get", deleted));
  }

  @Test
  void invalidatesTheSecondOfTwoThatReadOneKey() throws Exception {
    String key = fresh("e");
    contract().submitTransaction("put", key, "v");
    Transaction first = endorsed("rmw", key, "1");
    Transaction second = endorsed("rmw", key, "2");
    assertEquals(TxValidationCode.VALID, commit(first));
    assertEquals(TxValidationCode.MVCC_READ_CONFLICT, commit(second));
    assertEquals("v1", text(contract().evaluateTransaction("get", key)));
  }

  @Test
  void invalidatesAReadOfAKeyThatCameToBe() throws Exception {
    String key = fresh("f");
    Transaction read = endorsed("rmw", key, "1");
    contract().submitTransaction("put", key, "v");
    assertEquals(TxValidationCode.MVCC_READ_CONFLICT, commit(read));
  }

  @Test
  void letsBlindWritesPassEachOther() throws Exception {
    String key = fresh("g");
    Transaction first = endorsed("put", key, "1");
    Transaction second = endorsed("put", key, "2");
    assertEquals(TxValidationCode.VALID, commit(first));
    assertEquals(TxValidationCode.VALID, commit(second));
    assertEquals("2", text(contract().evaluateTransaction("get", key)));
  }

  @Test
  void invalidatesARangeInWhichAKeyAppears() throws Exception {
    String prefix = fresh("h");
    contract().submitTransaction("put", prefix + "1", "v");
    Transaction range = endorsed("rangeput", prefix, prefix + "~", fresh("i"), "x");
    contract().submitTransaction("put", prefix + "2", "v");
    assertEquals(TxValidationCode.PHANTOM_READ_CONFLICT, commit(range));
  }

  @Test
  void invalidatesARangeFromWhichAKeyDisappears() throws Exception {
    String prefix = fresh("j");
    contract().submitTransaction("put", prefix + "1", "v");
    Transaction range = endorsed("rangeput", prefix, prefix + "~", fresh("k"), "x");
    contract().submitTransaction("del", prefix + "1");
    assertEquals(TxValidationCode.PHANTOM_READ_CONFLICT, commit(range));
  }

  @Test
  void summarisesALongRange() throws Exception {
    String prefix = fresh("l");
    contract().submitTransaction("putn", "120", prefix);
    Transaction unchanged = endorsed("rangeput", prefix, prefix + "~", fresh("m"), "x");
    assertEquals(TxValidationCode.VALID, commit(unchanged));
    Transaction changed = endorsed("rangeput", prefix, prefix + "~", fresh("m"), "x");
    contract().submitTransaction("put", prefix + "060", "new");
    assertEquals(TxValidationCode.PHANTOM_READ_CONFLICT, commit(changed));
  }

  @Test
  void readsAWholeBatchWhereChaincodeLooksAtOneResult() throws Exception {
    String prefix = fresh("n");
    contract().submitTransaction("putn", "50", prefix);
    Transaction first = endorsed("rangefirst", prefix, prefix + "~", fresh("o"), "x");
    contract().submitTransaction("put", prefix + "040", "new");
    assertEquals(TxValidationCode.PHANTOM_READ_CONFLICT, commit(first));
  }

  @Test
  void findsCompositeKeysByTheirFirstParts() throws Exception {
    String type = fresh("type");
    contract().submitTransaction("cput", type, "1", "x", "1");
    contract().submitTransaction("cput", type, "2", "x", "2");
    contract().submitTransaction("cput", type, "3", "y", "1");
    assertEquals(
        2, text(contract().evaluateTransaction("crange", type, "x")).split(";", -1).length - 1);
  }

  @Test
  void givesTheBookmarkOfTheNextPage() throws Exception {
    String prefix = fresh("p");
    contract().submitTransaction("putn", "5", prefix);
    String page = text(contract().evaluateTransaction("page", prefix, prefix + "~"));
    assertEquals(prefix + "003", page.substring(page.indexOf("bm=") + 3));
  }

  @Test
  void letsAKeysOwnPolicyBeatTheChaincodes() throws Exception {
    String key = fresh("q");
    contract().submitTransaction("sbe", key, "v", "OrdosMSP", "HohhotMSP");
    Proposal proposal =
        contract()
            .newProposal("put")
            .addArguments(key, "w")
            .setEndorsingOrganizations("HohhotMSP", "BaotouMSP", "UlanqabMSP")
            .build();
    assertEquals(TxValidationCode.ENDORSEMENT_POLICY_FAILURE, commit(proposal.endorse()));
    contract().submitTransaction("put", key, "x");
    assertEquals("x", text(contract().evaluateTransaction("get", key)));
  }

  @Test
  void refusesTooFewEndorsements() throws Exception {
    Proposal proposal =
        contract()
            .newProposal("put")
            .addArguments(fresh("r"), "v")
            .setEndorsingOrganizations("OrdosMSP")
            .build();
    CommitException failed =
        assertThrows(CommitException.class, () -> submitAndWait(proposal.endorse()));
    assertEquals(TxValidationCode.ENDORSEMENT_POLICY_FAILURE, failed.getCode());
  }

  private static void submitAndWait(Transaction transaction) throws Exception {
    assertFalse(transaction.submit() == null);
  }

  @Test
  void countsTheHistoryOfAKey() throws Exception {
    String key = fresh("s");
    contract().submitTransaction("put", key, "1");
    contract().submitTransaction("put", key, "2");
    contract().submitTransaction("del", key);
    assertEquals("3", text(contract().evaluateTransaction("history", key)));
  }

  @Test
  void callsAnotherChaincode() throws Exception {
    String key = fresh("t");
    contract().submitTransaction("putcall", key, "1", "registry", "", "put", key, "2");
    assertEquals("1", text(contract().evaluateTransaction("get", key)));
    assertEquals("2", text(network().getContract("registry").evaluateTransaction("get", key)));
  }

  @Test
  void deliversEventsOfValidTransactionsInOrder() throws Exception {
    String name = fresh("event");
    SubmittedTransaction first = endorsed("event", fresh("u"), "1", name).submitAsync();
    long start = first.getStatus().getBlockNumber();
    contract().submitTransaction("event", fresh("u"), "2", name);
    try (CloseableIterator<ChaincodeEvent> events =
        network().newChaincodeEventsRequest("licence").startBlock(start).build().getEvents()) {
      List<String> payloads = new ArrayList<>();
      while (payloads.size() < 2) {
        ChaincodeEvent event = events.next();
        if (event.getEventName().equals(name)) {
          payloads.add(text(event.getPayload()));
        }
      }
      assertEquals(List.of("payload-1", "payload-2"), payloads);
    }
  }

  @Test
  void replaysEventsAfterACheckpoint() throws Exception {
    String name = fresh("event");
    SubmittedTransaction first = endorsed("event", fresh("v"), "1", name).submitAsync();
    long block = first.getStatus().getBlockNumber();
    contract().submitTransaction("event", fresh("v"), "2", name);
    InMemoryCheckpointer checkpointer = new InMemoryCheckpointer();
    checkpointer.checkpointTransaction(block, first.getTransactionId());
    try (CloseableIterator<ChaincodeEvent> events =
        network()
            .newChaincodeEventsRequest("licence")
            .checkpoint(checkpointer)
            .build()
            .getEvents()) {
      ChaincodeEvent event = events.next();
      assertEquals(name, event.getEventName());
      assertArrayEquals("payload-2".getBytes(StandardCharsets.UTF_8), event.getPayload());
    }
  }

  @Test
  void ordersEachTransactionOnce() throws Exception {
    Set<String> ids = new HashSet<>();
    List<SubmittedTransaction> submitted = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      submitted.add(endorsed("put", fresh("w"), "v").submitAsync());
    }
    for (SubmittedTransaction each : submitted) {
      assertEquals(TxValidationCode.VALID, each.getStatus().getCode());
      ids.add(each.getTransactionId());
    }
    assertEquals(20, ids.size());
  }

  @Test
  void refusesACommittedIdAgain() throws Exception {
    Proposal proposal = contract().newProposal("put").addArguments(fresh("x"), "v").build();
    assertEquals(TxValidationCode.VALID, commit(proposal.endorse()));
    assertThrows(EndorseException.class, proposal::endorse);
  }
}

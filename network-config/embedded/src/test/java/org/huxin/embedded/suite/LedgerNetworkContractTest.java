// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.suite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.huxin.fabric.block.TransactionView;
import org.hyperledger.fabric.client.ChaincodeEvent;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.CommitException;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.InMemoryCheckpointer;
import org.hyperledger.fabric.client.Network;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.peer.FilteredBlock;
import org.hyperledger.fabric.protos.peer.FilteredTransaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What every network with Fabric's ledger does. Subclasses name the network: an embedded one, or a
 * real one that runs the recorded chaincode.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class LedgerNetworkContractTest {
  private @Nullable NetworkUnderTest network;
  private @Nullable GatewayClient client;

  /** The network; it runs until all tests are done. */
  protected abstract NetworkUnderTest underTest();

  @BeforeAll
  void connect() {
    NetworkUnderTest running = underTest();
    network = running;
    client = new GatewayClient(running.channelId(), running.first());
  }

  @AfterAll
  void disconnect() {
    if (client != null) {
      client.close();
    }
  }

  private Network network() {
    return Objects.requireNonNull(client).network();
  }

  private String mspId(int member) {
    return Objects.requireNonNull(network).mspId(member);
  }

  private PatientContract contract() {
    return new PatientContract(network().getContract(NetworkUnderTest.CHAINCODE));
  }

  private static String fresh(String prefix) {
    return prefix + UUID.randomUUID().toString().substring(0, 8);
  }

  private Transaction endorsed(String function, String... arguments) throws EndorseException {
    return contract().endorsed(function, arguments);
  }

  private void assertMissing(String key) {
    GatewayException failure =
        assertThrows(GatewayException.class, () -> contract().evaluate("get", key));
    assertEquals(
        "chaincode response 500, LIC-0404|{\"m\":\"no such key " + key + "\"}",
        failure.getDetails().get(0).getMessage());
  }

  @Test
  void readsWhatWasCommitted() throws Exception {
    String key = fresh("a");
    contract().submit("put", key, "1");
    assertEquals("1", contract().evaluate("get", key));
  }

  @Test
  void writesNothingOnEvaluate() throws Exception {
    String key = fresh("b");
    contract().evaluate("put", key, "1");
    assertMissing(key);
  }

  @Test
  void hidesATransactionsOwnWritesFromIt() throws Exception {
    String key = fresh("c");
    contract().submit("put", key, "old");
    assertEquals("old", contract().submit("putget", key, "new"));
    assertEquals("new", contract().evaluate("get", key));
  }

  @Test
  void keepsTheLastOfSeveralWrites() throws Exception {
    String kept = fresh("d");
    String deleted = fresh("d");
    contract().submit("putputdel", kept, deleted);
    assertEquals("2", contract().evaluate("get", kept));
    assertMissing(deleted);
  }

  @Test
  void invalidatesTheSecondOfTwoThatReadOneKey() throws Exception {
    String key = fresh("e");
    contract().submit("put", key, "v");
    Transaction first = endorsed("rmw", key, "1");
    Transaction second = endorsed("rmw", key, "2");
    assertEquals(TxValidationCode.VALID, PatientContract.commit(first));
    assertEquals(TxValidationCode.MVCC_READ_CONFLICT, PatientContract.commit(second));
    assertEquals("v1", contract().evaluate("get", key));
  }

  @Test
  void invalidatesAReadOfAKeyThatCameToBe() throws Exception {
    String key = fresh("f");
    Transaction read = endorsed("rmw", key, "1");
    contract().submit("put", key, "v");
    assertEquals(TxValidationCode.MVCC_READ_CONFLICT, PatientContract.commit(read));
  }

  @Test
  void letsBlindWritesPassEachOther() throws Exception {
    String key = fresh("g");
    Transaction first = endorsed("put", key, "1");
    Transaction second = endorsed("put", key, "2");
    assertEquals(TxValidationCode.VALID, PatientContract.commit(first));
    assertEquals(TxValidationCode.VALID, PatientContract.commit(second));
    assertEquals("2", contract().evaluate("get", key));
  }

  @Test
  void invalidatesARangeInWhichAKeyAppears() throws Exception {
    String prefix = fresh("h");
    contract().submit("put", prefix + "1", "v");
    Transaction range = endorsed("rangeput", prefix, prefix + "~", fresh("i"), "x");
    contract().submit("put", prefix + "2", "v");
    assertEquals(TxValidationCode.PHANTOM_READ_CONFLICT, PatientContract.commit(range));
  }

  @Test
  void invalidatesARangeFromWhichAKeyDisappears() throws Exception {
    String prefix = fresh("j");
    contract().submit("put", prefix + "1", "v");
    Transaction range = endorsed("rangeput", prefix, prefix + "~", fresh("k"), "x");
    contract().submit("del", prefix + "1");
    assertEquals(TxValidationCode.PHANTOM_READ_CONFLICT, PatientContract.commit(range));
  }

  @Test
  void summarisesALongRange() throws Exception {
    String prefix = fresh("l");
    contract().submit("putn", "120", prefix);
    Transaction unchanged = endorsed("rangeput", prefix, prefix + "~", fresh("m"), "x");
    assertEquals(TxValidationCode.VALID, PatientContract.commit(unchanged));
    Transaction changed = endorsed("rangeput", prefix, prefix + "~", fresh("m"), "x");
    contract().submit("put", prefix + "060", "new");
    assertEquals(TxValidationCode.PHANTOM_READ_CONFLICT, PatientContract.commit(changed));
  }

  @Test
  void readsAWholeBatchWhereChaincodeLooksAtOneResult() throws Exception {
    String prefix = fresh("n");
    contract().submit("putn", "50", prefix);
    Transaction first = endorsed("rangefirst", prefix, prefix + "~", fresh("o"), "x");
    contract().submit("put", prefix + "040", "new");
    assertEquals(TxValidationCode.PHANTOM_READ_CONFLICT, PatientContract.commit(first));
  }

  @Test
  void findsCompositeKeysByTheirFirstParts() throws Exception {
    String type = fresh("type");
    contract().submit("cput", type, "1", "x", "1");
    contract().submit("cput", type, "2", "x", "2");
    contract().submit("cput", type, "3", "y", "1");
    assertEquals(2, contract().evaluate("crange", type, "x").split(";", -1).length - 1);
  }

  @Test
  void givesTheBookmarkOfTheNextPage() throws Exception {
    String prefix = fresh("p");
    contract().submit("putn", "5", prefix);
    String page = contract().evaluate("page", prefix, prefix + "~");
    assertEquals(prefix + "003", page.substring(page.indexOf("bm=") + 3));
  }

  @Test
  void letsAKeysOwnPolicyBeatTheChaincodes() throws Exception {
    String key = fresh("q");
    contract().submit("sbe", key, "v", mspId(0), mspId(1));
    Transaction others =
        contract()
            .endorsed(
                "put",
                proposal -> proposal.setEndorsingOrganizations(mspId(1), mspId(2), mspId(3)),
                key,
                "w");
    assertEquals(TxValidationCode.ENDORSEMENT_POLICY_FAILURE, PatientContract.commit(others));
    contract().submit("put", key, "x");
    assertEquals("x", contract().evaluate("get", key));
  }

  @Test
  void refusesTooFewEndorsements() throws Exception {
    Transaction alone =
        contract()
            .endorsed(
                "put", proposal -> proposal.setEndorsingOrganizations(mspId(0)), fresh("r"), "v");
    CommitException failed = assertThrows(CommitException.class, alone::submit);
    assertEquals(TxValidationCode.ENDORSEMENT_POLICY_FAILURE, failed.getCode());
  }

  @Test
  void countsTheHistoryOfAKey() throws Exception {
    String key = fresh("s");
    contract().submit("put", key, "1");
    contract().submit("put", key, "2");
    contract().submit("del", key);
    assertEquals("3", contract().evaluate("history", key));
  }

  @Test
  void callsAnotherChaincode() throws Exception {
    String key = fresh("t");
    contract().submit("putcall", key, "1", NetworkUnderTest.OTHER, "", "put", key, "2");
    assertEquals("1", contract().evaluate("get", key));
    assertEquals(
        "2",
        new PatientContract(network().getContract(NetworkUnderTest.OTHER)).evaluate("get", key));
  }

  @Test
  void deliversEventsOfValidTransactionsInOrder() throws Exception {
    String name = fresh("event");
    SubmittedTransaction first = endorsed("event", fresh("u"), "1", name).submitAsync();
    long start = first.getStatus().getBlockNumber();
    contract().submit("event", fresh("u"), "2", name);
    try (CloseableIterator<ChaincodeEvent> events =
        network()
            .newChaincodeEventsRequest(NetworkUnderTest.CHAINCODE)
            .startBlock(start)
            .build()
            .getEvents()) {
      List<String> payloads = new ArrayList<>();
      while (payloads.size() < 2) {
        ChaincodeEvent event = events.next();
        if (event.getEventName().equals(name)) {
          payloads.add(new String(event.getPayload(), StandardCharsets.UTF_8));
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
    contract().submit("event", fresh("v"), "2", name);
    InMemoryCheckpointer checkpointer = new InMemoryCheckpointer();
    checkpointer.checkpointTransaction(block, first.getTransactionId());
    try (CloseableIterator<ChaincodeEvent> events =
        network()
            .newChaincodeEventsRequest(NetworkUnderTest.CHAINCODE)
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
    Proposal proposal =
        network()
            .getContract(NetworkUnderTest.CHAINCODE)
            .newProposal("put")
            .addArguments(fresh("x"), "v")
            .build();
    assertEquals(TxValidationCode.VALID, PatientContract.commit(proposal.endorse()));
    EndorseException again = assertThrows(EndorseException.class, proposal::endorse);
    assertTrue(
        again
            .getDetails()
            .get(0)
            .getMessage()
            .startsWith("duplicate transaction found [" + proposal.getTransactionId() + "]"));
  }

  @Test
  void deliversFilteredBlocksWithoutPayloads() throws Exception {
    String name = fresh("event");
    SubmittedTransaction submitted = contract().submitted("event", fresh("y"), "1", name);
    try (CloseableIterator<FilteredBlock> blocks =
        network()
            .newFilteredBlockEventsRequest()
            .startBlock(submitted.getStatus().getBlockNumber())
            .build()
            .getEvents()) {
      FilteredTransaction transaction =
          blocks.next().getFilteredTransactionsList().stream()
              .filter(each -> each.getTxid().equals(submitted.getTransactionId()))
              .findFirst()
              .orElseThrow();
      assertEquals(TxValidationCode.VALID, transaction.getTxValidationCode());
      var event = transaction.getTransactionActions().getChaincodeActions(0).getChaincodeEvent();
      assertEquals(name, event.getEventName());
      assertTrue(event.getPayload().isEmpty());
    }
  }

  @Test
  void saysInTheBlockWhatTheClientWasTold() throws Exception {
    String key = fresh("z");
    Transaction first = endorsed("rmw", key, "1");
    Transaction second = endorsed("rmw", key, "2");
    assertEquals(TxValidationCode.VALID, PatientContract.commit(first));
    SubmittedTransaction stale = second.submitAsync();
    assertEquals(TxValidationCode.MVCC_READ_CONFLICT, stale.getStatus().getCode());
    try (CloseableIterator<Block> blocks =
        network()
            .newBlockEventsRequest()
            .startBlock(stale.getStatus().getBlockNumber())
            .build()
            .getEvents()) {
      Block block = blocks.next();
      byte[] flags =
          block
              .getMetadata()
              .getMetadata(BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE)
              .toByteArray();
      int index = 0;
      while (!TransactionView.of(block.getData().getData(index))
          .transactionId()
          .equals(stale.getTransactionId())) {
        index++;
      }
      assertEquals(TxValidationCode.MVCC_READ_CONFLICT_VALUE, flags[index]);
    }
  }
}

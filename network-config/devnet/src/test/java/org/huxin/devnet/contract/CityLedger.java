// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.huxin.chaincode.HuxinChaincode;
import org.huxin.contract.sample.SampleCity;
import org.huxin.contract.sample.SampleGenesis;
import org.huxin.contract.sample.SampleKey;
import org.huxin.contract.statement.OperationNames;
import org.huxin.contract.table.HuxinContract;
import org.huxin.core.catalogue.DefineLicenceType;
import org.huxin.core.governance.GenesisConfiguration;
import org.huxin.core.id.LedgerId;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.jws.Jws;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.signed.StatementHead;
import org.huxin.core.statement.Statement;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.embedded.ChaincodeDeployment;
import org.huxin.embedded.EndorsementPolicy;
import org.huxin.embedded.suite.GatewayClient;
import org.hyperledger.fabric.client.Commit;
import org.hyperledger.fabric.client.CommitStatusException;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.Status;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.common.BlockchainInfo;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * The four cities with the contract as their chaincode, three of which must endorse, and a client
 * of each city's gateway. Statements are signed now, by keys that follow from names.
 */
final class CityLedger implements AutoCloseable {
  /** How long a city may need until it has a block that another one has. */
  private static final long PATIENCE_SECONDS = 30;

  private final CityNetwork network;
  private final String chaincode;
  private final GenesisConfiguration genesis;

  /**
   * Puts the contract into force, where nothing is founded yet.
   *
   * @param chaincode its name, under which the network runs nothing else
   * @param licenceTypes the national types of the ledger that is to be founded
   */
  CityLedger(CityNetwork network, String chaincode, DefineLicenceType... licenceTypes) {
    this.network = network;
    this.chaincode = chaincode;
    this.genesis =
        SampleGenesis.of(
            Arrays.stream(SampleCity.values()).map(SampleGenesis::founding).toList(), licenceTypes);
    network.deploy(deployment());
  }

  /** The contract as it was put into force. */
  ChaincodeDeployment deployment() {
    return ChaincodeDeployment.of(
            chaincode,
            () -> new HuxinChaincode(HuxinContract.create(), id(), InstantSource.system()))
        .withPolicy(
            EndorsementPolicy.outOf(
                3, Arrays.stream(SampleCity.values()).map(city -> city.msp().text()).toList()));
  }

  LedgerId id() {
    return genesis.ledgerId();
  }

  String genesis() {
    return CanonicalJson.text(GenesisConfiguration.CODEC.encode(genesis));
  }

  /** The contract's name on the network. */
  String chaincode() {
    return chaincode;
  }

  GatewayClient client(SampleCity city) {
    GatewayClient client = network.clients().get(city);
    if (client == null) {
      throw new IllegalStateException("no client of " + city);
    }
    return client;
  }

  /** Founds the ledger. */
  void found() throws Exception {
    commit(contract(SampleCity.ULANQAB).newProposal("Found").addArguments(genesis()).build());
  }

  Contract contract(SampleCity city) {
    return client(city).contract(chaincode);
  }

  /** Statements have whole seconds. */
  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }

  SignedStatement sign(SampleKey key, Optional<Integer> replaces, Statement statement) {
    return key.sign(new StatementHead(id(), now(), replaces), statement);
  }

  /** Submits and waits until every city has it; what it returns is the result. */
  String submit(SampleCity carrier, SignedStatement statement, Jws... more) throws Exception {
    return text(commit(proposal(carrier, statement, more)).getResult());
  }

  /** Submits and waits until every city has it; what it returns was committed. */
  SubmittedTransaction commit(SampleCity carrier, SignedStatement statement, Jws... more)
      throws Exception {
    return commit(proposal(carrier, statement, more));
  }

  private SubmittedTransaction commit(Proposal proposal) throws Exception {
    SubmittedTransaction submitted = proposal.endorse().submitAsync();
    assertEquals(TxValidationCode.VALID, codeEverywhere(submitted));
    return submitted;
  }

  /** What a transaction came to, once every city has committed it. */
  TxValidationCode codeEverywhere(SubmittedTransaction submitted) throws CommitStatusException {
    TxValidationCode code = submitted.getStatus().getCode();
    for (GatewayClient client : network.clients().values()) {
      // The question was signed when it was first asked, and may be put to any peer.
      Commit asked = client.gateway().newCommit(submitted.getBytes());
      Status status =
          asked.getStatus(options -> options.withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS));
      assertEquals(code, status.getCode());
    }
    return code;
  }

  /**
   * Of two transactions that cannot both be valid exactly one is.
   *
   * @return whether it is the first
   */
  boolean requireOneValid(SubmittedTransaction one, SubmittedTransaction other)
      throws CommitStatusException {
    List<TxValidationCode> codes = List.of(codeEverywhere(one), codeEverywhere(other));
    boolean first = codes.get(0) == TxValidationCode.VALID;
    List<TxValidationCode> expected =
        List.of(TxValidationCode.VALID, TxValidationCode.MVCC_READ_CONFLICT);
    // Which of the two is ordered first is the orderers' affair.
    assertEquals(expected, first ? codes : List.of(codes.get(1), codes.get(0)));
    return first;
  }

  /** How many blocks a city has. */
  long height(SampleCity city) throws Exception {
    return BlockchainInfo.parseFrom(
            client(city).contract("qscc").evaluateTransaction("GetChainInfo", network.channelId()))
        .getHeight();
  }

  /** The block in which a transaction was committed, as a city's peer keeps it. */
  Bytes block(SampleCity city, String transaction) throws GatewayException {
    return Bytes.of(
        client(city)
            .contract("qscc")
            .evaluateTransaction("GetBlockByTxID", network.channelId(), transaction));
  }

  /** Has a statement endorsed, and no more. */
  Transaction endorse(SampleCity carrier, SignedStatement statement, Jws... more)
      throws GatewayException {
    return proposal(carrier, statement, more).endorse();
  }

  private Proposal proposal(SampleCity carrier, SignedStatement statement, Jws... more) {
    return contract(carrier)
        .newProposal(name(statement))
        .addArguments(arguments(statement, more))
        .build();
  }

  /** Submits what must be refused. */
  LedgerRefusedException refuse(SampleCity carrier, SignedStatement statement, Jws... more) {
    return refusal(
        assertThrows(
            GatewayException.class,
            () -> {
              Transaction unused = endorse(carrier, statement, more);
            }));
  }

  String evaluate(SampleCity city, String query, String... arguments) throws GatewayException {
    return text(contract(city).evaluateTransaction(query, arguments));
  }

  /** What a client reads out of a failed call. */
  static LedgerRefusedException refusal(GatewayException failure) {
    String message = failure.getDetails().get(0).getMessage();
    String prefix = "chaincode response 500, ";
    if (!message.startsWith(prefix)) {
      throw new AssertionError(message, failure);
    }
    return LedgerRefusedException.parse(message.substring(prefix.length()))
        .orElseThrow(() -> new AssertionError(message, failure));
  }

  private static String name(SignedStatement statement) {
    return OperationNames.of(statement.statement().operation());
  }

  private static String[] arguments(SignedStatement statement, Jws... more) {
    List<String> arguments = new ArrayList<>(List.of(statement.jws().text()));
    Arrays.stream(more).map(Jws::text).forEach(arguments::add);
    return arguments.toArray(String[]::new);
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    network.close();
  }
}

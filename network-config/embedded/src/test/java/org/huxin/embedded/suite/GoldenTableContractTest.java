// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.suite;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.huxin.embedded.suite.NetworkUnderTest.CHAINCODE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.embedded.pki.Credential;
import org.huxin.embedded.pki.OrganisationKeys;
import org.huxin.embedded.pki.OrganisationKeysGenerator;
import org.huxin.embedded.pki.Role;
import org.huxin.embedded.pki.Validity;
import org.hyperledger.fabric.client.BlockEventsRequest;
import org.hyperledger.fabric.client.ChaincodeEvent;
import org.hyperledger.fabric.client.ChaincodeEventsRequest;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.CommitException;
import org.hyperledger.fabric.client.CommitStatusException;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.GatewayRuntimeException;
import org.hyperledger.fabric.client.InMemoryCheckpointer;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.SubmitException;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.hyperledger.fabric.protos.orderer.SeekInfo;
import org.hyperledger.fabric.protos.orderer.SeekPosition;
import org.hyperledger.fabric.protos.orderer.SeekSpecified;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * How Fabric's gateway fails, row by row, as an unmodified client sees it. Subclasses name the
 * network.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class GoldenTableContractTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String QUORUM =
      "insufficient number of orderers could successfully process transaction to satisfy quorum requirement";
  private static final String NOT_ENDORSED =
      "failed to endorse transaction, see attached details for more info";
  private static final String NO_READER =
      "Failed evaluating policy on signed data during check policy on channel [%s] with policy [/Channel/Application/Readers]: [implicit policy evaluation failed - 0 sub-policies were satisfied, but this policy requires 1 of the 'Readers' sub-policies to be satisfied]";

  /** A majority of four is three: the first, and two whose answers are held against it. */
  private static final int LATER_ENDORSERS = 2;

  /** How long a stream that stays silent is listened to. */
  private static final int PATIENCE_SECONDS = 3;

  private @Nullable NetworkUnderTest network;
  private @Nullable GatewayClient connected;
  private @Nullable GatewayClient stranger;

  /** The network; it runs until all tests are done. */
  protected abstract NetworkUnderTest underTest();

  @BeforeAll
  void connect() {
    NetworkUnderTest running = underTest();
    network = running;
    OrganisationKeys keys = running.first().keys();
    connected = client(keys.client());
    // The same names, issued by an authority that nobody knows.
    stranger =
        client(
            OrganisationKeysGenerator.generate(
                    keys.mspId(), keys.domain(), 1, Instant.now(), RANDOM)
                .client());
  }

  @AfterAll
  void disconnect() {
    if (connected != null && stranger != null) {
      connected.close();
      stranger.close();
    }
  }

  private NetworkUnderTest network() {
    return Objects.requireNonNull(network);
  }

  private GatewayClient client() {
    return Objects.requireNonNull(connected);
  }

  private GatewayClient foreigner() {
    return Objects.requireNonNull(stranger);
  }

  private GatewayClient client(Credential credential) {
    NetworkMember first = network().first();
    return new GatewayClient(network().channelId(), first, first.mspId(), credential);
  }

  private String channelId() {
    return network().channelId();
  }

  private Contract contract() {
    return client().contract(CHAINCODE);
  }

  private PatientContract patient() {
    return new PatientContract(contract());
  }

  private Proposal proposal(GatewayClient from, String function, String... arguments) {
    return from.contract(CHAINCODE).newProposal(function).addArguments(arguments).build();
  }

  private static String fresh() {
    return "golden" + UUID.randomUUID();
  }

  private static void assertFails(
      GatewayException failure, Status.Code code, String message, String... details) {
    assertEquals(code, failure.getStatus().getCode());
    assertEquals(message, failure.getStatus().getDescription());
    assertEquals(
        List.of(details),
        failure.getDetails().stream().map(ErrorDetail::getMessage).collect(Collectors.toList()));
  }

  @Test
  void chaincodeErrorOnEndorse() {
    EndorseException failure =
        assertThrows(EndorseException.class, () -> contract().submitTransaction("fail"));
    assertFails(
        failure,
        Status.Code.ABORTED,
        NOT_ENDORSED,
        "chaincode response 500, LIC-0409|{\"m\":\"refused on purpose\"}");
    assertEquals(network().mspId(0), failure.getDetails().get(0).getMspId());
  }

  @Test
  void chaincodeErrorOnEvaluate() {
    String said = "chaincode response 500, LIC-0409|{\"m\":\"refused on purpose\"}";
    assertFails(
        assertThrows(GatewayException.class, () -> contract().evaluateTransaction("fail")),
        Status.Code.UNKNOWN,
        "evaluate call to endorser returned error: " + said,
        said);
  }

  @Test
  void differentResults() {
    EndorseException failure =
        assertThrows(EndorseException.class, () -> contract().submitTransaction("random", fresh()));
    assertEquals(Status.Code.ABORTED, failure.getStatus().getCode());
    assertEquals(
        "failed to collect enough transaction endorsements, see attached details for more info",
        failure.getStatus().getDescription());
    assertTrue(
        failure.getDetails().stream()
            .allMatch(
                detail -> detail.getMessage().equals("ProposalResponsePayloads do not match")));
    assertEquals(LATER_ENDORSERS, failure.getDetails().size());
  }

  @Test
  void unknownChaincode() {
    Contract unknown = client().contract("nosuchcc");
    assertFails(
        assertThrows(GatewayException.class, () -> unknown.evaluateTransaction("get", "a")),
        Status.Code.FAILED_PRECONDITION,
        "no peers available to evaluate chaincode nosuchcc in channel " + channelId());
    assertFails(
        assertThrows(EndorseException.class, () -> unknown.submitTransaction("put", "a", "1")),
        Status.Code.FAILED_PRECONDITION,
        "no combination of peers can be derived which satisfy the endorsement policy: No metadata was found for chaincode nosuchcc in channel "
            + channelId());
  }

  @Test
  void unknownChannel() {
    Contract unknown = client().gateway().getNetwork("nosuchchannel").getContract(CHAINCODE);
    assertFails(
        assertThrows(GatewayException.class, () -> unknown.evaluateTransaction("get", "a")),
        Status.Code.UNAVAILABLE,
        "failed to get config for channel [nosuchchannel]: could not get last config for channel nosuchchannel");
    assertEquals(
        Status.Code.FAILED_PRECONDITION,
        assertThrows(EndorseException.class, () -> unknown.submitTransaction("put", "a", "1"))
            .getStatus()
            .getCode());
  }

  @Test
  void unknownEndorsingOrganisation() {
    assertFails(
        assertThrows(
            EndorseException.class,
            () ->
                contract()
                    .newProposal("put")
                    .addArguments("a", "1")
                    .setEndorsingOrganizations("NowhereMSP")
                    .build()
                    .endorse()),
        Status.Code.UNAVAILABLE,
        "failed to find any endorsing peers for org(s): NowhereMSP");
  }

  @Test
  void foreignCertificate() {
    String said =
        "error validating proposal: access denied: channel [%s] creator org unknown, creator is malformed"
            .formatted(channelId());
    assertFails(
        assertThrows(
            GatewayException.class,
            () -> foreigner().contract(CHAINCODE).evaluateTransaction("noop")),
        Status.Code.FAILED_PRECONDITION,
        "evaluate call to endorser returned error: " + said,
        said);
    assertFails(
        assertThrows(
            EndorseException.class,
            () -> foreigner().contract(CHAINCODE).submitTransaction("put", "a", "1")),
        Status.Code.ABORTED,
        NOT_ENDORSED,
        said);
  }

  @Test
  void signatureOfAnotherKey() {
    Credential own = network().first().keys().client();
    Credential other = network().members().get(1).keys().client();
    try (GatewayClient liar = client(new Credential(own.certificate(), other.keyPair()))) {
      String said =
          "error validating proposal: access denied: channel [%s] creator org [%s]"
              .formatted(channelId(), network().mspId(0));
      assertFails(
          assertThrows(
              GatewayException.class, () -> liar.contract(CHAINCODE).evaluateTransaction("noop")),
          Status.Code.FAILED_PRECONDITION,
          "evaluate call to endorser returned error: " + said,
          said);
      assertFails(
          assertThrows(
              EndorseException.class, () -> liar.contract(CHAINCODE).submitTransaction("noop")),
          Status.Code.ABORTED,
          NOT_ENDORSED,
          said);
    }
  }

  @Test
  void expiredCertificate() {
    Credential expired =
        network()
            .first()
            .keys()
            .intermediate()
            .identity(
                Role.CLIENT,
                "old",
                Validity.days(Instant.now().minus(3, ChronoUnit.DAYS), 1),
                RANDOM);
    try (GatewayClient late = client(expired)) {
      assertFails(
          assertThrows(
              EndorseException.class,
              () -> late.contract(CHAINCODE).submitTransaction("put", "a", "1")),
          Status.Code.ABORTED,
          NOT_ENDORSED,
          "proposal client identity expired");
    }
  }

  @Test
  void envelopeThatTheClientDidNotSign() throws Exception {
    Transaction transaction = patient().endorsed("put", fresh(), "1");
    Credential other = network().members().get(1).keys().client();
    Transaction signed =
        client()
            .gateway()
            .newSignedTransaction(transaction.getBytes(), signature(transaction, other));
    SubmitException failure = assertThrows(SubmitException.class, signed::submitAsync);
    String said =
        "received unsuccessful response from orderer: status=FORBIDDEN, info=implicit policy evaluation failed - 0 sub-policies were satisfied, but this policy requires 1 of the 'Writers' sub-policies to be satisfied: permission denied";
    assertFails(failure, Status.Code.UNAVAILABLE, QUORUM, said, said);
  }

  private static byte[] signature(Transaction transaction, Credential signer)
      throws InvalidProtocolBufferException {
    PreparedTransaction prepared = PreparedTransaction.parseFrom(transaction.getBytes());
    return signature(prepared.getEnvelope().getPayload(), signer);
  }

  private static byte[] signature(ByteString message, Credential signer) {
    return signer.keyPair().sign(Bytes.of(message.asReadOnlyByteBuffer())).toByteArray();
  }

  @Test
  void committedEnvelopeAgain() throws Exception {
    Transaction transaction = patient().endorsed("put", fresh(), "1");
    assertEquals(TxValidationCode.VALID, PatientContract.commit(transaction));
    String said =
        "received unsuccessful response from orderer: status=SERVICE_UNAVAILABLE, info=failed to submit request: request already processed";
    assertFails(
        assertThrows(SubmitException.class, transaction::submitAsync),
        Status.Code.UNAVAILABLE,
        QUORUM,
        said,
        said);
  }

  @Test
  void committedProposalAgain() throws Exception {
    Proposal proposal = proposal(client(), "put", fresh(), "1");
    assertEquals(TxValidationCode.VALID, PatientContract.commit(proposal.endorse()));
    EndorseException failure = assertThrows(EndorseException.class, proposal::endorse);
    assertEquals(Status.Code.ABORTED, failure.getStatus().getCode());
    assertEquals(NOT_ENDORSED, failure.getStatus().getDescription());
    String said = failure.getDetails().get(0).getMessage();
    assertTrue(
        said.startsWith("duplicate transaction found [" + proposal.getTransactionId() + "]"), said);
  }

  @Test
  void tooFewEndorsements() throws Exception {
    Transaction alone =
        patient()
            .endorsed(
                "put",
                builder -> builder.setEndorsingOrganizations(network().mspId(0)),
                fresh(),
                "1");
    CommitException failure = assertThrows(CommitException.class, alone::submit);
    assertEquals(TxValidationCode.ENDORSEMENT_POLICY_FAILURE, failure.getCode());
  }

  @Test
  void staleRead() throws Exception {
    String key = fresh();
    Transaction first = patient().endorsed("rmw", key, "1");
    Transaction second = patient().endorsed("rmw", key, "2");
    first.submit();
    CommitException failure = assertThrows(CommitException.class, second::submit);
    assertEquals(TxValidationCode.MVCC_READ_CONFLICT, failure.getCode());
    assertEquals(second.getTransactionId(), failure.getTransactionId());
  }

  @Test
  void commitStatusForNoReader() throws Exception {
    Transaction transaction = patient().endorsed("put", fresh(), "1");
    SubmittedTransaction submitted =
        foreigner()
            .gateway()
            .newSignedTransaction(
                transaction.getBytes(), signature(transaction, network().first().keys().client()))
            .submitAsync();
    CommitStatusException failure = assertThrows(CommitStatusException.class, submitted::getStatus);
    assertFails(failure, Status.Code.PERMISSION_DENIED, NO_READER.formatted(channelId()));
  }

  @Test
  void eventsForNoReader() {
    GatewayRuntimeException failure =
        assertThrows(
            GatewayRuntimeException.class,
            () -> {
              try (CloseableIterator<?> events =
                  foreigner().network().getChaincodeEvents(CHAINCODE)) {
                events.next();
              }
            });
    assertEquals(Status.Code.PERMISSION_DENIED, failure.getStatus().getCode());
    assertEquals(NO_READER.formatted(channelId()), failure.getStatus().getDescription());
  }

  @Test
  void blocksForNoReader() {
    try (CloseableIterator<Block> blocks = foreigner().network().getBlockEvents()) {
      NoSuchElementException failure = assertThrows(NoSuchElementException.class, blocks::next);
      assertEquals("Unexpected status response: FORBIDDEN", failure.getMessage());
    }
  }

  @Test
  void blocksOfAChannelThatIsNot() {
    try (CloseableIterator<Block> blocks =
        client().gateway().getNetwork("nosuchchannel").getBlockEvents()) {
      NoSuchElementException failure = assertThrows(NoSuchElementException.class, blocks::next);
      assertEquals("Unexpected status response: NOT_FOUND", failure.getMessage());
    }
  }

  @Test
  void blocksFromTheEndToTheBeginning() throws Exception {
    Envelope asked =
        Envelope.parseFrom(
            client().network().newBlockEventsRequest().startBlock(2).build().getBytes());
    Payload payload = Payload.parseFrom(asked.getPayload());
    SeekInfo seek =
        SeekInfo.parseFrom(payload.getData()).toBuilder()
            .setStop(
                SeekPosition.newBuilder().setSpecified(SeekSpecified.newBuilder().setNumber(1)))
            .build();
    ByteString changed = payload.toBuilder().setData(seek.toByteString()).build().toByteString();
    byte[] signature = signature(changed, network().first().keys().client());
    BlockEventsRequest request =
        client()
            .gateway()
            .newSignedBlockEventsRequest(
                asked.toBuilder().setPayload(changed).build().toByteArray(), signature);
    try (CloseableIterator<Block> blocks = request.getEvents()) {
      NoSuchElementException failure = assertThrows(NoSuchElementException.class, blocks::next);
      assertEquals("Unexpected status response: BAD_REQUEST", failure.getMessage());
    }
  }

  @Test
  void eventsAfterATransactionWithoutEvent() throws Exception {
    String name = fresh();
    SubmittedTransaction silent = patient().submitted("put", fresh(), "1");
    patient().submit("event", fresh(), "1", name);
    InMemoryCheckpointer checkpointer = new InMemoryCheckpointer();
    checkpointer.checkpointTransaction(
        silent.getStatus().getBlockNumber(), silent.getTransactionId());
    ChaincodeEventsRequest request =
        client().network().newChaincodeEventsRequest(CHAINCODE).checkpoint(checkpointer).build();
    try (CloseableIterator<ChaincodeEvent> events =
        request.getEvents(options -> options.withDeadlineAfter(PATIENCE_SECONDS, SECONDS))) {
      if (network()
          .differences()
          .contains(ExpectedDifference.EVENTS_GO_ON_AFTER_A_TRANSACTION_WITHOUT_EVENT)) {
        assertEquals(name, events.next().getEventName());
      } else {
        GatewayRuntimeException nothing = assertThrows(GatewayRuntimeException.class, events::next);
        assertEquals(Status.Code.DEADLINE_EXCEEDED, nothing.getStatus().getCode());
      }
    }
  }

  @Test
  void deadlineDuringEndorsement() {
    EndorseException failure =
        assertThrows(
            EndorseException.class,
            () ->
                proposal(client(), "slow", "2000")
                    .endorse(options -> options.withDeadlineAfter(200, MILLISECONDS)));
    assertEquals(Status.Code.DEADLINE_EXCEEDED, failure.getStatus().getCode());
  }

  @Test
  void unknownFunction() {
    assertFails(
        assertThrows(EndorseException.class, () -> contract().submitTransaction("nosuchfunction")),
        Status.Code.ABORTED,
        NOT_ENDORSED,
        "chaincode response 500, LIC-0405|{\"m\":\"unknown function nosuchfunction\"}");
  }

  @Test
  void tooFewArguments() {
    String said = "chaincode response 500, LIC-0400|{\"m\":\"bad arguments for put\"}";
    assertFails(
        assertThrows(GatewayException.class, () -> contract().evaluateTransaction("put")),
        Status.Code.UNKNOWN,
        "evaluate call to endorser returned error: " + said,
        said);
  }

  @Test
  void statusOfARefusal() {
    assertFails(
        assertThrows(EndorseException.class, () -> contract().submitTransaction("status", "400")),
        Status.Code.ABORTED,
        NOT_ENDORSED,
        "chaincode response 400, status 400");
  }

  @Test
  void responseThatIsTooLarge() {
    GatewayException failure =
        assertThrows(
            GatewayException.class, () -> contract().evaluateTransaction("big", "5000000"));
    assertEquals(Status.Code.RESOURCE_EXHAUSTED, failure.getStatus().getCode());
  }

  @Test
  void exceptionInChaincode() {
    GatewayException failure =
        assertThrows(GatewayException.class, () -> contract().evaluateTransaction("status", "x"));
    assertEquals(Status.Code.ABORTED, failure.getStatus().getCode());
    assertTrue(
        failure
            .getDetails()
            .get(0)
            .getMessage()
            .startsWith(
                "error in simulation: transaction returned with failure: java.lang.NumberFormatException"));
  }

  @Test
  void tooManyArgumentsAreIgnored() throws Exception {
    String key = fresh();
    patient().submit("put", key, "1", "2", "3");
    assertEquals("1", patient().evaluate("get", key));
  }
}

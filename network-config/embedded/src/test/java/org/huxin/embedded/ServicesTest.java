// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.embedded.junit.EmbeddedNetworkExtension;
import org.huxin.embedded.suite.GatewayClient;
import org.huxin.embedded.suite.RecordedChaincode;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Status;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.hyperledger.fabric.protos.gateway.ProposedTransaction;
import org.hyperledger.fabric.protos.orderer.AtomicBroadcastGrpc;
import org.hyperledger.fabric.protos.orderer.BroadcastResponse;
import org.hyperledger.fabric.protos.orderer.DeliverResponse;
import org.hyperledger.fabric.protos.peer.EndorserGrpc;
import org.hyperledger.fabric.protos.peer.ProposalResponse;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryChaincodeDefinitionArgs;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryChaincodeDefinitionResult;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryChaincodeDefinitionsArgs;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryChaincodeDefinitionsResult;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The services beside the gateway, as the peer CLI and older SDKs call them. */
class ServicesTest {
  private static final int PATIENCE_SECONDS = 20;

  @RegisterExtension
  static final EmbeddedNetworkExtension NETWORK =
      EmbeddedNetworkExtension.of(n -> n.chaincode("licence", RecordedChaincode::new));

  private static GatewayClient client;
  private static ManagedChannel channel;

  @BeforeAll
  static void connect() {
    client = new GatewayClient(NETWORK.network(), "Org1MSP");
    channel =
        Grpc.newChannelBuilder(
                NETWORK.network().organisation("Org1MSP").endpoint(),
                InsecureChannelCredentials.create())
            .build();
  }

  @AfterAll
  static void disconnect() {
    client.close();
    channel.shutdownNow();
  }

  /** What {@code newSignedProposal} holds: the bytes with the client's signature. */
  private static SignedProposal signed(Proposal proposal) throws Exception {
    return ProposedTransaction.parseFrom(proposal.getBytes()).getProposal().toBuilder()
        .setSignature(signature(proposal))
        .build();
  }

  private static ByteString signature(Proposal proposal) throws Exception {
    ByteString bytes =
        ProposedTransaction.parseFrom(proposal.getBytes()).getProposal().getProposalBytes();
    return sign(bytes);
  }

  private static ByteString sign(ByteString message) {
    return ByteString.copyFrom(
        NETWORK
            .network()
            .organisation("Org1MSP")
            .client()
            .keyPair()
            .sign(Bytes.of(message.asReadOnlyByteBuffer()))
            .asByteBuffer());
  }

  @Test
  void aPeerEndorsesOnItsOwn() throws Exception {
    Proposal proposal =
        client.contract("licence").newProposal("put").addArguments("own", "1").build();
    ProposalResponse response =
        EndorserGrpc.newBlockingStub(channel).processProposal(signed(proposal));
    assertEquals(200, response.getResponse().getStatus());
    assertFalse(response.getEndorsement().getSignature().isEmpty());
  }

  @Test
  void aPeerRefusesWhatNobodySigned() throws Exception {
    Proposal proposal =
        client.contract("licence").newProposal("put").addArguments("own", "1").build();
    SignedProposal unsigned =
        signed(proposal).toBuilder().setSignature(ByteString.copyFromUtf8("x")).build();
    StatusRuntimeException failure =
        assertThrows(
            StatusRuntimeException.class,
            () -> EndorserGrpc.newBlockingStub(channel).processProposal(unsigned));
    assertEquals(
        "error validating proposal: access denied: channel [licence] creator org [Org1MSP]",
        failure.getStatus().getDescription());
  }

  @Test
  void anOrdererTakesAnEnvelope() throws Exception {
    Transaction transaction =
        client.contract("licence").newProposal("put").addArguments("direct", "1").build().endorse();
    Envelope envelope = PreparedTransaction.parseFrom(transaction.getBytes()).getEnvelope();
    Answers<BroadcastResponse> answers = new Answers<>();
    StreamObserver<Envelope> orderer = AtomicBroadcastGrpc.newStub(channel).broadcast(answers);
    orderer.onNext(envelope.toBuilder().setSignature(sign(envelope.getPayload())).build());
    assertEquals(Status.SUCCESS, answers.next().getStatus());
    orderer.onNext(envelope.toBuilder().setSignature(ByteString.copyFromUtf8("x")).build());
    assertEquals(Status.FORBIDDEN, answers.next().getStatus());
    orderer.onCompleted();
  }

  @Test
  void anOrdererDeliversBlocks() throws Exception {
    Envelope unsigned =
        Envelope.parseFrom(
            client.network().newBlockEventsRequest().startBlock(0).build().getBytes());
    Answers<DeliverResponse> answers = new Answers<>();
    StreamObserver<Envelope> orderer = AtomicBroadcastGrpc.newStub(channel).deliver(answers);
    orderer.onNext(unsigned.toBuilder().setSignature(sign(unsigned.getPayload())).build());
    assertEquals(0, answers.next().getBlock().getHeader().getNumber());
    assertEquals(1, answers.next().getBlock().getHeader().getNumber());
    orderer.onCompleted();
  }

  @Test
  void tellsWhichChaincodesAreDefined() throws Exception {
    QueryChaincodeDefinitionsResult all =
        QueryChaincodeDefinitionsResult.parseFrom(
            query(
                "QueryChaincodeDefinitions",
                QueryChaincodeDefinitionsArgs.getDefaultInstance().toByteArray()));
    assertEquals("licence", all.getChaincodeDefinitions(0).getName());
    assertEquals(1, all.getChaincodeDefinitions(0).getSequence());
    QueryChaincodeDefinitionResult one =
        QueryChaincodeDefinitionResult.parseFrom(
            query("QueryChaincodeDefinition", named("licence")));
    assertEquals("1.0", one.getVersion());
    assertTrue(one.getApprovalsOrThrow("Org1MSP"));
  }

  @Test
  void tellsThatAChaincodeIsNotDefined() {
    GatewayException failure =
        assertThrows(
            GatewayException.class, () -> query("QueryChaincodeDefinition", named("nosuchcc")));
    assertEquals(
        "chaincode response 500, failed to invoke backing implementation of 'QueryChaincodeDefinition': namespace nosuchcc is not defined",
        failure.getDetails().get(0).getMessage());
  }

  private static byte[] named(String chaincode) {
    return QueryChaincodeDefinitionArgs.newBuilder().setName(chaincode).build().toByteArray();
  }

  private static byte[] query(String function, byte[] argument) throws GatewayException {
    return client
        .network()
        .getContract("_lifecycle")
        .newProposal(function)
        .addArguments(argument)
        .build()
        .evaluate();
  }

  private static final class Answers<T> implements StreamObserver<T> {
    private final BlockingQueue<T> received = new LinkedBlockingQueue<>();

    T next() throws InterruptedException {
      return Objects.requireNonNull(received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "no answer");
    }

    @Override
    public void onNext(T message) {
      received.add(message);
    }

    @Override
    public void onError(Throwable failure) {
      // Then nothing more is received, and the test says so.
    }

    @Override
    public void onCompleted() {
      // The stream is the test's to end.
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.gateway;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huxin.core.id.StatementId;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.gateway.CommitStatusResponse;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * A ledger of statements behind any number of gateways, which does what a test tells it: loses
 * answers, keeps envelopes back, finds conflicts. Thread-safe.
 */
final class FakeLedger {
  /** What happens to the next envelope. */
  enum Delivery {
    /** It is ordered, and the client hears of it. */
    TAKEN,
    /** It is ordered, and the client hears UNAVAILABLE. */
    ANSWER_LOST,
    /** It is not ordered, and the client hears UNAVAILABLE. */
    LOST,
    /** It is not ordered, and the client hears nothing. */
    SILENT,
    /** The gateway itself refuses it. */
    REFUSED_BY_GATEWAY
  }

  private final Deque<Delivery> deliveries = new ArrayDeque<>();
  private final Deque<TxValidationCode> codes = new ArrayDeque<>();
  private final Map<String, LedgerRefusedException> refusals = new HashMap<>();
  private final Map<String, CommitStatusResponse> committed = new HashMap<>();
  private final Map<String, List<StreamObserver<CommitStatusResponse>>> waiting = new HashMap<>();
  private final List<Envelope> envelopes = new ArrayList<>();
  private final List<String> endorsed = new ArrayList<>();
  private final List<String> statements = new ArrayList<>();
  private int disagreements;

  synchronized void deliver(Delivery... next) {
    deliveries.addAll(List.of(next));
  }

  synchronized void judge(TxValidationCode... next) {
    codes.addAll(List.of(next));
  }

  synchronized void refuse(String statement, LedgerRefusedException refusal) {
    refusals.put(statement, refusal);
  }

  /** The next endorsements fail, since endorsers answer differently. */
  synchronized void disagree(int times) {
    disagreements = times;
  }

  /** Every envelope that reached a gateway, the first one first. */
  synchronized List<Envelope> envelopes() {
    return List.copyOf(envelopes);
  }

  /** Each transaction that was endorsed. */
  synchronized List<String> endorsed() {
    return List.copyOf(endorsed);
  }

  /** The statements of valid transactions. */
  synchronized List<String> statements() {
    return List.copyOf(statements);
  }

  static StatementId id(String statement) {
    return new StatementId(DigestAlgorithm.SHA_256.digest(Bytes.utf8(statement)));
  }

  synchronized String evaluate(SignedProposal proposal) {
    List<String> arguments = arguments(proposal);
    LedgerRefusedException refusal = refusals.get(arguments.get(1));
    if (refusal != null) {
      throw failed(Status.Code.UNKNOWN, "chaincode response 500, " + refusal.message());
    }
    return "{\"asked\":\"" + arguments.get(1) + "\"}";
  }

  synchronized Envelope endorse(String transactionId, SignedProposal proposal) {
    String statement = arguments(proposal).get(1);
    LedgerRefusedException refusal = refusals.get(statement);
    if (refusal != null) {
      throw failed(Status.Code.ABORTED, "chaincode response 500, " + refusal.message());
    }
    if (disagreements > 0) {
      disagreements--;
      throw failed(Status.Code.ABORTED, "ProposalResponsePayloads do not match");
    }
    endorsed.add(transactionId);
    String result =
        "{\"keys\":[\"sample/" + statement + "\"],\"statement\":\"" + id(statement) + "\"}";
    return Envelope.newBuilder()
        .setPayload(payload(transactionId, ByteString.copyFromUtf8(result)).toByteString())
        .build();
  }

  synchronized void submit(String transactionId, Envelope envelope) {
    envelopes.add(envelope);
    Delivery delivery = deliveries.isEmpty() ? Delivery.TAKEN : deliveries.remove();
    if (delivery == Delivery.TAKEN || delivery == Delivery.ANSWER_LOST) {
      if (committed.containsKey(transactionId)) {
        throw failed(Status.Code.UNAVAILABLE, "request already processed");
      }
      commit(transactionId);
    }
    switch (delivery) {
      case TAKEN -> {}
      case REFUSED_BY_GATEWAY -> throw failed(Status.Code.FAILED_PRECONDITION, "no configuration");
      default -> throw failed(Status.Code.UNAVAILABLE, "insufficient number of orderers");
    }
  }

  synchronized boolean isSilent() {
    if (deliveries.peek() == Delivery.SILENT) {
      deliveries.remove();
      return true;
    }
    return false;
  }

  private void commit(String transactionId) {
    TxValidationCode code = codes.isEmpty() ? TxValidationCode.VALID : codes.remove();
    CommitStatusResponse status =
        CommitStatusResponse.newBuilder()
            .setResult(code)
            .setBlockNumber(committed.size() + 1L)
            .build();
    committed.put(transactionId, status);
    if (code == TxValidationCode.VALID) {
      statements.add(transactionId);
    }
    waiting.getOrDefault(transactionId, List.of()).forEach(each -> answer(each, status));
  }

  synchronized void status(String transactionId, StreamObserver<CommitStatusResponse> client) {
    CommitStatusResponse status = committed.get(transactionId);
    if (status != null) {
      answer(client, status);
    } else {
      waiting.computeIfAbsent(transactionId, id -> new ArrayList<>()).add(client);
    }
  }

  private static void answer(
      StreamObserver<CommitStatusResponse> client, CommitStatusResponse status) {
    client.onNext(status);
    client.onCompleted();
  }

  static StatusRuntimeException failed(Status.Code code, String detail) {
    return StatusProto.toStatusRuntimeException(
        com.google.rpc.Status.newBuilder()
            .setCode(code.value())
            .setMessage("failed, see attached details")
            .addDetails(
                com.google.protobuf.Any.pack(
                    ErrorDetail.newBuilder().setMspId("OrdosMSP").setMessage(detail).build()))
            .build());
  }

  private static List<String> arguments(SignedProposal signed) {
    try {
      Proposal proposal = Proposal.parseFrom(signed.getProposalBytes());
      ChaincodeProposalPayload payload = ChaincodeProposalPayload.parseFrom(proposal.getPayload());
      return ChaincodeInvocationSpec.parseFrom(payload.getInput())
          .getChaincodeSpec()
          .getInput()
          .getArgsList()
          .stream()
          .map(ByteString::toStringUtf8)
          .toList();
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }

  private static Payload payload(String transactionId, ByteString result) {
    ChaincodeAction action =
        ChaincodeAction.newBuilder()
            .setResponse(Response.newBuilder().setStatus(200).setPayload(result))
            .build();
    ChaincodeActionPayload actions =
        ChaincodeActionPayload.newBuilder()
            .setAction(
                ChaincodeEndorsedAction.newBuilder()
                    .setProposalResponsePayload(
                        ProposalResponsePayload.newBuilder()
                            .setExtension(action.toByteString())
                            .build()
                            .toByteString()))
            .build();
    return Payload.newBuilder()
        .setHeader(
            Header.newBuilder()
                .setChannelHeader(
                    ChannelHeader.newBuilder()
                        .setChannelId("licence")
                        .setTxId(transactionId)
                        .build()
                        .toByteString()))
        .setData(
            Transaction.newBuilder()
                .addActions(TransactionAction.newBuilder().setPayload(actions.toByteString()))
                .build()
                .toByteString())
        .build();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.chaincode.process;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import io.grpc.ManagedChannel;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.ledger.queryresult.KV;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.ChaincodeGrpc;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.GetState;
import org.hyperledger.fabric.protos.peer.GetStateByRange;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.PutState;
import org.hyperledger.fabric.protos.peer.QueryMetadata;
import org.hyperledger.fabric.protos.peer.QueryResponse;
import org.hyperledger.fabric.protos.peer.QueryResponseMetadata;
import org.hyperledger.fabric.protos.peer.QueryResultBytes;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/**
 * A peer as a chaincode sees it: connects, has it register, sends transactions and answers from a
 * state in memory. Safe for all threads.
 */
final class FakePeer implements AutoCloseable {
  private static final int SECONDS = 30;

  private final ManagedChannel channel;
  private final NavigableMap<String, ByteString> state = new TreeMap<>();
  private final Map<String, CompletableFuture<ChaincodeMessage>> calls = new ConcurrentHashMap<>();
  private final BlockingQueue<ChaincodeMessage> registrations = new LinkedBlockingQueue<>();
  private final StreamObserver<ChaincodeMessage> stream;
  private final CompletableFuture<Throwable> end = new CompletableFuture<>();
  private final BlockingQueue<ChaincodeMessage> held = new LinkedBlockingQueue<>();
  private volatile boolean holding;

  private FakePeer(ManagedChannel channel) {
    this.channel = channel;
    this.stream =
        ChaincodeGrpc.newStub(channel)
            .connect(
                new StreamObserver<>() {
                  @Override
                  public void onNext(ChaincodeMessage message) {
                    receive(message);
                  }

                  @Override
                  public void onError(Throwable failure) {
                    fail(failure);
                  }

                  @Override
                  public void onCompleted() {
                    fail(new IllegalStateException("the chaincode closed the stream"));
                  }
                });
  }

  /** Connects and waits until the chaincode has registered. */
  static FakePeer connect(ManagedChannel channel) throws InterruptedException {
    FakePeer peer = hesitant(channel);
    peer.send(ChaincodeMessage.newBuilder().setType(ChaincodeMessage.Type.REGISTERED).build());
    peer.send(ChaincodeMessage.newBuilder().setType(ChaincodeMessage.Type.READY).build());
    return peer;
  }

  /** Connects, and leaves the chaincode's registration without an answer. */
  static FakePeer hesitant(ManagedChannel channel) throws InterruptedException {
    FakePeer peer = new FakePeer(channel);
    ChaincodeMessage registration = peer.registrations.poll(SECONDS, TimeUnit.SECONDS);
    if (registration == null || registration.getType() != ChaincodeMessage.Type.REGISTER) {
      peer.close();
      throw new IllegalStateException(
          "the chaincode did not register", peer.end.getNow(new IllegalStateException("silence")));
    }
    return peer;
  }

  /** Puts a value as if a block had brought it. */
  synchronized void put(String key, byte[] value) {
    state.put(key, ByteString.copyFrom(value));
  }

  /** Sends a transaction; its end is a COMPLETED or ERROR message. */
  CompletableFuture<ChaincodeMessage> call(
      String transaction, String mspId, Instant time, List<String> arguments) {
    CompletableFuture<ChaincodeMessage> end = new CompletableFuture<>();
    calls.put(transaction, end);
    ChaincodeInput.Builder input = ChaincodeInput.newBuilder();
    arguments.forEach(argument -> input.addArgs(ByteString.copyFromUtf8(argument)));
    send(
        ChaincodeMessage.newBuilder()
            .setType(ChaincodeMessage.Type.TRANSACTION)
            .setChannelId("licence")
            .setTxid(transaction)
            .setPayload(input.build().toByteString())
            .setProposal(proposal(transaction, mspId, time))
            .build());
    return end;
  }

  private static SignedProposal proposal(String transaction, String mspId, Instant time) {
    Timestamp timestamp =
        Timestamp.newBuilder().setSeconds(time.getEpochSecond()).setNanos(time.getNano()).build();
    ChannelHeader channel =
        ChannelHeader.newBuilder()
            .setType(HeaderType.ENDORSER_TRANSACTION_VALUE)
            .setChannelId("licence")
            .setTxId(transaction)
            .setTimestamp(timestamp)
            .build();
    SignatureHeader signature =
        SignatureHeader.newBuilder()
            .setCreator(SerializedIdentity.newBuilder().setMspid(mspId).build().toByteString())
            .setNonce(ByteString.copyFromUtf8("nonce"))
            .build();
    Header header =
        Header.newBuilder()
            .setChannelHeader(channel.toByteString())
            .setSignatureHeader(signature.toByteString())
            .build();
    return SignedProposal.newBuilder()
        .setProposalBytes(
            Proposal.newBuilder().setHeader(header.toByteString()).build().toByteString())
        .build();
  }

  private void receive(ChaincodeMessage message) {
    switch (message.getType()) {
      case REGISTER -> registrations.add(message);
      case COMPLETED, ERROR ->
          Objects.requireNonNull(calls.remove(message.getTxid())).complete(message);
      default -> {
        if (holding) {
          held.add(message);
        } else {
          send(answer(message));
        }
      }
    }
  }

  /** From now on leaves questions without an answer. */
  void hold() {
    holding = true;
  }

  /** Waits until a question stands without an answer. */
  void awaitQuestion() throws InterruptedException {
    ChaincodeMessage question = held.poll(SECONDS, TimeUnit.SECONDS);
    if (question == null) {
      throw new IllegalStateException("nothing was asked");
    }
    held.add(question);
  }

  /** Answers what was asked meanwhile, and from now on at once. */
  void release() {
    holding = false;
    for (ChaincodeMessage question = held.poll(); question != null; question = held.poll()) {
      send(answer(question));
    }
  }

  /** Waits until the stream has ended; why. */
  Throwable awaitEnd() throws Exception {
    return end.get(SECONDS, TimeUnit.SECONDS);
  }

  private synchronized ChaincodeMessage answer(ChaincodeMessage message) {
    ByteString payload;
    try {
      payload =
          switch (message.getType()) {
            case GET_STATE ->
                state.getOrDefault(
                    GetState.parseFrom(message.getPayload()).getKey(), ByteString.EMPTY);
            case PUT_STATE -> write(PutState.parseFrom(message.getPayload()));
            case GET_STATE_BY_RANGE -> range(GetStateByRange.parseFrom(message.getPayload()));
            case QUERY_STATE_CLOSE -> QueryResponse.getDefaultInstance().toByteString();
            default -> throw new IllegalStateException("not asked of this peer: " + message);
          };
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("no message of the shim", e);
    }
    return ChaincodeMessage.newBuilder()
        .setType(ChaincodeMessage.Type.RESPONSE)
        .setChannelId(message.getChannelId())
        .setTxid(message.getTxid())
        .setPayload(payload)
        .build();
  }

  private ByteString write(PutState put) {
    state.put(put.getKey(), put.getValue());
    return ByteString.EMPTY;
  }

  /** As a peer does: a page begins at the bookmark and says where the next one does. */
  private ByteString range(GetStateByRange query) throws InvalidProtocolBufferException {
    QueryMetadata page = QueryMetadata.parseFrom(query.getMetadata());
    String from = page.getBookmark().isEmpty() ? query.getStartKey() : page.getBookmark();
    QueryResponse.Builder response = QueryResponse.newBuilder();
    String next = "";
    for (Map.Entry<String, ByteString> entry : state.subMap(from, query.getEndKey()).entrySet()) {
      if (page.getPageSize() > 0 && response.getResultsCount() == page.getPageSize()) {
        next = entry.getKey();
        break;
      }
      response.addResults(
          QueryResultBytes.newBuilder()
              .setResultBytes(
                  KV.newBuilder()
                      .setKey(entry.getKey())
                      .setValue(entry.getValue())
                      .build()
                      .toByteString()));
    }
    return response
        .setId("query")
        .setMetadata(
            QueryResponseMetadata.newBuilder()
                .setFetchedRecordsCount(response.getResultsCount())
                .setBookmark(next)
                .build()
                .toByteString())
        .build()
        .toByteString();
  }

  private void send(ChaincodeMessage message) {
    synchronized (stream) {
      stream.onNext(message);
    }
  }

  private void fail(Throwable failure) {
    end.complete(failure);
    registrations.add(ChaincodeMessage.getDefaultInstance());
    calls.values().forEach(call -> call.completeExceptionally(failure));
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }
}

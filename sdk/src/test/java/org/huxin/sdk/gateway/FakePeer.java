// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.gateway;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.huxin.sdk.profile.GatewayPeer;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.CommitStatusResponse;
import org.hyperledger.fabric.protos.gateway.EndorseRequest;
import org.hyperledger.fabric.protos.gateway.EndorseResponse;
import org.hyperledger.fabric.protos.gateway.EvaluateRequest;
import org.hyperledger.fabric.protos.gateway.EvaluateResponse;
import org.hyperledger.fabric.protos.gateway.GatewayGrpc;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SubmitRequest;
import org.hyperledger.fabric.protos.gateway.SubmitResponse;
import org.hyperledger.fabric.protos.peer.Response;

/** A gateway on the loopback interface, in front of a {@link FakeLedger}. */
final class FakePeer extends GatewayGrpc.GatewayImplBase implements AutoCloseable {
  private final FakeLedger ledger;
  private final int port;
  private Server server;
  private volatile boolean withoutChaincode;

  FakePeer(FakeLedger ledger) {
    this.ledger = ledger;
    this.server = listen(0);
    this.port = server.getPort();
  }

  private Server listen(int wanted) {
    try {
      return NettyServerBuilder.forAddress(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted))
          .addService(this)
          .build()
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  GatewayPeer address() {
    return GatewayPeer.plain("127.0.0.1:" + port);
  }

  /** Its own chaincode is gone: it answers as Fabric 3.1.5 does, and asks nobody else. */
  void loseChaincode() {
    withoutChaincode = true;
  }

  private void requireChaincode() {
    if (withoutChaincode) {
      throw FakeLedger.failed(
          Status.Code.ABORTED,
          "error in simulation: failed to execute transaction 00: could not launch chaincode"
              + " huxin: connection to huxin failed");
    }
  }

  /** Listens again where it did. */
  void reopen() {
    server = listen(port);
  }

  @Override
  public void close() {
    server.shutdownNow();
    try {
      server.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void evaluate(EvaluateRequest request, StreamObserver<EvaluateResponse> client) {
    answer(
        client,
        () -> {
          requireChaincode();
          return EvaluateResponse.newBuilder()
              .setResult(
                  Response.newBuilder()
                      .setStatus(200)
                      .setPayload(
                          ByteString.copyFromUtf8(
                              ledger.evaluate(request.getProposedTransaction()))))
              .build();
        });
  }

  @Override
  public void endorse(EndorseRequest request, StreamObserver<EndorseResponse> client) {
    answer(
        client,
        () -> {
          requireChaincode();
          return EndorseResponse.newBuilder()
              .setPreparedTransaction(
                  ledger.endorse(request.getTransactionId(), request.getProposedTransaction()))
              .build();
        });
  }

  @Override
  public void submit(SubmitRequest request, StreamObserver<SubmitResponse> client) {
    if (!ledger.isSilent()) {
      answer(
          client,
          () -> {
            ledger.submit(request.getTransactionId(), request.getPreparedTransaction());
            return SubmitResponse.getDefaultInstance();
          });
    }
  }

  @Override
  public void commitStatus(
      SignedCommitStatusRequest signed, StreamObserver<CommitStatusResponse> client) {
    try {
      ledger.status(CommitStatusRequest.parseFrom(signed.getRequest()).getTransactionId(), client);
    } catch (InvalidProtocolBufferException e) {
      client.onError(e);
    }
  }

  private static <T> void answer(StreamObserver<T> client, Supplier<T> answer) {
    try {
      client.onNext(answer.get());
      client.onCompleted();
    } catch (StatusRuntimeException e) {
      client.onError(e);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.gateway;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.huxin.embedded.endorsement.Peer;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsResponse;
import org.hyperledger.fabric.protos.gateway.CommitStatusResponse;
import org.hyperledger.fabric.protos.gateway.EndorseRequest;
import org.hyperledger.fabric.protos.gateway.EndorseResponse;
import org.hyperledger.fabric.protos.gateway.EvaluateRequest;
import org.hyperledger.fabric.protos.gateway.EvaluateResponse;
import org.hyperledger.fabric.protos.gateway.GatewayGrpc;
import org.hyperledger.fabric.protos.gateway.SignedChaincodeEventsRequest;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SubmitRequest;
import org.hyperledger.fabric.protos.gateway.SubmitResponse;

/** {@code gateway.Gateway} of one organisation's peer. */
public final class GatewayService extends GatewayGrpc.GatewayImplBase {
  private static final System.Logger LOG = System.getLogger(GatewayService.class.getName());

  private final Evaluate evaluate;
  private final Endorse endorse;
  private final Submit submit;
  private final CommitStatus commitStatus;
  private final ChaincodeEvents chaincodeEvents;

  /** The gateway of a peer. */
  public GatewayService(NetworkView network, Peer local) {
    this.evaluate = new Evaluate(network, local);
    this.endorse = new Endorse(network, local);
    this.submit = new Submit(network);
    this.commitStatus = new CommitStatus(network);
    this.chaincodeEvents = new ChaincodeEvents(network);
  }

  @Override
  public void evaluate(EvaluateRequest request, StreamObserver<EvaluateResponse> observer) {
    answer(observer, () -> evaluate.handle(request));
  }

  @Override
  public void endorse(EndorseRequest request, StreamObserver<EndorseResponse> observer) {
    answer(observer, () -> endorse.handle(request));
  }

  @Override
  public void submit(SubmitRequest request, StreamObserver<SubmitResponse> observer) {
    answer(observer, () -> submit.handle(request));
  }

  @Override
  public void commitStatus(
      SignedCommitStatusRequest request, StreamObserver<CommitStatusResponse> observer) {
    try {
      CompletableFuture<?> unused =
          commitStatus
              .handle(request)
              .whenComplete(
                  (response, failure) -> {
                    if (failure != null) {
                      observer.onError(error(failure));
                    } else if (!isCancelled(observer)) {
                      observer.onNext(response);
                      observer.onCompleted();
                    }
                  });
    } catch (RuntimeException e) {
      observer.onError(error(e));
    }
  }

  @Override
  public void chaincodeEvents(
      SignedChaincodeEventsRequest request, StreamObserver<ChaincodeEventsResponse> observer) {
    try {
      chaincodeEvents.handle(request, (ServerCallStreamObserver<ChaincodeEventsResponse>) observer);
    } catch (RuntimeException e) {
      observer.onError(error(e));
    }
  }

  private static boolean isCancelled(StreamObserver<?> observer) {
    return observer instanceof ServerCallStreamObserver<?> call && call.isCancelled();
  }

  private static <T> void answer(StreamObserver<T> observer, Supplier<T> call) {
    T response;
    try {
      response = call.get();
    } catch (RuntimeException e) {
      observer.onError(error(e));
      return;
    }
    observer.onNext(response);
    observer.onCompleted();
  }

  private static Throwable error(Throwable failure) {
    if (failure instanceof StatusRuntimeException known) {
      return known;
    }
    LOG.log(System.Logger.Level.ERROR, "a bug in the embedded network", failure);
    return Status.INTERNAL.withDescription(String.valueOf(failure)).asRuntimeException();
  }
}

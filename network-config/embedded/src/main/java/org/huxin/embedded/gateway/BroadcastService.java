// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.gateway;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import org.huxin.embedded.ordering.OrderingService;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.orderer.AtomicBroadcastGrpc;
import org.hyperledger.fabric.protos.orderer.BroadcastResponse;
import org.hyperledger.fabric.protos.orderer.DeliverResponse;

/** {@code orderer.AtomicBroadcast}: the orderers as the peer CLI and older SDKs reach them. */
public final class BroadcastService extends AtomicBroadcastGrpc.AtomicBroadcastImplBase {
  private final NetworkView network;

  /** The service. */
  public BroadcastService(NetworkView network) {
    this.network = network;
  }

  @Override
  public StreamObserver<Envelope> broadcast(StreamObserver<BroadcastResponse> observer) {
    return new StreamObserver<>() {
      @Override
      public void onNext(Envelope envelope) {
        OrderingService.Answer answer = network.ordering().broadcast(envelope);
        observer.onNext(
            BroadcastResponse.newBuilder()
                .setStatus(answer.status())
                .setInfo(answer.info())
                .build());
      }

      @Override
      public void onError(Throwable failure) {
        // The client is gone.
      }

      @Override
      public void onCompleted() {
        observer.onCompleted();
      }
    };
  }

  @Override
  public StreamObserver<Envelope> deliver(StreamObserver<DeliverResponse> observer) {
    ServerCallStreamObserver<DeliverResponse> stream =
        (ServerCallStreamObserver<DeliverResponse>) observer;
    DeliverSession<DeliverResponse> session =
        new DeliverSession<>(
            network,
            stream,
            (block, headerOnly, reader) ->
                DeliverResponse.newBuilder()
                    .setBlock(
                        BlockForm.WHOLE
                            .response(block, headerOnly, network.ledger().channelId())
                            .getBlock())
                    .build(),
            reason -> DeliverResponse.newBuilder().setStatus(reason).build());
    stream.setOnReadyHandler(session::onReady);
    stream.setOnCancelHandler(session::onCancel);
    return session;
  }
}

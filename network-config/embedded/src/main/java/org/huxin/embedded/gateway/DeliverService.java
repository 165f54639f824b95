// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.gateway;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.function.UnaryOperator;
import org.huxin.embedded.ledger.StoredBlock;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.peer.DeliverGrpc;
import org.hyperledger.fabric.protos.peer.DeliverResponse;

/** {@code protos.Deliver} of one organisation's peer: blocks as streams. */
public final class DeliverService extends DeliverGrpc.DeliverImplBase {
  private final NetworkView network;
  private final UnaryOperator<StoredBlock> served;
  private final DeliveredPrivateData privateData;

  /**
   * The service.
   *
   * @param mspId the peer's organisation
   * @param served what this peer shows in place of a block; itself if the peer is honest
   */
  public DeliverService(NetworkView network, String mspId, UnaryOperator<StoredBlock> served) {
    this.network = network;
    this.served = served;
    this.privateData = new DeliveredPrivateData(network, mspId);
  }

  @Override
  public StreamObserver<Envelope> deliver(StreamObserver<DeliverResponse> observer) {
    return session(observer, BlockForm.WHOLE);
  }

  @Override
  public StreamObserver<Envelope> deliverFiltered(StreamObserver<DeliverResponse> observer) {
    return session(observer, BlockForm.FILTERED);
  }

  @Override
  public StreamObserver<Envelope> deliverWithPrivateData(StreamObserver<DeliverResponse> observer) {
    return session(observer, BlockForm.WITH_PRIVATE_DATA);
  }

  private StreamObserver<Envelope> session(
      StreamObserver<DeliverResponse> observer, BlockForm form) {
    ServerCallStreamObserver<DeliverResponse> stream =
        (ServerCallStreamObserver<DeliverResponse>) observer;
    DeliverSession<DeliverResponse> session =
        new DeliverSession<>(
            network,
            stream,
            (block, headerOnly, reader) ->
                form.response(
                    privateData.to(reader, served.apply(block)),
                    headerOnly,
                    network.ledger().channelId()),
            BlockForm::status);
    stream.setOnReadyHandler(session::onReady);
    stream.setOnCancelHandler(session::onCancel);
    return session;
  }
}

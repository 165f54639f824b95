// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.administration;

import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.huxin.embedded.pki.OrganisationKeys;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.orderer.AtomicBroadcastGrpc;
import org.hyperledger.fabric.protos.orderer.BroadcastResponse;

/** Hands transactions to one city's orderer. Thread-safe. */
final class OrdererClient implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 30;

  /** The words of SmartBFT where a colleague's copy was ordered first. */
  private static final String ALREADY_PROCESSED = "request already processed";

  private final ManagedChannel channel;

  OrdererClient(OrganisationKeys keys, String endpoint) {
    this.channel = SecureChannel.open(keys, endpoint);
  }

  /** What the orderer answers; where the call fails, status and words are those of the call. */
  CompletableFuture<Answer> broadcast(Envelope envelope) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    StreamObserver<Envelope> requests =
        AtomicBroadcastGrpc.newStub(channel)
            .withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS)
            .broadcast(
                new StreamObserver<>() {
                  @Override
                  public void onNext(BroadcastResponse response) {
                    answer.complete(
                        new Answer(
                            isTaken(response), response.getStatus() + " " + response.getInfo()));
                  }

                  @Override
                  public void onError(Throwable failure) {
                    answer.complete(new Answer(false, Status.fromThrowable(failure).toString()));
                  }

                  @Override
                  public void onCompleted() {
                    answer.complete(new Answer(false, "no answer"));
                  }
                });
    requests.onNext(envelope);
    requests.onCompleted();
    return answer;
  }

  /** An orderer that already has the transaction from a colleague will order it as well. */
  private static boolean isTaken(BroadcastResponse response) {
    return response.getStatus() == org.hyperledger.fabric.protos.common.Status.SUCCESS
        || response.getInfo().contains(ALREADY_PROCESSED);
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }

  /**
   * An orderer's answer.
   *
   * @param taken whether it will order the transaction
   * @param words what it said
   */
  record Answer(boolean taken, String words) {}
}

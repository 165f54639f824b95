// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.gateway;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status;
import java.util.concurrent.CompletableFuture;
import org.huxin.fabric.access.SignedData;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.CommitStatusResponse;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;

/** {@code gateway.Gateway/CommitStatus}: waits, without limit, until a transaction is committed. */
final class CommitStatus {
  private final NetworkView network;

  CommitStatus(NetworkView network) {
    this.network = network;
  }

  CompletableFuture<CommitStatusResponse> handle(SignedCommitStatusRequest signed) {
    CommitStatusRequest request = unpack(signed);
    new ReaderCheck(network)
        .check(
            request.getChannelId(),
            new SignedData(signed.getRequest(), request.getIdentity(), signed.getSignature()));
    return network
        .ledger()
        .await(request.getTransactionId())
        .thenApply(
            found ->
                CommitStatusResponse.newBuilder()
                    .setResult(found.code())
                    .setBlockNumber(found.block())
                    .build());
  }

  private static CommitStatusRequest unpack(SignedCommitStatusRequest signed) {
    if (signed.getRequest().isEmpty()) {
      throw invalid("a commit status request is required");
    }
    try {
      CommitStatusRequest request = CommitStatusRequest.parseFrom(signed.getRequest());
      if (request.getIdentity().isEmpty()) {
        throw invalid("no identity provided");
      }
      if (request.getChannelId().isEmpty()) {
        throw invalid("no channel ID provided");
      }
      if (request.getTransactionId().isEmpty()) {
        throw invalid("transaction ID should not be empty");
      }
      return request;
    } catch (InvalidProtocolBufferException e) {
      throw invalid("invalid status request: " + e.getMessage());
    }
  }

  private static RuntimeException invalid(String message) {
    return GatewayStatus.of(Status.Code.INVALID_ARGUMENT, message);
  }
}

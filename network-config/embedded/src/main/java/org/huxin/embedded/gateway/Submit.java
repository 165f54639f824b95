// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.gateway;

import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;
import org.huxin.embedded.ordering.Consenter;
import org.huxin.embedded.ordering.OrderingService;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.hyperledger.fabric.protos.gateway.SubmitRequest;
import org.hyperledger.fabric.protos.gateway.SubmitResponse;

/**
 * {@code gateway.Gateway/Submit}: hands a transaction to all orderers and answers once a quorum
 * took it. UNAVAILABLE says nothing about whether it will be committed.
 */
final class Submit {
  private static final String ALREADY_EXISTS = "failed to submit request: request already exists";

  private final NetworkView network;

  Submit(NetworkView network) {
    this.network = network;
  }

  SubmitResponse handle(SubmitRequest request) {
    if (!request.hasPreparedTransaction()) {
      throw GatewayStatus.of(Status.Code.INVALID_ARGUMENT, "a prepared transaction is required");
    }
    if (request.getPreparedTransaction().getSignature().isEmpty()) {
      throw GatewayStatus.of(Status.Code.INVALID_ARGUMENT, "prepared transaction must be signed");
    }
    if (!network.isChannel(request.getChannelId())) {
      throw GatewayStatus.of(
          Status.Code.FAILED_PRECONDITION,
          "failed to get config for channel [%s]: could not get last config for channel %s"
              .formatted(request.getChannelId(), request.getChannelId()));
    }
    OrderingService ordering = network.ordering();
    List<Consenter> up = ordering.consenters().stream().filter(ordering::isUp).toList();
    List<ErrorDetail> details = new ArrayList<>();
    for (Consenter consenter : ordering.consenters()) {
      if (!up.contains(consenter)) {
        details.add(
            GatewayStatus.detail(
                consenter.address(),
                consenter.mspId(),
                "rpc error: code = Unavailable desc = connection error: desc = \"transport: Error while dialing: dial tcp "
                    + consenter.address()
                    + ": connect: connection refused\""));
      }
    }
    if (!up.isEmpty()) {
      details.addAll(answers(up, ordering.broadcast(request.getPreparedTransaction())));
    }
    int tolerated = ordering.consenters().size() - ordering.quorum();
    if (details.size() > tolerated) {
      throw GatewayStatus.of(
          Status.Code.UNAVAILABLE,
          "insufficient number of orderers could successfully process transaction to satisfy quorum requirement",
          details.subList(0, tolerated + 1));
    }
    return SubmitResponse.getDefaultInstance();
  }

  private static List<ErrorDetail> answers(List<Consenter> up, OrderingService.Answer answer) {
    boolean taken =
        answer.status() == org.hyperledger.fabric.protos.common.Status.SUCCESS
            || answer.info().equals(ALREADY_EXISTS);
    if (taken) {
      return List.of();
    }
    String message =
        "received unsuccessful response from orderer: status=%s, info=%s"
            .formatted(answer.status(), answer.info());
    return up.stream().map(c -> GatewayStatus.detail(c.address(), c.mspId(), message)).toList();
  }
}
